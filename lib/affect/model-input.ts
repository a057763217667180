/**
 * From a message to the model's input, one way for training and for reading: the concepts found in it, then its word
 * pieces, and beside each piece the concept that covers it. What the model learnt holds only while both sides build the
 * same numbers, so nothing else may build them.
 */
import { ownWords } from '../text/clean.ts';
import type { Feature } from './features.ts';

/** Cuts text into pieces and their ids; `▁` opens a word. The pieces, joined, are the text with a `▁` for each space. */
export type PieceTokenizer = (text: string) => { ids: readonly number[]; tokens: readonly string[] };

/** The part of `attune.json` that shapes inputs. */
export interface InputSettings {
  /** Word pieces in one input at most. */
  window: number;
  /** Pieces that two neighbouring windows of a long message share. */
  overlap: number;
  maxConcepts: number;
  ids: { pad: number; start: number; separator: number; conceptBase: number };
  /** Concept ids and signs, in the order of their rows in the model. */
  concepts: readonly string[];
}

/** One window, without padding: `[start, concepts…, separator, pieces…]` and for each place 0 or 1 + a concept's index. */
export interface ModelInput {
  inputIds: number[];
  tagIds: number[];
}

/**
 * The windows of a message, at least one. `features` are those of `extractFeatures(text, …)`; concepts that the model
 * does not know are left out.
 */
export function buildInputs(
  text: string,
  features: readonly Feature[],
  tokenize: PieceTokenizer,
  settings: InputSettings,
): ModelInput[] {
  const known = features
    .map((feature) => ({ ...feature, index: settings.concepts.indexOf(feature.id) }))
    .filter((feature) => feature.index >= 0);
  const { normalised, sources } = normalise(ownWords(text));
  const { ids, tokens } = tokenize(normalised);
  const marks = paint(known, text.length);
  const spans = pieceSpans(tokens, normalised.length);
  const tags = spans.map(([from, to]) => tagOf(marks, sources, from, to));
  const step = Math.max(1, settings.window - settings.overlap);
  const windows: ModelInput[] = [];
  for (let first = 0; first === 0 || first + settings.overlap < ids.length; first += step) {
    const last = Math.min(ids.length, first + settings.window);
    const whole = first === 0 && last === ids.length;
    const from = sourceAt(sources, spans[first]?.[0] ?? 0, text.length);
    const to = last === ids.length ? text.length : sourceAt(sources, spans[last]?.[0] ?? 0, text.length);
    // Length is a sign of the whole message (it has no place); all else belongs where it stands.
    const here = whole ? known : known.filter((f) => f.end === 0 || (f.start >= from && f.start < to));
    const concepts = withoutRepeats(here.map((f) => f.index)).slice(0, settings.maxConcepts);
    const { start, separator, conceptBase } = settings.ids;
    windows.push({
      inputIds: [start, ...concepts.map((index) => conceptBase + index), separator, ...ids.slice(first, last)],
      tagIds: [0, ...concepts.map((index) => index + 1), 0, ...tags.slice(first, last)],
    });
  }
  return windows;
}

/** As the pieces were learnt: compatibility forms and capitals folded, runs of white space one space. */
export function normalise(text: string): { normalised: string; sources: number[] } {
  let normalised = '';
  const sources: number[] = [];
  for (const cluster of text.matchAll(clusterPattern)) {
    const folded = cluster[0].normalize('NFKC').toLowerCase().normalize('NFKC');
    for (const sign of folded) {
      const space = /\s/u.test(sign);
      if (space && (normalised === '' || normalised.endsWith(' '))) continue;
      normalised += space ? ' ' : sign;
      for (let unit = 0; unit < (space ? 1 : sign.length); unit++) sources.push(cluster.index);
    }
  }
  if (normalised.endsWith(' ')) {
    normalised = normalised.slice(0, -1);
    sources.pop();
  }
  return { normalised, sources };
}

/** What may melt into one sign under NFKC: a sign with the marks after it, or a run of Korean half-syllables. */
const clusterPattern = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+\p{M}*|\P{M}\p{M}*|\p{M}+/gu;

/** Which concept covers each place of the text; words before mere signs, the first match before later ones. */
function paint(features: readonly (Feature & { index: number })[], length: number): Uint16Array {
  const marks = new Uint16Array(length);
  const signsLast = [...features].sort((a, b) => Number(a.id.startsWith('x-')) - Number(b.id.startsWith('x-')));
  for (const { index, start, end } of signsLast) {
    for (let at = start; at < Math.min(end, length); at++) if (marks[at] === 0) marks[at] = index + 1;
  }
  return marks;
}

/** The first piece opens with a `▁` for no space, so the walk begins one place before the text. */
function pieceSpans(tokens: readonly string[], length: number): [from: number, to: number][] {
  let at = -1;
  return tokens.map((token) => {
    const from = Math.min(Math.max(at, 0), length);
    at += token.length;
    return [from, Math.min(Math.max(at, 0), length)];
  });
}

function tagOf(marks: Uint16Array, sources: readonly number[], from: number, to: number): number {
  for (let unit = from; unit < to; unit++) {
    const mark = marks[sources[unit] as number];
    if (mark) return mark;
  }
  return 0;
}

const sourceAt = (sources: readonly number[], unit: number, otherwise: number): number => sources[unit] ?? otherwise;

const withoutRepeats = (ids: readonly number[]): number[] => ids.filter((id, i) => id !== ids[i - 1]);
