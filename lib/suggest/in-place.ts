import type { Suggestion } from './types.ts';

/**
 * New suggestions in the order in which they stand already; those that come to the list follow after them. A better
 * reading may add and take away, but nothing that stays moves under the agent's hand.
 */
export function inPlace(shown: readonly Suggestion[], next: readonly Suggestion[]): Suggestion[] {
  const place = new Map(shown.map(({ id }, i) => [id, i]));
  const placeOf = ({ id }: Suggestion) => place.get(id) ?? shown.length;
  return next.toSorted((a, b) => placeOf(a) - placeOf(b));
}
