/** From chances to what is said of a message: the likeliest feeling and sentiment that go together, and the signals. */
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
import { type Chances, chanceOfEmotion, chanceOfSignal, intensityOf } from './model-decode.ts';
import type { ModelSettings } from './model-settings.ts';
import { type Affect, namesFeeling } from './read.ts';

/** A reading before the words that led to it are looked for. */
export interface Claims {
  emotion: { value: Emotion; confidence: number };
  intensity: Intensity;
  sentiment: { value: Sentiment; confidence: number };
  urgency: number;
  signals: { value: Signal; confidence: number }[];
}

type Thresholds = Pick<ModelSettings, 'thresholds' | 'emotionThreshold'>;

/** A threshold that the settings do not give. */
const usualThreshold = 0.5;

/** From this chance of sarcasm on, praise is not taken at its word. */
const surelyBiting = 0.6;

/**
 * What the model says by itself. The sentiment leads; the emotion is the likeliest that goes with it: “joy” in a message
 * that is negative is none, while confusion and calm go with any. Below its threshold no emotion is claimed and the
 * customer counts as neutral.
 */
export function claimsOf(all: Chances, { thresholds, emotionThreshold }: Thresholds): Claims {
  const chances = chanceOfSignal('sarcasm', all) >= surelyBiting ? withoutPraise(all) : all;
  const sentiment = likeliest(sentiments, chances.sentiment);
  const fitting = chances.emotion.map((chance, i) =>
    goTogether(emotions[i] as Emotion, sentiment.value) ? chance : 0,
  );
  const emotion = likeliest(emotions, fitting);
  const claimed = emotion.value !== 'neutral' && emotion.confidence >= emotionThreshold;
  return {
    emotion: claimed ? emotion : calm(chances),
    intensity: claimed ? intensityOf(chances) : 0,
    sentiment,
    urgency: chances.urgency,
    signals: signals
      .map((value) => ({ value, confidence: chanceOfSignal(value, all) }))
      .filter(({ value, confidence }) => confidence >= (thresholds[value] ?? usualThreshold))
      // Praise that is meant and praise that is not cannot both be said of one message.
      .filter(({ value }) => !(value === 'sarcasm' && sentiment.value === 'positive')),
  };
}

const goTogether = (emotion: Emotion, sentiment: Sentiment): boolean =>
  sentimentOf(emotion) === 'neutral' || sentimentOf(emotion) === sentiment;

const calm = (chances: Chances): Claims['emotion'] => ({
  value: 'neutral',
  confidence: chanceOfEmotion('neutral', chances),
});

function likeliest<T>(values: readonly T[], chances: readonly number[]): { value: T; confidence: number } {
  const confidence = Math.max(...chances);
  return { value: values[chances.indexOf(confidence)] as T, confidence };
}

/** To thank someone for their sarcasm is the worst of answers. */
function withoutPraise(chances: Chances): Chances {
  return {
    ...chances,
    sentiment: chances.sentiment.map((chance, i) => (sentiments[i] === 'positive' ? 0 : chance)),
    emotion: chances.emotion.map((chance, i) => (sentimentOf(emotions[i] as Emotion) === 'positive' ? 0 : chance)),
  };
}

/** A named feeling stays where the model gives it at least this chance. */
const namedStays = 0.15;
/** Where no known word shows a feeling, the model must be this sure of one: a calm request is not to be answered with pity. */
const sureAlone = 0.5;
/** The rules must be this sure of a named feeling, and of a certain concept's signal. */
const rulesSure = { feeling: 0.6, signal: 0.9 } as const;
/** Of these a known word is certain (smoke, a funeral), and to miss one is worse than to mention one. */
const certainSignals: ReadonlySet<Signal> = new Set(['safety', 'vulnerable']);
/** Unless the model is as good as sure that there is none. */
const ruledOut = 0.1;
/**
 * Where known words and the model make up for each other's gaps: the model's share in the chance, and the chance that is
 * enough. Set on the messages kept back from training; precision there is 0.8 and more.
 */
const together: Partial<Record<Signal, { model: number; enough: number }>> = {
  escalation: { model: 0.5, enough: 0.275 },
  churn: { model: 0.7, enough: 0.2 },
};

/**
 * The model leads. A feeling that the customer names and a word that leaves no doubt stay. Sarcasm and what is said
 * politely between the lines come from the model alone.
 */
export function combine(
  model: Claims,
  chances: Chances,
  rules: Affect,
  chanceByRules: (signal: Signal) => number,
): Claims {
  const said = { ...model, signals: combineSignals(model, chances, rules, chanceByRules) };
  const named = rules.emotion;
  const unsure = named.value === 'neutral' && model.emotion.confidence < sureAlone;
  if (unsure) return model.emotion.value === 'neutral' ? said : { ...said, emotion: calm(chances), intensity: 0 };
  const chance = chanceOfEmotion(named.value, chances);
  const stays =
    named.value !== 'neutral' &&
    named.value !== model.emotion.value &&
    named.confidence >= rulesSure.feeling &&
    named.marks.some((mark) => namesFeeling(mark.id, named.value)) &&
    chance >= namedStays;
  if (!stays) return said;
  const sentiment = goTogether(named.value, model.sentiment.value) ? model.sentiment.value : sentimentOf(named.value);
  return {
    ...said,
    emotion: { value: named.value, confidence: chance },
    intensity: model.intensity || intensityOf(chances),
    sentiment: { value: sentiment, confidence: chances.sentiment[sentiments.indexOf(sentiment)] as number },
  };
}

function combineSignals(
  model: Claims,
  chances: Chances,
  rules: Affect,
  chanceByRules: (signal: Signal) => number,
): Claims['signals'] {
  return signals.flatMap((value) => {
    const own = chanceOfSignal(value, chances);
    const shared = together[value];
    if (shared) {
      const confidence = shared.model * own + (1 - shared.model) * chanceByRules(value);
      return confidence >= shared.enough ? [{ value, confidence }] : [];
    }
    const sure = certainSignals.has(value) && own >= ruledOut;
    const found =
      model.signals.find((signal) => signal.value === value) ??
      rules.signals.find((signal) => sure && signal.value === value && signal.confidence >= rulesSure.signal);
    return found ? [{ value, confidence: found.confidence }] : [];
  });
}
