import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonErrorAt } from '../../../lib/pack/json-place.ts';
import { checkPack, type Problem, parsePack, placeOf } from '../../../lib/pack/parse.ts';
import { packLimits } from '../../../lib/pack/schema.ts';
import { anyText } from '../text/arbitrary.ts';

const good = { format: 1, locale: 'de', phrases: [{ id: 'greet.first', text: { formal: 'Guten Tag' } }] };
const problemsOf = (change: Record<string, unknown>): Problem[] => checkPack({ ...good, ...change }).problems;

test('a good pack comes back whole, without problems', () => {
  expect(parsePack(JSON.stringify(good))).toEqual({ pack: good, problems: [] });
});

describe('what is not JSON is placed', () => {
  test.each([
    ['{"format": 1,\n "locale": de}', 'line 2, column 12'],
    ['{"format": 1,\n "locale": "de",\n}', 'line 3, column 1'],
    ['{"format": 1\n "locale": "de"}', 'line 2, column 2'],
    ['{"format" 1}', 'line 1, column 11'],
    ['{"format": 1, "locale": "de"', 'line 1, column 29'],
    ['{"locale": "de\n"}', 'line 1, column 12'],
    ['{"format": 01}', 'line 1, column 12'],
    ["{'format': 1}", 'line 1, column 2'],
    ['{"format": 1} x', 'line 1, column 15'],
    ['', 'line 1, column 1'],
    ['nope', 'line 1, column 1'],
    ['\uFEFF{"format": 1,}', 'line 1, column 14'],
  ])('%j: %s', (text, place) => {
    const { pack, problems } = parsePack(text);
    expect(pack).toBeUndefined();
    expect(problems).toMatchObject([{ place, problem: expect.stringContaining('not JSON') }]);
  });

  test('the place is where JSON.parse stops agreeing: every shorter text could still become JSON', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', 'x', ',', '}', ']', '"', ':', '\u0000', '0'),
        (json, at, inserted) => {
          const cut = at % (json.length + 1);
          const text = json.slice(0, cut) + inserted + json.slice(cut);
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          const place = jsonErrorAt(text);
          expect(place).toBeLessThanOrEqual(text.length);
          if (valid) expect(place).toBe(text.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('deep nesting is refused, not followed', () => {
    expect(parsePack('['.repeat(500_000)).pack).toBeUndefined();
    expect(
      parsePack(`{"format":1,"locale":"de","phrases":${'['.repeat(200_000)}${']'.repeat(200_000)}}`).pack,
    ).toBeUndefined();
  });
});

test('a byte order mark is no mistake', () => {
  expect(parsePack(`\uFEFF${JSON.stringify(good)}`).pack).toEqual(good);
});

test('a file that is too large is not read at all', () => {
  expect(parsePack(' '.repeat(packLimits.bytes + 1)).problems).toMatchObject([
    { place: 'the file', problem: expect.stringContaining('2,000,001') },
  ]);
});

test('a newer format says so, before anything else is found wrong with it', () => {
  expect(checkPack({ format: 2, lang: 'de', rules: {} }).problems).toEqual([
    {
      place: 'format',
      problem: 'the pack has format 2; this version of Attune reads format 1',
      remedy: 'update Attune, or ask for the pack in the older format',
    },
  ]);
});

test.each([null, [], 'pack', 7, undefined])('%j is no pack', (data) => {
  expect(checkPack(data).problems).toMatchObject([{ place: 'the file' }]);
});

describe('every problem has its place', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a format that is missing', { format: undefined }, 'format'],
    ['a locale that is none', { locale: 'Deutsch' }, 'locale'],
    ['an unknown key', { phases: [] }, 'the file'],
    ['an unknown key in a phrase', { phrases: [{ id: 'greet.first', txt: {} }] }, 'phrase greet.first'],
    ['an unknown register', { phrases: [{ id: 'greet.first', text: { polite: 'x' } }] }, 'phrase greet.first › text'],
    [
      'a text of the wrong type',
      { phrases: [{ id: 'greet.first', text: { formal: 7 } }] },
      'phrase greet.first › text › formal',
    ],
    [
      'a text that is empty',
      { phrases: [{ id: 'greet.first', text: { formal: ' ' } }] },
      'phrase greet.first › text › formal',
    ],
    [
      'a text that is too long',
      { phrases: [{ id: 'greet.first', text: { formal: 'x'.repeat(3_000) } }] },
      'phrase greet.first › text › formal',
    ],
    ['no text in any register', { phrases: [{ id: 'greet.first', text: {} }] }, 'phrase greet.first › text'],
    ['a phrase without an id', { phrases: [{ text: { formal: 'x' } }] }, 'phrase 1 › id'],
    ['an id that is none', { phrases: [{ id: 'Greet First', text: { formal: 'x' } }] }, 'phrase Greet First › id'],
    ['a move that there is not', { phrases: [{ id: 'greet.first', move: 'hug' }] }, 'phrase greet.first › move'],
    [
      'an emotion that there is not',
      { phrases: [{ id: 'greet.first', when: { emotion: ['rage'] } }] },
      'phrase greet.first › when › emotion',
    ],
    [
      'a list that is empty',
      { phrases: [{ id: 'greet.first', when: { signals: [] } }] },
      'phrase greet.first › when › signals',
    ],
    [
      'an intensity above 3',
      { phrases: [{ id: 'greet.first', when: { minIntensity: 4 } }] },
      'phrase greet.first › when › minIntensity',
    ],
    [
      'an intensity below 0',
      { phrases: [{ id: 'greet.first', when: { minIntensity: -1 } }] },
      'phrase greet.first › when › minIntensity',
    ],
    [
      'an avoid-list item without a reason',
      { avoid: [{ id: 'avoid.x', forms: ['x'], instead: 'y' }] },
      'avoid-list item avoid.x › why',
    ],
    ['a time zone that there is not', { profile: { timeZone: 'Mars/Olympus' } }, 'profile › timeZone'],
    ['a seventh day of the weekend', { profile: { weekend: [7] } }, 'profile › weekend'],
    ['a phrase that is there twice', { phrases: [good.phrases[0], good.phrases[0]] }, 'phrase greet.first'],
    [
      'an avoid-list item that is there twice',
      { avoid: [1, 2].map(() => ({ id: 'avoid.x', forms: ['x'], why: 'w', instead: 'y' })) },
      'avoid-list item avoid.x',
    ],
    ['a concept that is none', { words: { Late: { add: ['x'] } } }, 'words › Late'],
  ])('%s', (_, change, place) => {
    const problems = problemsOf(change);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem.place.startsWith(place)).toBe(true);
      expect(problem.problem).toBeTruthy();
      expect(problem.remedy).toBeTruthy();
    }
  });

  test('numbers out of range are not called long or empty', () => {
    for (const minIntensity of [-1, 4])
      expect(problemsOf({ phrases: [{ id: 'a.b', when: { minIntensity } }] })[0]?.problem).toMatch(
        /too (?:small|large)/u,
      );
  });
});

