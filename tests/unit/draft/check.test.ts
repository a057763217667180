import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDraft } from '../../../lib/draft/check.ts';
import { type ResolvedPack, resolvePack } from '../../../lib/pack/resolve.ts';
import type { AvoidItem } from '../../../lib/pack/schema.ts';
import { anyText, hostileTexts } from '../text/arbitrary.ts';

const blank = { why: 'left open', instead: 'fill it in' };
const item = (id: string, ...forms: string[]): AvoidItem => ({ id, forms, why: `why ${id}`, instead: `instead ${id}` });
const packOf = (locale: string, ...avoid: AvoidItem[]): ResolvedPack => ({ ...resolvePack(locale, [], []), avoid });
const english = packOf(
  'en',
  item('avoid.a', 'unfortunately'),
  item('avoid.b', 'any inconvenience', 'calm down'),
  item('avoid.c', 'polic*'),
);

describe('checkDraft', () => {
  test('finds phrases of the avoid-list with reason and remedy, in order', () => {
    const draft = 'Unfortunately our policies … sorry for any inconvenience.';
    expect(checkDraft(draft, english, blank)).toEqual([
      { start: 0, end: 13, words: 'Unfortunately', why: 'why avoid.a', instead: 'instead avoid.a' },
      { start: 18, end: 26, words: 'policies', why: 'why avoid.c', instead: 'instead avoid.c' },
      { start: 39, end: 56, words: 'any inconvenience', why: 'why avoid.b', instead: 'instead avoid.b' },
    ]);
  });
  test('finds blanks left open', () => {
    expect(checkDraft('Because of [reason] and [x\ny].', english, blank)).toEqual([
      { start: 11, end: 19, words: '[reason]', ...blank },
    ]);
  });
  test('a good draft and an empty one have no findings', () => {
    expect(checkDraft('I am checking this today.', english, blank)).toEqual([]);
    expect(checkDraft('', english, blank)).toEqual([]);
  });
  test('reads languages without spaces', () => {
    expect(
      checkDraft('恐れ入りますがご了承ください。', packOf('ja', item('avoid.a', 'ご了承ください')), blank),
    ).toMatchObject([{ words: 'ご了承ください' }]);
  });
  test('shows at most twenty', () => {
    expect(checkDraft('unfortunately '.repeat(100), english, blank)).toHaveLength(20);
  });
  test('findings slice the draft, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom('unfortunately', '[x]', 'any inconvenience ')), { maxLength: 5 }),
        (parts) => {
          const draft = parts.join(' ');
          let last = 0;
          for (const { start, end, words } of checkDraft(draft, english, blank)) {
            expect(draft.slice(start, end)).toBe(words);
            expect(start).toBeGreaterThanOrEqual(last);
            last = start;
          }
        },
      ),
    );
  });
  test.each(hostileTexts)('reads %s', (_, text) => {
    expect(checkDraft(text, english, blank).length).toBeLessThanOrEqual(20);
  });
});
