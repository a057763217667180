import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../lib/affect/matcher.ts';
import { foldWord, tokenize } from '../../../lib/affect/tokens.ts';
import { anyText, hostileTexts } from '../text/arbitrary.ts';

const matcherOf = (words: Record<string, string[]>, language = 'en') =>
  createMatcher(new Map(Object.entries(words)), language);

/** Concept and the matched words, in order. */
function found(words: Record<string, string[]>, text: string, language = 'en'): [string, string][] {
  return matcherOf(
    words,
    language,
  )(text).flatMap((m) => m.concepts.map((concept): [string, string] => [concept, text.slice(m.start, m.end)]));
}

describe('words', () => {
  test('the longest form wins and nothing in it is found again', () => {
    expect(
      found({ 'd-not': ['not'], 'f-late': ['late'], 'd-x': ['not too late'] }, 'It is not too late. Not late!'),
    ).toEqual([
      ['d-x', 'not too late'],
      ['d-not', 'Not'],
      ['f-late', 'late'],
    ]);
  });

  test('a form that only begins is given up without losing the shorter one', () => {
    expect(found({ 'd-a': ['so much'], 'd-b': ['so much for nothing'] }, 'so much for help')).toEqual([
      ['d-a', 'so much'],
    ]);
  });

  test('a form of two concepts names both', () => {
    expect(found({ 'd-a': ['late'], 'd-b': ['late'] }, 'late')).toEqual([
      ['d-a', 'late'],
      ['d-b', 'late'],
    ]);
  });

  test('whole words only', () => {
    expect(found({ 'f-late': ['late'] }, 'latent plate LATE, “late”')).toEqual([
      ['f-late', 'LATE'],
      ['f-late', 'late'],
    ]);
  });

  test('a hyphen or an apostrophe in a form is found however it is typed', () => {
    expect(found({ 'd-a': ['e-mail'], 'd-b': ["don't"] }, 'e-mail e mail don’t donʼt')).toEqual([
      ['d-a', 'e-mail'],
      ['d-a', 'e mail'],
      ['d-b', 'don’t'],
      ['d-b', 'donʼt'],
    ]);
  });

  test('composed and decomposed letters are the same, and the slice is the one of the text', () => {
    expect(found({ 'd-a': ['žalosten'] }, 'z\u030Calosten')).toEqual([['d-a', 'z\u030Calosten']]);
  });
});

describe('stems', () => {
  test('match any ending, also none, but no other beginning', () => {
    expect(found({ 'd-a': ['disappoint*'] }, 'disappointed, disappoint; undisappointed')).toEqual([
      ['d-a', 'disappointed'],
      ['d-a', 'disappoint'],
    ]);
  });

  test('a word in full comes before a stem of the same length', () => {
    expect(found({ 'd-a': ['late'], 'd-b': ['lat*'] }, 'late')).toEqual([['d-a', 'late']]);
  });

  test('the longer stem comes before the shorter', () => {
    expect(found({ 'd-a': ['un*'], 'd-b': ['unhapp*'] }, 'unhappy')).toEqual([['d-b', 'unhappy']]);
  });

  test('stand at any place of a form', () => {
    expect(found({ 'd-a': ['nev* again'] }, 'never again')).toEqual([['d-a', 'never again']]);
  });
});

describe('gaps', () => {
  const words = { 'd-a': ['kommt * nicht an'] };
  test.each([
    ['kommt nicht an', true],
    ['kommt immer nicht an', true],
    ['kommt einfach immer nicht an', true],
    ['kommt heute einfach immer nicht an', false],
  ])('stand for up to two words: %s', (text, expected) => {
    expect(found(words, text).length > 0).toBe(expected);
  });

  test.each(['* late', 'late *', '* late *', 'late * *'])(
    'at the ends of a form (%s) they match nothing more than the form',
    (form) => {
      expect(found({ 'd-a': [form] }, 'very late x')).toEqual([['d-a', 'late']]);
      expect(found({ 'd-a': [form] }, 'late')).toEqual([['d-a', 'late']]);
    },
  );

  test('a form of gaps alone matches nothing', () => {
    expect(found({ 'd-a': ['*', '* *'] }, 'any words at all')).toEqual([]);
  });

  test('many gaps in a form cost no more than its places', () => {
    const form = Array.from({ length: 60 }, () => 'a').join(' * ');
    const match = matcherOf({ 'd-a': [form] });
    expect(match('a '.repeat(55))).toEqual([]);
    expect(match('a '.repeat(60))).toHaveLength(1);
  });
});

