import { describe, expect, test } from 'vitest';
import { guessTargets, saysSomething } from '../../../lib/affect/hub/labels.ts';
import { type Lead, leadOf, led } from '../../../lib/affect/hub/lead.ts';
import { createAffectModel } from '../../../lib/affect/model.ts';
import type { Chances } from '../../../lib/affect/model-decode.ts';
import { type Emotion, emotions, type Sentiment, sentiments, signals } from '../../../lib/reading.ts';
import { angry, fakeRuntime, pleased } from '../affect/fake-runtime.ts';

describe('labels are guessed by name', () => {
  test.each([
    [
      ['negative', 'neutral', 'positive'],
      ['negative', 'neutral', 'positive'],
    ],
    [
      ['NEG', 'POS'],
      ['negative', 'positive'],
    ],
    [
      ['LABEL_0', 'LABEL_1', 'LABEL_2'],
      ['negative', 'neutral', 'positive'],
    ],
    [
      ['0', '1'],
      ['negative', 'positive'],
    ],
    [
      ['1 star', '2 stars', '3 stars', '4 stars', '5 stars'],
      ['negative', 'negative', 'neutral', 'positive', 'positive'],
    ],
    [
      ['sadness', 'joy', 'love', 'anger', 'fear', 'surprise'],
      ['sadness', 'joy', 'joy', 'anger', 'worry', 'ignore'],
    ],
    [
      ['Very_Negative', ' Very-positive '],
      ['negative', 'positive'],
    ],
    [
      ['toxic', 'constructor'],
      ['ignore', 'ignore'],
    ],
    [
      ['LABEL_0', 'LABEL_1', 'LABEL_2', 'LABEL_3'],
      ['ignore', 'ignore', 'ignore', 'ignore'],
    ],
    [
      ['LABEL_1', 'LABEL_0'],
      ['ignore', 'ignore'],
    ],
  ] as const)('%j', (labels, expected) => {
    expect(guessTargets(labels)).toEqual(expected);
  });
  test('a mapping that tells nothing apart says nothing', () => {
    expect(saysSomething(['negative', 'ignore', 'negative'])).toBe(false);
    expect(saysSomething(['negative', 'ignore', 'neutral'])).toBe(true);
  });
});

describe('an answer in our words', () => {
  test('adds up the labels that mean the same, without those that are ignored', () => {
    expect(leadOf([0.2, 0.4, 0.2, 0.2], ['negative', 'negative', 'positive', 'ignore'])).toEqual({
      negative: expect.closeTo(0.75),
      positive: expect.closeTo(0.25),
    });
  });
  test('that is mostly to be ignored, does not fit, or is no number, is none', () => {
    expect(leadOf([0.3, 0.1, 0.6], ['negative', 'positive', 'ignore'])).toBeUndefined();
    expect(leadOf([0.5, 0.5], ['negative', 'neutral', 'positive'])).toBeUndefined();
    expect(leadOf([Number.NaN, 0.5], ['negative', 'positive'])).toBeUndefined();
    expect(leadOf([0, 0], ['negative', 'positive'])).toBeUndefined();
  });
});

const spread = <T extends string>(names: readonly T[], given: Partial<Record<T, number>>): number[] => {
  const rest = 1 - names.reduce((sum, name) => sum + (given[name] ?? 0), 0);
  const others = names.filter((name) => given[name] === undefined).length;
  return names.map((name) => given[name] ?? rest / others);
};
const own = (emotion: Partial<Record<Emotion, number>>, sentiment: Partial<Record<Sentiment, number>>): Chances => ({
  emotion: spread(emotions, emotion),
  sentiment: spread(sentiments, sentiment),
  intensity: [0.1, 0.2, 0.3, 0.4],
  signals: signals.map(() => 0.5),
  urgency: 0.7,
});
const best = <T>(names: readonly T[], chances: readonly number[]): T =>
  names[chances.indexOf(Math.max(...chances))] as T;
const saidBy = (chances: Chances) => ({
  emotion: best(emotions, chances.emotion),
  sentiment: best(sentiments, chances.sentiment),
});
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('the other model leads', () => {
  const thanks = own({ gratitude: 0.8 }, { positive: 0.9 });
  const calm = own({ neutral: 0.9 }, { neutral: 0.9 });
  const cases: [Lead, Chances][] = [
    [{ negative: 0.9, neutral: 0.05, positive: 0.05 }, thanks],
    [{ negative: 0.9, positive: 0.1 }, calm],
    [{ anger: 0.9, joy: 0.1 }, calm],
    [{ joy: 0.9, neutral: 0.1 }, own({ anger: 0.9 }, { negative: 0.9 })],
    [{ positive: 0.5, sadness: 0.5 }, calm],
  ];
  test('chances stay chances, and intensity, signals and urgency ours', () => {
    for (const [lead, chances] of cases) {
      const result = led(chances, lead);
      expect(sum(result.emotion)).toBeCloseTo(1);
      expect(sum(result.sentiment)).toBeCloseTo(1);
      expect(result).toMatchObject({
        intensity: chances.intensity,
        signals: chances.signals,
        urgency: chances.urgency,
      });
    }
  });
  test('a sentiment takes with it the feelings that go with it', () => {
    const result = led(thanks, { negative: 0.9, neutral: 0.05, positive: 0.05 });
    expect(saidBy(result).sentiment).toBe('negative');
    expect(result.emotion[emotions.indexOf('gratitude')]).toBeLessThan(0.1);
  });
  test('one that knows no calm leaves it to us', () => {
    expect(saidBy(led(calm, { negative: 0.95, positive: 0.05 }))).toEqual({ emotion: 'neutral', sentiment: 'neutral' });
    expect(saidBy(led(calm, { anger: 0.95, joy: 0.05 })).emotion).toBe('neutral');
  });
  test('a feeling takes the sentiment with it', () => {
    const cross = own({ anger: 0.9 }, { negative: 0.9 });
    expect(saidBy(led(cross, { joy: 0.9, neutral: 0.1 }))).toEqual({ emotion: 'joy', sentiment: 'positive' });
  });
});

test('in a reading: its feeling, our signals, concepts and words', async () => {
  const runtime = fakeRuntime({ terrible: angry, lovely: pleased });
  const model = createAffectModel(runtime);
  const message = {
    text: 'terrible late',
    features: [{ id: 'f-late', start: 9, end: 13 }],
    language: 'en',
    evidence: true,
  };
  const [alone] = await model.read([message]);
  const [ledOne] = await model.read([{ ...message, lead: { joy: 0.95, neutral: 0.05 } }]);
  expect(alone?.emotion.value).toBe('anger');
  expect(ledOne?.emotion.value).toBe('joy');
  expect(ledOne?.sentiment.value).toBe('positive');
  expect(ledOne?.signals).toEqual(alone?.signals);
  expect(ledOne?.concepts).toEqual(alone?.concepts);
  expect(ledOne?.urgency).toBe(alone?.urgency);
});