describe('keys of the language itself', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is no part of the format and changes no object',
    (key) => {
      for (const text of [
        `{"format":1,"locale":"de","${key}":{"polluted":true}}`,
        `{"format":1,"locale":"de","profile":{"${key}":{"polluted":true}}}`,
        `{"format":1,"locale":"de","words":{"${key}":{"add":["x"]}}}`,
        `{"format":1,"locale":"de","phrases":[{"id":"a.b","${key}":{"polluted":true}}]}`,
      ]) {
        const { pack } = parsePack(text);
        // JSON's own “__proto__” may be left out in silence; it must not get in.
        if (pack) expect(JSON.stringify(pack)).not.toMatch(/polluted|"add"/u);
      }
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );
});

test('any text and any data give a pack or problems, never an exception', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.json()), (text) => {
      const { pack, problems } = parsePack(text);
      expect(pack === undefined).toBe(problems.length > 0);
    }),
  );
  fc.assert(
    fc.property(fc.object({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }), (data) => {
      expect(checkPack({ ...good, phrases: data, avoid: [data], profile: data }).problems.length).toBeGreaterThan(0);
    }),
  );
});

test('placeOf reads as a lead would say it', () => {
  const data = { phrases: [{ id: 'a.b', examples: [{}, {}] }], avoid: [{}], odd: [1] };
  expect(placeOf(['phrases', 0, 'examples', 1, 'customer'], data)).toBe('phrase a.b › example 2 › customer');
  expect(placeOf(['avoid', 0, 'forms', 2], data)).toBe('avoid-list item 1 › form 3');
  expect(placeOf(['odd', 0], data)).toBe('odd 1');
  expect(placeOf(['nothing', 'here', 3], data)).toBe('nothing › here 4');
  expect(placeOf([], data)).toBe('the file');
});
