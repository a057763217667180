/**
 * From text to features: the concepts found in it (see `matcher.ts`), with negation kept in mind, and a few signs that
 * are not words. The rule-based reading weighs these; the words behind each are its evidence.
 */
import { ownWords } from '../text/clean.ts';
import type { Match, Matcher } from './matcher.ts';
import { tokenize } from './tokens.ts';

export interface Feature {
  /** A concept id, or `x-…` for a sign that is no word. */
  id: string;
  start: number;
  end: number;
}

/** Concepts that praise; “not” before them turns them round. */
export const praising: ReadonlySet<string> = new Set([
  'w-joy',
  'w-gratitude',
  'w-love',
  'w-relief',
  'e-excellent',
  'e-good',
  'e-kind',
  'e-fast',
  'e-easy',
  'e-recommend',
  'f-solved',
]);
/** Feelings and judgements against; “not” before them takes them away. */
export const blaming: ReadonlySet<string> = new Set([
  'w-anger',
  'w-frustration',
  'w-disappointment',
  'w-worry',
  'w-sadness',
  'e-bad',
  'e-terrible',
  'e-slow',
  'e-rude',
  'e-difficult',
]);
const negation = 'd-not';
/** How many words may stand between “not” and what it negates (“not at all happy”). */
const negationReach = 2;

const emoji: readonly [id: string, pattern: RegExp][] = [
  ['x-emoji-happy', /[😀😁😂🤣😃😄😅😆😊🙂😉☺🎉🥳👏👍💪✨🤩]/u],
  ['x-emoji-love', /[❤💙💚💛🧡💜🖤😍🥰😘🙏💕💖]/u],
  ['x-emoji-angry', /[😠😡🤬👎💢🤦🙄😤]/u],
  ['x-emoji-sad', /[😢😭😞😔☹🙁😟😥😰😨😩😫💔]/u],
];

/** All signs that are no words, in a fixed order: a trained model has a row for each. */
export const signIds: readonly string[] = [
  'x-not-good',
  'x-not-bad',
  'x-exclamation',
  'x-exclamations',
  'x-question',
  'x-capitals',
  'x-dots',
  ...emoji.map(([id]) => id),
  'x-short',
  'x-medium',
  'x-long',
];

/** Features of one message, in order of appearance; offsets are those of `text`. */
export function extractFeatures(text: string, match: Matcher): Feature[] {
  const own = ownWords(text);
  const matches = match(own);
  const features: Feature[] = [];
  const negators = matches.filter((m) => m.token >= 0 && m.concepts.includes(negation));
  for (const found of matches) {
    for (const concept of found.concepts) {
      const negated = isNegated(found, negators, own);
      const id =
        negated && praising.has(concept) ? 'x-not-good' : negated && blaming.has(concept) ? 'x-not-bad' : concept;
      features.push({ id, start: found.start, end: found.end });
    }
  }
  features.push(...signs(own));
  return features;
}

/** “Not” reaches to the end of its sentence at most: “It still does not. Terrible!” */
function isNegated(found: Match, negators: readonly Match[], text: string): boolean {
  return negators.some(
    (n) =>
      n !== found &&
      found.token > n.token &&
      found.token - n.token <= negationReach + 1 &&
      !/[.!?…\n؟]/u.test(text.slice(n.end, found.start)),
  );
}

function signs(text: string): Feature[] {
  const found: Feature[] = [];
  const add = (id: string, start: number, length = 1) => found.push({ id, start, end: start + length });
  const exclamation = text.search(/[!！]/u);
  if (exclamation >= 0) add('x-exclamation', exclamation);
  const shout = text.search(/[!！?？]{2}/u);
  if (shout >= 0) add('x-exclamations', shout, 2);
  // Japanese asks with か at the end of a sentence, and mostly without a mark.
  const question = text.search(/[?？؟]|(?<=\p{Script=Greek})[;\u037E]|か(?=[。．\s]|$)/u);
  if (question >= 0) add('x-question', question);
  const capitals = capitalWords(text);
  if (capitals) add('x-capitals', capitals.start, capitals.end - capitals.start);
  const dots = text.search(/\.{3}|…/u);
  if (dots >= 0) add('x-dots', dots);
  for (const [id, pattern] of emoji) {
    const at = text.search(pattern);
    if (at >= 0) add(id, at, String.fromCodePoint(text.codePointAt(at) as number).length);
  }
  const length = text.trim().length;
  if (length > 0) found.push({ id: length < 60 ? 'x-short' : length > 300 ? 'x-long' : 'x-medium', start: 0, end: 0 });
  return found;
}

/** Two or more words in capitals of four letters and more: a raised voice, not an abbreviation. */
function capitalWords(text: string): { start: number; end: number } | undefined {
  const words = tokenize(text);
  const loud = words.filter((t) => t.end - t.start >= 4 && isUpper(text.slice(t.start, t.end)));
  const first = loud[0];
  const last = loud.at(-1);
  return first && last && first !== last ? { start: first.start, end: first.end } : undefined;
}

const isUpper = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();
