import { describe, expect, test } from 'vitest';
import { addressChoice } from '../../../lib/suggest/address-choice.ts';
import { loadPacks, resolveShipped } from '../../../scripts/lib/shipped.ts';
import { situationOf } from '../engine/helpers.ts';

const packs = loadPacks();
const choice = (locale: string, customerName: string, set: Parameters<typeof addressChoice>[2] = {}) =>
  addressChoice(situationOf({}, { customerName }), resolveShipped(locale, packs), set);

describe('addressChoice', () => {
  test('of an unknown gender the neutral form stands, and the others are one click away', () => {
    expect(choice('de', 'Anna Weber')).toMatchObject({
      salutation: 'Guten Tag Anna Weber,',
      gender: 'other',
      genders: [
        { gender: 'female', label: 'Frau' },
        { gender: 'male', label: 'Herr' },
        { gender: 'other', label: '' },
      ],
      title: '',
    });
  });
  test('what the agent set shows in the form', () => {
    expect(choice('de', 'Anna Weber', { customerGender: 'female' })?.salutation).toBe('Sehr geehrte Frau Weber,');
    expect(choice('de', 'Anna Weber', { customerGender: 'female', customerTitle: 'Dr.' })).toMatchObject({
      salutation: 'Sehr geehrte Frau Dr. Weber,',
      title: 'Dr.',
    });
  });
  test('a title that the display name has can be taken away', () => {
    expect(choice('de', 'Dr. Anna Weber')).toMatchObject({ salutation: 'Guten Tag Dr. Anna Weber,', title: 'Dr.' });
    expect(choice('de', 'Dr. Anna Weber', { customerTitle: '' })?.salutation).toBe('Guten Tag Anna Weber,');
  });
  test('only titles that the form has a place for', () => {
    expect(choice('de', 'Anna Weber')?.titles).toContain('Dr.');
    expect(choice('sv', 'Anna Öberg')?.titles).toEqual([]);
    expect(choice('de', 'info')?.titles).toEqual([]);
    // In Czech a title forces a gender: the form gives way to one without the name, and no title is offered.
    expect(choice('cs', 'Jana Nováková', { customerGender: 'female' })?.titles).toEqual([]);
  });
  test('no gender to choose where the forms show none', () => {
    expect(choice('sv', 'Anna Öberg')?.genders).toEqual([]);
    expect(choice('ko', '김민수')?.genders).toEqual([]);
  });
});
