import { expect, test } from 'vitest';
import { inPlace } from '../../../lib/suggest/in-place.ts';
import type { Suggestion } from '../../../lib/suggest/types.ts';

const list = (ids: string) => [...ids].map((id) => ({ id }) as Suggestion);
const ids = (suggestions: readonly Suggestion[]) => suggestions.map(({ id }) => id).join('');

test.each([
  ['abc', 'abc', 'abc'],
  ['abc', 'cba', 'abc'],
  ['abc', 'xcyba', 'abcxy'],
  ['abc', 'cxa', 'acx'],
  ['', 'ba', 'ba'],
  ['abc', '', ''],
])('%s, then %s: %s', (shown, next, expected) => {
  expect(ids(inPlace(list(shown), list(next)))).toBe(expected);
});
