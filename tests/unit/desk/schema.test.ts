// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { commentWords, publicWords } from '../../../lib/desk/desks/request-tracker-words.ts';
import { desks } from '../../../lib/desk/index.ts';
import { deskSchema } from '../../../lib/desk/schema.ts';

describe.each(desks.map((desk) => [desk.id, desk] as const))('%s', (_, desk) => {
  test('is a valid description', () => {
    expect(deskSchema.safeParse(desk)).toMatchObject({ success: true });
  });

  test('is pure data', () => {
    expect(JSON.parse(JSON.stringify(desk))).toEqual(desk);
  });

  test('has selectors that a browser understands', () => {
    const bad = selectorsOf(desk).filter((selector) => {
      try {
        document.querySelector(selector);
        return false;
      } catch {
        return true;
      }
    });
    expect(bad).toEqual([]);
  });
});

test('ids are unique', () => {
  expect(new Set(desks.map((desk) => desk.id)).size).toBe(desks.length);
});

test('no wording of Request Tracker means both a comment and an answer', () => {
  const both = commentWords.filter((word) => publicWords.some((p) => p.endsWith(word) || word.endsWith(p)));
  expect(both).toEqual([]);
});

test.each([
  ['an unknown key', { pattern: '.*' }],
  ['a missing fingerprint selector', { match: { hosts: ['*'], fingerprint: [''] } }],
  ['a wrong month', { activeRoot: [{ select: 'main', seen: '2026-13' }] }],
  ['two sources for a value', { subject: [{ attribute: 'a', parameter: 'b', seen: '2026-11' }] }],
  ['an empty condition', { editor: { candidates: [{ select: 'p', seen: '2026-11' }], note: [{}] } }],
  ['a pattern that could take long', { match: { hosts: ['*a*a*a*a*a*a*a*a*a*a'] } }],
])('%s is refused', (_, change) => {
  expect(deskSchema.safeParse({ ...desks[0], ...change }).success).toBe(false);
});

/** Everything that stands under a key which holds selectors. */
function selectorsOf(value: unknown, key = ''): string[] {
  const holds = ['select', 'frame', 'fingerprint', 'quoted', 'strip', 'send', 'ancestor', 'has', 'without', 'among'];
  if (typeof value === 'string') return holds.includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((v) => selectorsOf(v, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([k, v]) => selectorsOf(v, k));
}
