/** Which languages a text may be in, best first, each with a probability: script first, then the model of that script. */
import { ownWords } from '../text/clean.ts';
import { fold, words } from './features.ts';
import type { LanguageModel } from './model.ts';
import { type Script, scriptOf } from './scripts.ts';

export interface Candidate {
  language: string;
  probability: number;
}

export interface Ranking {
  script: Script;
  /** Letters of that script. */
  letters: number;
  /** Best first; empty where the text has no letters or its script is none of ours. */
  candidates: Candidate[];
  /** How likely it is a language that the model does not name. */
  other: number;
}

export interface RankOptions {
  /** The languages to choose among; all that the model knows where left out. */
  among?: readonly string[];
  /** Log-odds by language that are added to what the text says. */
  prior?: ReadonlyMap<string, number>;
}

/** What the latest words of a long message say is what we want; beyond this they say it again. */
export const longestText = 4_000;

/** Languages that their script names by itself. */
const ofScript: Partial<Record<Script, string>> = {
  greek: 'el',
  hebrew: 'he',
  devanagari: 'hi',
  bengali: 'bn',
  gurmukhi: 'pa',
  gujarati: 'gu',
  odia: 'or',
  tamil: 'ta',
  telugu: 'te',
  kannada: 'kn',
  malayalam: 'ml',
  sinhala: 'si',
  thai: 'th',
  lao: 'lo',
  tibetan: 'bo',
  burmese: 'my',
  georgian: 'ka',
  hangul: 'ko',
  ethiopic: 'am',
  khmer: 'km',
  armenian: 'hy',
  kana: 'ja',
  han: 'zh',
};

/** Kana make Japanese, from one in eight on: Chinese texts quote a Japanese name now and then. */
const kanaShare = 1 / 8;
/** A Chinese or Japanese character says as much as several Latin letters; so does a syllable of Korean. */
const denseWeight = 3;
/** Somebody who writes in a script of their own and drops Latin product names into it writes that script's language. */
const ownScriptWeight = 1.6;

/** Ranks the customer's own words of a text. Never throws; time is bounded whatever the text. */
export function rank(text: string, model: LanguageModel | undefined, options: RankOptions = {}): Ranking {
  return rankWords(words(fold(ownWords(text.slice(0, longestText)))), model, options);
}

function rankWords(all: readonly string[], model: LanguageModel | undefined, options: RankOptions): Ranking {
  const counts = new Map<Script, number>();
  const scripts = all.map((word) => {
    const script = scriptOf(word.codePointAt(0) ?? 0);
    if (script !== 'han' && script !== 'kana') counts.set(script, (counts.get(script) ?? 0) + word.length);
    else
      for (const character of word) {
        const own = scriptOf(character.codePointAt(0) ?? 0);
        counts.set(own, (counts.get(own) ?? 0) + 1);
      }
    return script;
  });
  const { script, letters } = mainScript(counts);
  const allowed = options.among && new Set(options.among.map(asModel));
  const named = ofScript[script];
  if (letters === 0) return { script, letters, candidates: [], other: 0 };
  if (named) {
    if (allowed && !allowed.has(named)) return { script, letters, candidates: [], other: 1 };
    return { script, letters, candidates: [{ language: named, probability: letters < 3 ? 0.9 : 0.99 }], other: 0 };
  }
  const group = model?.group(script);
  if (!group) return { script, letters, candidates: [], other: 1 };

  const scores = group.scores(all.filter((_, i) => scripts[i] === script));
  const best = new Map<string, number>();
  let most = Number.NEGATIVE_INFINITY;
  group.classes.forEach((kind, i) => {
    if (kind.other ? allowed : allowed && !allowed.has(kind.language)) return;
    const language = kind.language === 'nn' ? 'nb' : kind.language;
    const score =
      (scores[i] as number) + (kind.transliterated ? transliteratedOdds : 0) + (options.prior?.get(language) ?? 0);
    most = Math.max(most, score);
    best.set(language, logSum(best.get(language), score));
  });
  let total = 0;
  for (const score of best.values()) total += Math.exp(score - most);
  const candidates = [...best]
    .map(([language, score]) => ({ language, probability: Math.exp(score - most) / total }))
    .sort((a, b) => b.probability - a.probability);
  const other = candidates.find((candidate) => candidate.language === 'other')?.probability ?? 0;
  return { script, letters, candidates: candidates.filter((candidate) => candidate.language !== 'other'), other };
}

/** Few write their language in another script than its own, so it takes more to believe it. */
const transliteratedOdds = -1.5;

const asModel = (language: string): string => (language === 'no' ? 'nb' : language);

const logSum = (a: number | undefined, b: number): number =>
  a === undefined ? b : Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

function mainScript(counts: ReadonlyMap<Script, number>): { script: Script; letters: number } {
  const kana = counts.get('kana') ?? 0;
  const han = counts.get('han') ?? 0;
  let script: Script = 'other';
  let letters = 0;
  let weight = 0;
  const weigh = (name: Script, count: number, heavy: number) => {
    if (count * heavy > weight) [script, letters, weight] = [name, count, count * heavy];
  };
  weigh(kana >= (kana + han) * kanaShare ? 'kana' : 'han', kana + han, denseWeight);
  for (const [name, count] of counts)
    if (name !== 'kana' && name !== 'han')
      weigh(name, count, name === 'hangul' ? denseWeight : name === 'latin' ? 1 : ownScriptWeight);
  return { script, letters };
}
