/**
 * The trained reading of a message, with the same answer as the rules' (`read.ts`): the model's chances, the rules where
 * they are certain, and the words that carried it. Pure: what runs the graph arrives as an argument (`model-onnx.ts`).
 */
import { ownWords } from '../text/clean.ts';
import type { Feature } from './features.ts';
import { type Lead, led } from './hub/lead.ts';
import { type Claims, claimsOf, combine } from './model-claims.ts';
import { type Chances, chanceOfEmotion, chanceOfSignal, mergeChances, type Scores, toChances } from './model-decode.ts';
import { carriers, conceptMarks, type Marks, unexplained } from './model-evidence.ts';
import { buildInputs, type ModelInput, type PieceTokenizer } from './model-input.ts';
import type { ModelSettings } from './model-settings.ts';
import { type Affect, conceptsOf, readFeatures, signalChance } from './read.ts';
import { leaveOut, phrases } from './spans.ts';

/** One message to read. Features are those of `extractFeatures`, with the words that a lead taught. */
export interface AffectInput {
  text: string;
  features: Feature[];
  language: string;
  /** Whether the words that led to the reading are wanted; they may cost a second run. */
  evidence: boolean;
  /** What a model that the lead chose says of it: it leads for sentiment and emotion. */
  lead?: Lead;
}

/** Reads messages, answers in their order. Rejects where it cannot: then the rules read. */
export interface AffectModel {
  read(messages: readonly AffectInput[]): Promise<Affect[]>;
}

/** A model that is loaded: its settings, its word pieces, and a run over windows of any number, in their order. */
export interface ModelRuntime {
  settings: ModelSettings;
  tokenize: PieceTokenizer;
  run(windows: readonly ModelInput[]): Promise<Scores[]>;
}

/** Phrases of a longer message are not left out one by one: it would take as many runs, for words that are found anyway. */
const windowsForPhrases = 2;

interface Read {
  message: AffectInput;
  chances: Chances;
  windows: number;
}

export function createAffectModel({ settings, tokenize, run }: ModelRuntime): AffectModel {
  async function chancesOf(messages: readonly Pick<AffectInput, 'text' | 'features'>[]) {
    const windows = messages.map(({ text, features }) => buildInputs(text, features, tokenize, settings));
    const scores = await run(windows.flat());
    let next = 0;
    return windows.map((own) => {
      const chances = scores.slice(next, next + own.length).map((s) => toChances(s, settings));
      next += own.length;
      return { chances: mergeChances(chances), windows: own.length };
    });
  }

  async function read(messages: readonly AffectInput[]): Promise<Affect[]> {
    if (messages.length === 0) return [];
    const found = await chancesOf(messages);
    const readings: Affect[] = [];
    for (const [i, message] of messages.entries())
      readings.push(await explained({ message, ...(found[i] as Omit<Read, 'message'>) }));
    return readings;
  }

  async function explained({ message, chances, windows }: Read): Promise<Affect> {
    const rules = readFeatures(message.features);
    const wordless = ownWords(message.text).trim() === '';
    // Nothing of the customer's own to read: a model asked about nothing still answers.
    if (wordless) return rules;
    // The words are looked for with our own chances: only our model is asked again without a phrase.
    const said = message.lead ? led(chances, message.lead) : chances;
    const claims = combine(claimsOf(said, settings), said, rules, (signal) => signalChance(signal, message.features));
    const marks = conceptMarks(claims, message.features);
    if (message.evidence && windows <= windowsForPhrases) await addPhrases(message, claims, chances, marks);
    return {
      ...claims,
      emotion: { ...claims.emotion, marks: marks.emotion },
      signals: claims.signals.map((signal) => ({ ...signal, marks: marks.signals.get(signal.value) ?? [] })),
      concepts: conceptsOf(message.features),
    };
  }

  async function addPhrases(message: AffectInput, claims: Claims, chances: Chances, marks: Marks): Promise<void> {
    const open = unexplained(claims, marks);
    if (!open.emotion && open.signals.length === 0) return;
    const own = { text: ownWords(message.text), features: message.features };
    const spans = phrases(own.text, message.language);
    // Of a single phrase there is nothing to compare with: it is the answer.
    const without =
      spans.length > 1
        ? (await chancesOf(spans.map((span) => leaveOut(own, span)))).map((each) => each.chances)
        : undefined;
    const carriersOf = (chance: (c: Chances) => number) =>
      without
        ? carriers(chance, chances, spans, without)
        : spans.map(({ start, end }) => ({ id: 'x-said', start, end }));
    if (open.emotion) marks.emotion = carriersOf((c) => chanceOfEmotion(claims.emotion.value, c));
    for (const signal of open.signals)
      marks.signals.set(
        signal,
        carriersOf((c) => chanceOfSignal(signal, c)),
      );
  }

  return { read };
}
