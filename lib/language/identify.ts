/**
 * The language of a customer's side of a thread. The latest message leads; earlier messages, the page, the team's
 * languages and corrections are a prior that decides only where the text does not. Too little evidence is an answer:
 * `unknown`, with candidates for the panel's question.
 */
import { languageOf } from '../locale.ts';
import type { LanguageReading, Source } from '../reading.ts';
import { ownWords } from '../text/clean.ts';
import type { LanguageModel } from './model.ts';
import type { NameOther } from './name-other.ts';
import { type Candidate, longestText, type Ranking, rank } from './rank.ts';
import { readRegion } from './region.ts';

export interface LanguageHints {
  /** Languages the page or the desk states for the customer's messages. */
  page?: readonly string[];
  /** What the agent corrected it to. Decides. */
  corrected?: string;
  /** Languages that the team serves. */
  team?: readonly string[];
  /** How often the agent has corrected earlier readings to each language. */
  usual?: Readonly<Record<string, number>>;
  /** The languages to choose among; all that the model and `nameOther` know where left out. */
  among?: readonly string[];
}

export interface LanguageTools {
  /** Read from `public/language/model.bin`. Without it only scripts and `nameOther` speak. */
  model?: LanguageModel | undefined;
  /** Names what the model does not. */
  nameOther?: NameOther | undefined;
}

/** Log-odds that each kind of hint adds. Text of a sentence reaches 5 and more, a lone ambiguous word hardly 1. */
const odds = { page: 1.6, earlier: 2, usual: 1.2, team: 0.7 };
/** However often an agent has corrected: the next customer may write anything. */
const usualAtMost = 3;
/** Below this the panel asks: set so that few one-word messages get a wrong answer (docs/language.md). */
const sureEnough = 0.5;
/** A word or two must be clearer: names and borrowed words look like anything. */
const sureEnoughShort = 0.64;
const shortLetters = 12;
/** An earlier message has a say only if it was clear itself. */
const clear = 0.8;
const candidatesShown = 3;

/**
 * Reads the language of texts, newest first: the first with words in it leads, so a switch inside a thread is followed.
 * Never throws; time is bounded.
 */
export function identifyLanguage(
  texts: readonly string[],
  hints: LanguageHints = {},
  tools: LanguageTools = {},
): LanguageReading {
  if (hints.corrected) return { value: hints.corrected, confidence: 1, source: 'agent', evidence: [], others: [] };
  const among = hints.among ? { among: hints.among } : {};
  const place = texts.findIndex((text) => ownWords(text.slice(0, longestText)).trim() !== '');
  const latest = texts[place];
  if (latest === undefined) return unknown([]);

  const plain = ranked(latest, tools, among);
  const prior = priorOf(hints);
  const before = texts.slice(place + 1, place + 4).join('\n');
  const [earlier] = before ? ranked(before, tools, among).candidates : [];
  if (earlier && earlier.probability >= clear) raise(prior, earlier.language, odds.earlier);
  const { candidates, letters, other } =
    prior.size === 0 ? plain : { ...plain, ...ranked(latest, tools, { ...among, prior }) };

  const [first] = candidates;
  if (!first) return unknown([]);
  const wanted = letters <= shortLetters ? sureEnoughShort : sureEnough;
  if (first.probability < wanted || other > first.probability) return unknown(candidates);
  const [byText] = plain.candidates;
  const source: Source = byText?.language === first.language && byText.probability >= wanted ? 'text' : 'page';
  const region = readRegion(first.language, latest);
  return {
    value: first.language,
    confidence: round(first.probability),
    source,
    evidence: [],
    others: shown(candidates.slice(1)),
    ...(region ? { region } : {}),
  };
}

/** The model's ranking; where it sees a language that it does not know, that of `nameOther`. */
function ranked(text: string, tools: LanguageTools, options: Parameters<typeof rank>[2]): Ranking {
  const ranking = rank(text, tools.model, options);
  const [first] = ranking.candidates;
  if (ranking.letters === 0 || (first && first.probability >= ranking.other)) return ranking;
  const named =
    tools.nameOther?.(ownWords(text.slice(0, longestText)).replace(/\s+/g, ' ').trim(), options?.among) ?? [];
  if (named.length === 0) return ranking;
  const known = new Set(named.map((candidate) => candidate.language));
  return { ...ranking, candidates: [...named, ...ranking.candidates.filter((c) => !known.has(c.language))], other: 0 };
}

function priorOf(hints: LanguageHints): Map<string, number> {
  const prior = new Map<string, number>();
  const add = (tags: readonly string[] | undefined, by: number) => {
    for (const language of new Set((tags ?? []).map(languageOf))) if (language) raise(prior, language, by);
  };
  add(hints.page, odds.page);
  add(hints.team, odds.team);
  for (const [tag, times] of Object.entries(hints.usual ?? {}))
    add([tag], Math.min(usualAtMost, odds.usual * Math.log2(1 + Math.max(0, times))));
  return prior;
}

const raise = (prior: Map<string, number>, language: string, by: number): void => {
  prior.set(language, (prior.get(language) ?? 0) + by);
};

const shown = (candidates: readonly Candidate[]): LanguageReading['others'] =>
  candidates
    .slice(0, candidatesShown)
    .filter((candidate) => candidate.probability >= 0.01)
    .map(({ language, probability }) => ({ language, confidence: round(probability) }));

const unknown = (candidates: readonly Candidate[]): LanguageReading => ({
  value: 'unknown',
  confidence: 0,
  source: 'text',
  evidence: [],
  others: shown(candidates),
});
const round = (x: number): number => Math.round(x * 100) / 100;
