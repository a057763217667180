/**
 * Emotion, sentiment, intensity, urgency and signals of one message, by rules: a weighted sum of the concepts found in
 * it (`weights.ts`). Every weight is one number that a person can read and question. The trained model (`model.ts`) fills
 * the same interface; this reading answers at once and stays where no model is.
 */
import {
  type Emotion,
  emotions,
  type Intensity,
  type Sentiment,
  type Signal,
  sentimentOf,
  sentiments,
  signals,
} from '../reading.ts';
import { extractFeatures, type Feature } from './features.ts';
import type { Matcher } from './matcher.ts';
import { sigmoid, softmax } from './scores.ts';
import { intensityCuts, type Output, weights } from './weights.ts';

/** Where in the text, and what it stands for. */
export type Mark = Feature;

export interface Affect {
  emotion: { value: Emotion; confidence: number; marks: Mark[] };
  intensity: Intensity;
  sentiment: { value: Sentiment; confidence: number };
  /** 0 to 1: the customer needs an answer fast. */
  urgency: number;
  signals: { value: Signal; confidence: number; marks: Mark[] }[];
  /** Concept ids, without repeats, in order of appearance. */
  concepts: string[];
}

/**
 * What rules and trained model have in common: a message and its matched words in, a reading out. The model's readings
 * are made beforehand (`read-ahead.ts`), because it runs elsewhere.
 */
export type AffectReader = (text: string, match: Matcher) => Affect;

/** A signal below this is not mentioned. The fit moves each signal's cut here, where being right counts twice. */
export const signalThreshold = 0.5;
/** Below this chance, or without a word to show for it, no emotion is claimed: the customer counts as neutral. */
const emotionThreshold = 0.4;
/** “Thanks” is a courtesy before it is a feeling: gratitude must be likelier than that. */
const gratitudeThreshold = 0.55;
/** The chance that is enough where the customer named the feeling. */
const namedThreshold = 0.28;
/** Little words that belong to every text; they weigh a little but explain nothing. */
const explainsNothing =
  /^(?:d-(?!enough|finally|if-not|sarcasm|luckily|cannot|sorry|why)|x-(?:short|medium|long|dots|exclamation$|question))/u;
/** How sure the sentiment must be to be other than neutral where no emotion is claimed. */
const neutralOverruled = 0.7;
/** A feature is evidence when its weight speaks at least this much for the answer. */
const evidenceWeight = 0.3;
const evidenceShown = 4;

export const readAffect: AffectReader = (text, match) => readFeatures(extractFeatures(text, match));

/** The same for a message whose features are at hand. */
export function readFeatures(features: readonly Feature[]): Affect {
  const ids = [...new Set(features.map((f) => f.id))];
  const barred = barsGladness(ids);
  const emotionChances = softmax(
    emotions.map((value) => (barred && sentimentOf(value) === 'positive' ? -Infinity : score(value, ids))),
  );
  const emotion = claimEmotion(best(emotionChances, emotions), features);
  const sentiment = readSentiment(ids, emotionChances, emotion.value);
  return {
    emotion,
    intensity: emotion.value === 'neutral' ? 0 : toIntensity(score('intensity', ids)),
    sentiment,
    urgency: sigmoid(score('urgency', ids)),
    signals: signals
      .map((value) => {
        const floor = ids.includes(tooGrave[value] ?? '') ? graveFloor : 0;
        const marks = marksFor(value, features);
        return {
          value,
          confidence: Math.max(floor, sigmoid(score(value, ids))),
          marks: marks.length > 0 || floor === 0 ? marks : features.filter((f) => f.id === tooGrave[value]),
        };
      })
      .filter(
        ({ value, confidence }) =>
          confidence >= signalThreshold && !(value === 'sarcasm' && sentiment.value === 'positive'),
      ),
    concepts: conceptsOf(features),
  };
}

/** How likely a signal is by known words alone, mentioned or not. */
export const signalChance = (value: Signal, features: readonly Feature[]): number =>
  sigmoid(score(value, [...new Set(features.map((f) => f.id))]));

/** Concept ids without repeats, in order of appearance; signs that are no words are none. */
export function conceptsOf(features: readonly Feature[]): string[] {
  return [...new Set(features.map((f) => f.id))].filter((id) => !id.startsWith('x-'));
}

/** A word that alone raises a signal, however few messages taught its weight: to miss smoke is worse than to mention it. */
const tooGrave: Partial<Record<Signal, string>> = { safety: 'f-fire' };
const graveFloor = 0.6;

