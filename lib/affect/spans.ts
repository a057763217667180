/** The phrases of a message, to be left out one at a time to see which of them carried a reading. */
import type { Feature } from './features.ts';
import { tokenize, unspacedLanguages } from './tokens.ts';

export interface Span {
  start: number;
  end: number;
}

/** Words with their places; in languages without spaces as the platform divides them. */
export function wordSpans(text: string, language: string): Span[] {
  if (!unspacedLanguages.has(language)) return tokenize(text).map(({ start, end }) => ({ start, end }));
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

const clauseEnd = /[.!?…\n。！？؟।,;:،、，；：–—()]/u;

/** A longer phrase is halved as long as there are fewer than this; more than this are joined. */
const phrasesWanted = 6;
const shortestHalf = 3;

/** A message in at most six phrases, cut where it pauses: what is left out, one at a time, to see what it did. */
export function phrases(text: string, language: string): Span[] {
  const words = wordSpans(text, language);
  const groups: Span[][] = [];
  words.forEach((word, i) => {
    const before = i === 0 ? '' : text.slice(words[i - 1]?.end, word.start);
    const current = groups.at(-1);
    if (current && !clauseEnd.test(before)) current.push(word);
    else groups.push([word]);
  });
  for (;;) {
    const longest = groups.reduce((best, group, i) => (group.length > (groups[best]?.length ?? 0) ? i : best), 0);
    const group = groups[longest] ?? [];
    if (groups.length >= phrasesWanted || group.length < 2 * shortestHalf) break;
    const half = Math.ceil(group.length / 2);
    groups.splice(longest, 1, group.slice(0, half), group.slice(half));
  }
  while (groups.length > phrasesWanted) {
    const size = (i: number) => (groups[i]?.length ?? 0) + (groups[i + 1]?.length ?? 0);
    let shortest = 0;
    for (let i = 1; i + 1 < groups.length; i++) if (size(i) < size(shortest)) shortest = i;
    groups.splice(shortest, 2, [...(groups[shortest] ?? []), ...(groups[shortest + 1] ?? [])]);
  }
  return groups.map((group) => ({ start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 }));
}

/** The message without one phrase: its words gone, its features too, all others where they now stand. */
export function leaveOut(
  { text, features }: { text: string; features: readonly Feature[] },
  { start: from, end: to }: Span,
): { text: string; features: Feature[] } {
  const gone = to - from;
  return {
    text: text.slice(0, from) + text.slice(to),
    features: features
      .filter((f) => f.end === f.start || f.end <= from || f.start >= to)
      .map((f) => (f.start >= to && f.end > f.start ? { ...f, start: f.start - gone, end: f.end - gone } : { ...f })),
  };
}
