import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArgumentValues } from '../../../lib/pack/arguments.ts';
import { compileText, isProblem } from '../../../lib/pack/icu.ts';
import { anyText } from '../text/arbitrary.ts';

function fill(text: string, values: ArgumentValues = {}, locale = 'en', timeZone = 'UTC'): string {
  const compiled = compileText(text, locale);
  if (isProblem(compiled)) throw new Error(compiled.problem);
  return compiled.format(values, timeZone);
}
const deadline = new Date('2026-11-24T23:30:00Z');

describe('filling in', () => {
  test('text arguments stand as they are, even where they look like arguments', () => {
    expect(fill('Dear {addressee},', { addressee: "{salutation} ' # <b>" })).toBe("Dear {salutation} ' # <b>,");
  });
  test('selects follow gender and fall back to other', () => {
    const text = '{agentGender, select, female {Preverila} male {Preveril} other {Preverjeno}} je.';
    expect((['female', 'male', 'other'] as const).map((agentGender) => fill(text, { agentGender }, 'sl'))).toEqual([
      'Preverila je.',
      'Preveril je.',
      'Preverjeno je.',
    ]);
  });
  test('dates are those of the time zone', () => {
    const text = '{deadline, date, ::EEEEdMMMM}';
    expect(fill(text, { deadline })).toBe('Tuesday, November 24');
    expect(fill(text, { deadline }, 'en', 'Asia/Tokyo')).toBe('Wednesday, November 25');
    expect(fill(text, { deadline }, 'de', 'Asia/Tokyo')).toBe('Mittwoch, 25. November');
  });
  test('times are those of the time zone, and of each zone asked for in turn', () => {
    const text = '{deadline, time, ::Hmm}';
    expect(
      ['UTC', 'Europe/Berlin', 'America/New_York', 'UTC'].map((zone) => fill(text, { deadline }, 'de', zone)),
    ).toEqual(['23:30', '0:30', '18:30', '23:30']);
  });
  test('weekdays are a select of their own for languages that inflect them', () => {
    expect(fill('do {deadlineDay, select, tue {torka} wed {srede} other {roka}}', { deadlineDay: 'wed' }, 'sl')).toBe(
      'do srede',
    );
  });
  test('HTML in a text is text', () => {
    expect(fill('<b>{addressee}</b>', { addressee: 'x' })).toBe('<b>x</b>');
  });
  test('the fixed parts are known', () => {
    expect(compileText('a {addressee} b {agentGender, select, other {c}} d', 'en')).toMatchObject({
      literals: ['a ', ' b ', ' d'],
      arguments: ['addressee', 'agentGender'],
    });
  });
});

describe('what is wrong is said, with a remedy', () => {
  test.each([
    ['an argument that there is not', 'Hi {customer}', 'not an argument'],
    ['a name of the language itself', 'Hi {constructor}', 'not an argument'],
    ['another name of the language itself', 'Hi {toString, select, other {x}}', 'not an argument'],
    ['__proto__', 'Hi {__proto__}', 'not an argument'],
    ['a select without other', '{agentGender, select, female {x}}', 'not valid ICU'],
    ['a bare select', 'Dear {customerGender}', 'bare keyword'],
    ['a bare weekday', 'on {deadlineDay}', 'bare keyword'],
    ['a bare date', 'by {deadline}', 'needs a format'],
    ['a date of what is no date', '{reference, date}', 'is no date'],
    ['a select on a date', '{deadline, select, other {x}}', 'needs a format'],
    ['a number of what is no number', '{reference, number}', 'is no number'],
    ['a plural of what is no number', '{reference, plural, other {#}}', 'is no number'],
    ['a value of a select that there is not', '{agentGender, select, femal {x} other {y}}', '“femal” is no value'],
    ['a wrong weekday', '{deadlineDay, select, monday {x} other {y}}', '“monday” is no value'],
    ['an argument inside a branch', '{agentGender, select, other {{name}}}', 'not an argument'],
    ['an open brace', 'Hi {addressee', 'not valid ICU'],
    ['a closing brace too many', '{agentGender, select, other {x}', 'not valid ICU'],
    ['an empty argument', 'Hi {}', 'not valid ICU'],
    ['a skeleton that there is not', '{deadline, date, ::QQQQ}', 'not valid ICU'],
  ])('%s', (_, text, problem) => {
    const compiled = compileText(text, 'en');
    expect(compiled).toMatchObject({ problem: expect.stringContaining(problem), remedy: expect.stringMatching(/\w/u) });
  });
});

test('any text compiles or has a problem, in any locale; the answer is the same twice', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc
          .array(
            fc.constantFrom(
              '{',
              '}',
              "'",
              'agentGender',
              ', select, ',
              'other ',
              'deadline',
              ', date',
              '#',
              ' ',
              'x',
              '::d',
            ),
            { maxLength: 20 },
          )
          .map((p) => p.join('')),
      ),
      fc.constantFrom('en', 'ar', 'ja', 'de-CH', 'xx'),
      (text, locale) => {
        const compiled = compileText(text, locale);
        if (isProblem(compiled)) expect(compiled.remedy).toBeTruthy();
        expect(compileText(text, locale)).toBe(compiled);
      },
    ),
  );
});

test('thousands of texts and deep nesting are no trouble', () => {
  for (let i = 0; i < 5_000; i++) expect(fill(`text ${i}`)).toBe(`text ${i}`);
  const deep = `${'{agentGender, select, other {'.repeat(2_000)}x${'}}'.repeat(2_000)}`;
  expect(compileText(deep, 'en')).toBeTruthy();
});
