import { moves } from '../../lib/pack/moves.ts';
import type { Suggestion } from '../../lib/suggest/types.ts';
import { nameOf, type Translate } from '../shared/strings.tsx';

/** Sorted by move as a good reply has them; within a move the given order, best first, stays. */
export function inReplyOrder(suggestions: Suggestion[]): Suggestion[] {
  return suggestions.toSorted((a, b) => moves.indexOf(a.move) - moves.indexOf(b.move));
}

/** Whether the text, its gloss or the name of its move contains the words, whatever their case and accents. */
export function matches(suggestion: Suggestion, words: string, t: Translate): boolean {
  const text = plain([suggestion.text, suggestion.gloss?.text, nameOf(t, 'move', suggestion.move)].join('\n'));
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  // Upper case, because only that way ß and ss are the same.
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toUpperCase();
}
