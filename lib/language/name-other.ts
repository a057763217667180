/** Names languages that our model does not: franc knows 187, from whole sentences on. The only file that imports it. */
import { francAll } from 'franc';
import { languageFromIso6393, toIso6393 } from '../locale.ts';
import type { Candidate } from './rank.ts';

/** Candidates for a text, best first, as BCP 47 languages; empty where the text is too short to tell. */
export type NameOther = (text: string, among?: readonly string[]) => Candidate[];

/** Shorter texts get nonsense: of one-liners franc misreads between a quarter and a half. */
const fewestLetters = 40;
const shownMost = 3;

export const nameOther: NameOther = (text, among) => {
  if (text.length < fewestLetters) return [];
  const only = among?.map((language) => toIso6393(language)).filter((code): code is string => code !== undefined);
  const [first, second, third] = francAll(text, only ? { only } : {});
  // Its scores are relative to the best, which is always 1: a distance is all that can be made of them.
  return [first, second, third].slice(0, shownMost).flatMap((entry, place) => {
    const language = entry && entry[0] !== 'und' ? shortCode(entry[0]) : undefined;
    const margin = (first?.[1] ?? 1) - (second?.[1] ?? 0);
    return language ? [{ language, probability: place === 0 ? Math.min(0.9, 0.55 + margin * 3) : 0.1 }] : [];
  });
};

/** `swh` → `sw`: the shortest code, as BCP 47 wants it. */
function shortCode(iso6393: string): string {
  const ours = languageFromIso6393(iso6393);
  if (ours) return ours;
  try {
    return new Intl.Locale(iso6393).language;
  } catch {
    return iso6393;
  }
}
