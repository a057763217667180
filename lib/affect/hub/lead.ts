/** A foreign model's answer laid over our own chances: it leads for sentiment and emotion, and ours say what it cannot. */
import { type Emotion, emotions, type Sentiment, sentimentOf, sentiments } from '../../reading.ts';
import type { Chances } from '../model-decode.ts';
import type { Target } from './labels.ts';

/** How likely each meaning is; a meaning that the model has no label for is not there. Sums to 1. */
export type Lead = Partial<Record<Exclude<Target, 'ignore'>, number>>;

/** Where more than this falls on labels that are to be ignored, the model has said nothing of use. */
const mostIgnored = 0.5;

/** Undefined where the answer says nothing of use, or does not fit the labels. */
export function leadOf(chances: readonly number[], meaning: readonly Target[]): Lead | undefined {
  if (chances.length !== meaning.length || !chances.every((chance) => chance >= 0)) return undefined;
  const whole = chances.reduce((a, b) => a + b, 0);
  const lead: Lead = {};
  let used = 0;
  meaning.forEach((target, i) => {
    if (target === 'ignore') return;
    lead[target] = (lead[target] ?? 0) + (chances[i] as number);
    used += chances[i] as number;
  });
  if (!(whole > 0) || used / whole < 1 - mostIgnored) return undefined;
  for (const target of Object.keys(lead) as (keyof Lead)[]) lead[target] = (lead[target] as number) / used;
  return lead;
}

/** Our chances with sentiment and emotion as the other model has them. Intensity, signals and urgency stay ours. */
export function led(own: Chances, lead: Lead): Chances {
  const named = emotions.filter((emotion) => emotion !== 'neutral' && lead[emotion] !== undefined);
  const sides = (['negative', 'positive'] as const).filter((side) => lead[side] !== undefined);
  const calmOwn =
    named.length > 0
      ? (own.emotion[emotions.indexOf('neutral')] as number)
      : (own.sentiment[sentiments.indexOf('neutral')] as number);
  // A model that knows no calm would call every question something: how calm it is, ours says then.
  const calm = lead.neutral ?? calmOwn;
  const rest = lead.neutral === undefined ? 1 - calmOwn : 1;

  const emotion = emotions.map(() => 0);
  const sentiment = sentiments.map(() => 0);
  const addSentiment = (value: Sentiment, chance: number) => {
    sentiment[sentiments.indexOf(value)]! += chance;
  };
  /** Shared out as ours has it among those that go with it. */
  const share = (chance: number, goes: (value: Emotion) => boolean) => {
    const fits = emotions.map((value, i) => (goes(value) ? Math.max(1e-6, own.emotion[i] as number) : 0));
    const sum = fits.reduce((a, b) => a + b, 0);
    fits.forEach((fit, i) => {
      emotion[i]! += (chance * fit) / sum;
    });
  };

  for (const value of named) {
    const chance = (lead[value] as number) * rest;
    emotion[emotions.indexOf(value)]! += chance;
    addSentiment(sentimentOf(value), chance);
  }
  for (const side of sides) {
    const chance = (lead[side] as number) * rest;
    // A calm message may still be a complaint.
    share(chance, (value) => sentimentOf(value) === side || sentimentOf(value) === 'neutral');
    addSentiment(side, chance);
  }
  if (named.length > 0) emotion[emotions.indexOf('neutral')]! += calm;
  else share(calm, (value) => sentimentOf(value) === 'neutral');
  if (sides.length > 0) addSentiment('neutral', calm);
  else
    sentiments.forEach((value, i) => {
      addSentiment(value, calm * (own.sentiment[i] as number));
    });
  return { ...own, emotion, sentiment };
}
