import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, countOf, isInsertion, squash } from '../../../lib/desk/insert/text.ts';

test('white space, NBSP and fillers do not count', () => {
  expect(squash('a\u00A0b\uFEFF\u200B\n c\u2060')).toBe('abc');
});

test('occurrences do not overlap', () => {
  expect(countOf('aaaa', 'aa')).toBe(2);
  expect(countOf('abc', '')).toBe(0);
});

describe('an insertion', () => {
  test('is recognised wherever it happened', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.nat(), (draft, part, seed) => {
        const at = seed % (draft.length + 1);
        expect(isInsertion(draft, draft.slice(0, at) + part + draft.slice(at), part)).toBe(true);
      }),
    );
  });

  test('into an earlier copy of the same phrase is one', () => {
    expect(compare('thanks', 'thathanksnks', 'thanks')).toBe('landed');
  });

  test('that came twice, changed the draft or lost a part is none', () => {
    expect(compare('a', 'axyxy', 'xy')).toBe('other');
    expect(compare('ab', 'axy', 'xyz')).toBe('other');
    expect(compare('a', 'ax', 'xy')).toBe('other');
    expect(compare('a', 'a', 'xy')).toBe('unchanged');
  });

  test('counts when the agent typed on meanwhile', () => {
    expect(compare('a', 'axyb', 'xy')).toBe('landed');
  });
});
