/** A model whose every weight is written down: words and concepts speak for an answer, and that is all it knows. */
import type { ModelRuntime } from '../../../lib/affect/model.ts';
import type { ModelSettings } from '../../../lib/affect/model-settings.ts';
import { type Emotion, emotions, type Sentiment, type Signal, sentiments, signals } from '../../../lib/reading.ts';

export const settings: ModelSettings = {
  format: 1,
  version: 'fake',
  window: 12,
  overlap: 4,
  maxConcepts: 8,
  ids: { pad: 0, start: 1, separator: 2, conceptBase: 10_000 },
  concepts: ['w-anger', 'w-joy', 'f-late', 'f-fire', 'f-lawyer', 'd-not'],
  // Not in our order: what a number means is the model's to say.
  outputs: {
    sentiment: sentiments.toReversed(),
    emotion: emotions.toReversed(),
    intensity: 4,
    signals: signals.toReversed(),
    urgency: 1,
  },
  temperatures: {},
  thresholds: {},
  emotionThreshold: 0.4,
};

export interface Speaks {
  emotion?: Partial<Record<Emotion, number>>;
  sentiment?: Partial<Record<Sentiment, number>>;
  signals?: Partial<Record<Signal, number>>;
  intensity?: [number, number, number, number];
  urgency?: number;
}

const silence: Speaks = { emotion: { neutral: 2 }, sentiment: { neutral: 2 }, intensity: [0, 0.1, 0, 0], urgency: -3 };

/** `words`: by the word as written in lower case; `concepts`: by id. `runs` counts the windows of each run. */
export function fakeRuntime(
  words: Record<string, Speaks>,
  concepts: Record<string, Speaks> = {},
  more: Partial<ModelSettings> = {},
): ModelRuntime & { runs: number[] } {
  const its = { ...settings, ...more };
  const ids = new Map<string, number>();
  const vocabulary: string[] = [];
  const idOf = (word: string) => {
    const known = ids.get(word);
    if (known !== undefined) return known;
    ids.set(word, 100 + vocabulary.length);
    vocabulary.push(word);
    return 99 + vocabulary.length;
  };
  const runs: number[] = [];
  return {
    settings: its,
    runs,
    tokenize: (text) => {
      const tokens = text ? text.split(' ').map((word) => `▁${word}`) : [];
      return { tokens, ids: tokens.map(idOf) };
    },
    run: async (windows) => {
      runs.push(windows.length);
      return windows.map(({ inputIds }) => {
        const heard = inputIds.map((id) =>
          id >= its.ids.conceptBase
            ? concepts[its.concepts[id - its.ids.conceptBase] as string]
            : words[(vocabulary[id - 100] ?? '').replace(/[▁.,!?]/gu, '')],
        );
        const sum = (of: (speaks: Speaks) => number | undefined) =>
          [silence, ...heard].reduce((all, speaks) => all + ((speaks && of(speaks)) ?? 0), 0);
        return {
          sentiment: its.outputs.sentiment.map((name) => sum((s) => s.sentiment?.[name])),
          emotion: its.outputs.emotion.map((name) => sum((s) => s.emotion?.[name])),
          intensity: [0, 1, 2, 3].map((step) => sum((s) => s.intensity?.[step])),
          signals: its.outputs.signals.map((name) => -4 + sum((s) => s.signals?.[name])),
          urgency: [sum((s) => s.urgency)],
        };
      });
    },
  };
}

export const angry: Speaks = { emotion: { anger: 6 }, sentiment: { negative: 6 }, intensity: [0, 0, 0, 2] };
export const pleased: Speaks = { emotion: { joy: 6 }, sentiment: { positive: 6 }, intensity: [0, 0, 2, 0] };
