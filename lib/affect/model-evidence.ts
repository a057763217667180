/**
 * The words that carried the model's reading. The words it was told about come first: a concept that speaks for the
 * answer. Where none does, phrases are left out one at a time, and those without which the answer fades are shown.
 */
import type { Signal } from '../reading.ts';
import type { Feature } from './features.ts';
import type { Claims } from './model-claims.ts';
import type { Chances } from './model-decode.ts';
import { type Mark, marksFor } from './read.ts';
import type { Span } from './spans.ts';

/** What a mark stands for that no concept explains: the words speak for themselves. */
export const saidSo = 'x-said';

export interface Marks {
  emotion: Mark[];
  signals: Map<Signal, Mark[]>;
}

/** Courtesies and questions show themselves; nobody needs a phrase picked out for them. */
const selfEvident: ReadonlySet<Signal> = new Set(['question', 'thanks', 'apology']);

export function conceptMarks(claims: Claims, features: readonly Feature[]): Marks {
  return {
    emotion: claims.emotion.value === 'neutral' ? [] : marksFor(claims.emotion.value, features),
    signals: new Map(claims.signals.map(({ value }) => [value, marksFor(value, features)])),
  };
}

/** The answers that no known word explains. */
export function unexplained(claims: Claims, marks: Marks): { emotion: boolean; signals: Signal[] } {
  return {
    emotion: claims.emotion.value !== 'neutral' && marks.emotion.length === 0,
    signals: claims.signals
      .map(({ value }) => value)
      .filter((value) => !selfEvident.has(value) && (marks.signals.get(value)?.length ?? 0) === 0),
  };
}

/** A phrase carries an answer if its log-odds fall by at least this without it. */
const leastFall = 0.4;
/** And by this share of the fall of the phrase that carries most. */
const shareOfMost = 0.6;
const phrasesShown = 2;

/**
 * The phrases that carried an answer, the strongest first. `without[i]` are the chances of the message without
 * `phrases[i]`; `chance` picks the answer's.
 */
export function carriers(
  chance: (chances: Chances) => number,
  whole: Chances,
  phrases: readonly Span[],
  without: readonly Chances[],
): Mark[] {
  const before = logOdds(chance(whole));
  const falls = phrases.map((phrase, i) => ({ phrase, fall: before - logOdds(chance(without[i] as Chances)) }));
  const most = Math.max(leastFall, ...falls.map(({ fall }) => fall)) * shareOfMost;
  return falls
    .filter(({ fall }) => fall >= Math.max(leastFall, most))
    .sort((a, b) => b.fall - a.fall)
    .slice(0, phrasesShown)
    .map(({ phrase }) => ({ id: saidSo, start: phrase.start, end: phrase.end }));
}

const nearly = 1e-6;
const logOdds = (chance: number): number => {
  const p = Math.min(1 - nearly, Math.max(nearly, chance));
  return Math.log(p / (1 - p));
};
