/** A preview shows what each customer would read, and says where a phrase would stay silent. */
import { expect, test } from 'vitest';
import { idFor } from '../../../components/options/add-phrase.tsx';
import { addressProblems, strayPlaceholder } from '../../../components/options/pack-view.ts';
import { previewLines } from '../../../components/options/preview.tsx';
import { defaultSettings } from '../../../lib/team-data.ts';
import { resolveShipped } from '../../../scripts/lib/shipped.ts';

const de = resolveShipped('de');
const now = new Date('2026-11-23T09:00:00Z');
const lines = (text: string, name = 'Maja Weber') => previewLines(text, 'formal', de, defaultSettings, name, now);

test('one line for each gender that the wording tells apart', () => {
  expect(lines('{salutation}').map(({ who, text }) => [who.map((one) => one.customer), text])).toEqual([
    [['female'], 'Sehr geehrte Frau Weber,'],
    [['male'], 'Sehr geehrter Herr Weber,'],
    [['other'], 'Guten Tag Maja Weber,'],
  ]);
  expect(
    lines('{customerGender, select, female {Kundin} other {Kunde}}').map(({ who, text }) => [who.length, text]),
  ).toEqual([
    [1, 'Kundin'],
    [2, 'Kunde'],
  ]);
});

test('one line without a name where everybody reads the same', () => {
  expect(lines('Bis {deadline, date, ::EEEEdMMMM}.')).toEqual([
    { who: [], text: 'Bis Dienstag, 24. November.', lacks: [] },
  ]);
});

test('a broken text has no preview, a missing value is named', () => {
  expect(lines('{x')).toEqual([]);
  expect(
    lines('Danke, {addressee}.')
      .filter((line) => line.text === undefined)
      .every((line) => line.lacks.includes('addressee')),
  ).toBe(true);
});

test('placeholders of names: only the known ones', () => {
  expect(strayPlaceholder('Frau {title} {family},')).toBeUndefined();
  expect(strayPlaceholder('Frau {nam},')).toBe('{nam}');
  expect(strayPlaceholder('Frau {family')).toBe('{family');
  expect(
    addressProblems({ format: 1, locale: 'de', address: { informal: { chat: { male: 'Hi {x}' } } } })[0]?.place,
  ).toBe('address › informal › chat › male');
});

test('ids of new phrases are of the format, whatever script the name is in', () => {
  expect(idFor('Erstattungsfrist (Übersicht)', new Set())).toBe('own.erstattungsfrist-ubersicht');
  expect(idFor('مهلة', new Set(['own.phrase']))).toBe('own.phrase-2');
});