const ill = [
  ...['w-anger', 'w-frustration', 'w-disappointment', 'w-worry', 'w-sadness'],
  ...['e-terrible', 'e-unacceptable', 'e-insult', 'e-fraud'],
  ...['f-stolen', 'f-danger', 'f-fire', 'f-injury', 'f-illness', 'f-death', 'f-hardship'],
];
const glad = ['w-joy', 'w-gratitude', 'w-love', 'w-relief', 'e-excellent', 'e-good', 'e-kind', 'e-recommend'];

/** “So disappointed, and it was her birthday!”: emphasis and a feast are no joy beside an ill that is named. */
const barsGladness = (ids: readonly string[]): boolean =>
  ill.some((id) => ids.includes(id)) && !glad.some((id) => ids.includes(id));

function claimEmotion(found: { value: Emotion; confidence: number }, features: readonly Feature[]): Affect['emotion'] {
  if (found.value !== 'neutral') {
    const marks = marksFor(found.value, features);
    const usual = found.value === 'gratitude' ? gratitudeThreshold : emotionThreshold;
    const enough = marks.some((mark) => namesFeeling(mark.id, found.value)) ? namedThreshold : usual;
    if (marks.length > 0 && found.confidence >= enough) return { ...found, marks };
  }
  return {
    value: 'neutral',
    confidence: found.value === 'neutral' ? found.confidence : 1 - found.confidence,
    marks: [],
  };
}

/** “Thanks” is a courtesy before it is a feeling; a death needs no feeling word beside it. */
export function namesFeeling(concept: string, emotion: Emotion): boolean {
  if (emotion === 'gratitude' || emotion === 'joy') return false;
  return concept === `w-${emotion}` || (concept === 'f-death' && emotion === 'sadness');
}

/** The sentiment's own scores and what the emotions imply, half each: neither alone is as often right. */
function readSentiment(
  ids: readonly string[],
  emotionChances: readonly number[],
  claimed: Emotion,
): Affect['sentiment'] {
  const barred = barsGladness(ids);
  const chances = softmax(
    sentiments.map((value) => (barred && value === 'positive' ? -Infinity : score(`sentiment-${value}`, ids))),
  ).map((chance) => chance / 2);
  emotions.forEach((emotion, i) => {
    chances[sentiments.indexOf(sentimentOf(emotion))]! += (emotionChances[i] as number) / 2;
  });
  const sentiment = best(chances, sentiments);
  // A feeling that is claimed and shown settles it: joy beside “negative” would greet with praise and close as a complaint.
  if (claimed !== 'neutral' && claimed !== 'confusion' && sentimentOf(claimed) !== sentiment.value) {
    return { value: sentimentOf(claimed), confidence: 1 - sentiment.confidence };
  }
  // A plain fact without a feeling to show for it is not held against the customer.
  // Nor is a length or a row of dots without a single known word.
  const wordless = ids.every((id) => /^x-(?:short|medium|long|dots)$/u.test(id));
  return claimed === 'neutral' && (wordless || sentiment.confidence < neutralOverruled)
    ? { value: 'neutral', confidence: 1 - sentiment.confidence }
    : sentiment;
}

/** The sum behind one output: its bias and the weight of every feature present, each counted once. */
export function score(output: Output, featureIds: readonly string[]): number {
  const column = weights[output];
  let sum = column.bias ?? 0;
  for (const id of featureIds) sum += column[id] ?? 0;
  return sum;
}

/** The words that speak for an output, strongest first; empty where no known word does. */
export function marksFor(output: Output, features: readonly Feature[]): Mark[] {
  const column = weights[output];
  return features
    .filter(
      (f) =>
        f.end > f.start &&
        (column[f.id] ?? 0) >= evidenceWeight &&
        (output === 'question' || !explainsNothing.test(f.id)),
    )
    .sort((a, b) => (column[b.id] ?? 0) - (column[a.id] ?? 0) || a.start - b.start)
    .slice(0, evidenceShown);
}

function best<T>(probabilities: number[], values: readonly T[]): { value: T; confidence: number } {
  let top = 0;
  probabilities.forEach((p, i) => {
    if (p > (probabilities[top] as number)) top = i;
  });
  return { value: values[top] as T, confidence: probabilities[top] as number };
}

const toIntensity = (sum: number): Intensity => (sum > intensityCuts[1] ? 3 : sum > intensityCuts[0] ? 2 : 1);