describe('capitals', () => {
  const german = { 'r-formal': ['Sie', 'Ihr*', 'können Sie'], 'f-late': ['zu spät'] };
  test('a form with a capital counts only where the capital was written on purpose', () => {
    expect(found(german, 'Haben Sie das? Das haben sie.', 'de')).toEqual([['r-formal', 'Sie']]);
    expect(found(german, 'Sie kommen zu spät', 'de')).toEqual([['f-late', 'zu spät']]);
  });
  test.each(['.', '!', '?', '…', ':', '\n', '؟'])('not behind %j, where every word has one', (mark) => {
    expect(found(german, `Gut${mark} Sie kommen`, 'de')).toEqual([]);
  });
  test('a form that opens the sentence leaves its later words to be found', () => {
    expect(found(german, 'Können Sie helfen?', 'de')).toEqual([['r-formal', 'Sie']]);
  });
  test('a stem with a capital', () => {
    expect(found(german, 'auf Ihrer Seite und auf ihrer Seite', 'de')).toEqual([['r-formal', 'Ihrer']]);
  });
  test('where a lead lists both, the small letter is enough for its own concept', () => {
    expect(found({ 'd-a': ['sie'], 'r-formal': ['Sie'] }, 'haben sie', 'de')).toEqual([['d-a', 'sie']]);
  });
  test('a noun that a lead taught with a capital is found anywhere', () => {
    expect(found({ 'e-terrible': ['Saftladen'] }, 'Saftladen! So ein saftladen', 'de')).toHaveLength(2);
  });
});

describe('languages without spaces', () => {
  const words = { 'e-good': ['満足'], 'e-bad': ['不満足', '不満'], 'f-late': ['遅い'] };
  test('満足 is not found in 不満足', () => {
    expect(found(words, 'とても不満足です', 'ja')).toEqual([['e-bad', '不満足']]);
    expect(found(words, 'とても満足です', 'ja')).toEqual([['e-good', '満足']]);
  });
  test('forms stand anywhere, one behind the other', () => {
    expect(found(words, '遅い遅い不満', 'ja').map(([concept]) => concept)).toEqual(['f-late', 'f-late', 'e-bad']);
  });
  test('Latin letters in either case', () => {
    expect(found({ 'd-a': ['ok'] }, 'それでOKです', 'ja')).toEqual([['d-a', 'OK']]);
  });
});

describe('Arabic', () => {
  const words = { 'd-a': ['أريد'], 'd-b': ['مشكلة'], 'd-c': ['شكرا'], 'd-d': ['ولد'] };
  test('alef, ta marbuta, vowel signs and stretching are typed as people like', () => {
    expect(found(words, 'اريد مشكله شُكْرًا شكـــرا', 'ar').map(([concept]) => concept)).toEqual([
      'd-a',
      'd-b',
      'd-c',
      'd-c',
    ]);
  });
  test('a joined و or ف belongs to the match, so that the slice is a word', () => {
    expect(found(words, 'وأريد فمشكلة', 'ar')).toEqual([
      ['d-a', 'وأريد'],
      ['d-b', 'فمشكلة'],
    ]);
  });
  test('a root that begins with the letter is not cut', () => {
    expect(found({ 'd-a': ['لد'] }, 'ولد', 'ar')).toEqual([]);
    expect(found(words, 'ولد', 'ar')).toEqual([['d-d', 'ولد']]);
  });
});

describe('any text', () => {
  const words = {
    'd-a': ['a', 'not *', 'İstanbul', 'straße*', 'عبد', 'don’t'],
    'd-b': ['a * b', 'é', 'ok*'],
    'd-c': ['満足', 'か'],
  };
  test.each(['en', 'de', 'tr', 'ar', 'he', 'ja', 'th'])(
    'offsets slice the text, in order and apart (%s)',
    (language) => {
      const match = matcherOf(words, language);
      fc.assert(
        fc.property(anyText, (text) => {
          let last = 0;
          for (const { start, end } of match(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        }),
      );
    },
  );

  test('what a plain form matched is that form', () => {
    const match = matcherOf({ 'd-a': ['straße', 'don’t', 'عبد', 'é'] });
    const forms = new Set(['straße', 'don’t', 'عبد', 'é'].map(foldWord));
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end } of match(text)) expect(forms).toContain(foldWord(text.slice(start, end)));
      }),
    );
  });

  test('tokens slice the text in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(foldWord(text.slice(token.start, token.end))).toBe(token.word);
          last = token.end;
        }
      }),
    );
  });

  test('forms of any kind build a matcher that reads any text', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 5 }),
        anyText,
        fc.constantFrom('en', 'ja', 'ar'),
        (forms, text, language) => {
          for (const { start, end } of matcherOf({ 'd-a': forms }, language)(text)) expect(end).toBeGreaterThan(start);
        },
      ),
    );
  });

  describe.each(['en', 'ar', 'ja'])('hostile input (%s)', (language) => {
    const match = matcherOf({ ...words, 'd-e': ['a*', 'aaaaaaaa*', 'あああ'] }, language);
    test.each(hostileTexts)('%s', (_, text) => {
      for (const { end } of match(text)) expect(end).toBeLessThanOrEqual(text.length);
    });
  });
});
