/** From the model's numbers to chances, from the chances of a long message's windows to those of the whole. */
import { type Emotion, emotions, type Intensity, type Signal, sentiments, signals } from '../reading.ts';
import type { ModelSettings } from './model-settings.ts';
import { sigmoid, softmax } from './scores.ts';

/** What the graph gives for one window, in the order of `ModelSettings.outputs`. */
export interface Scores {
  sentiment: readonly number[];
  emotion: readonly number[];
  intensity: readonly number[];
  signals: readonly number[];
  urgency: readonly number[];
}

/** Calibrated, each list in the order of `lib/reading.ts`. */
export interface Chances {
  sentiment: number[];
  emotion: number[];
  /** Of intensity 0 to 3. */
  intensity: number[];
  signals: number[];
  urgency: number;
}

export const chanceOfEmotion = (value: Emotion, chances: Chances): number =>
  chances.emotion[emotions.indexOf(value)] as number;

export const chanceOfSignal = (value: Signal, chances: Chances): number =>
  chances.signals[signals.indexOf(value)] as number;

export function toChances(scores: Scores, { outputs, temperatures }: ModelSettings): Chances {
  const ordered = <T>(wanted: readonly T[], given: readonly T[], values: readonly number[]) =>
    wanted.map((name) => values[given.indexOf(name)] as number);
  return {
    sentiment: ordered(sentiments, outputs.sentiment, softmax(scores.sentiment, temperatures.sentiment)),
    emotion: ordered(emotions, outputs.emotion, softmax(scores.emotion, temperatures.emotion)),
    intensity: softmax(scores.intensity, temperatures.intensity),
    signals: ordered(
      signals,
      outputs.signals,
      scores.signals.map((score) => sigmoid(score / (temperatures.signals ?? 1))),
    ),
    urgency: sigmoid((scores.urgency[0] ?? 0) / (temperatures.urgency ?? 1)),
  };
}

/** What even a window that shows no feeling at all counts, so that a message of only such windows has a reading too. */
const leastWeight = 0.02;

/**
 * The chances of a message from those of its windows. A signal or a hurry counts wherever it stands. A feeling is that of
 * the windows that show one: an angry sentence is not thinned out by the log file under it.
 */
export function mergeChances(windows: readonly Chances[]): Chances {
  const [only] = windows;
  if (only && windows.length === 1) return only;
  const calm = emotions.indexOf('neutral');
  // How likely its likeliest feeling is: a window that could be anything says no more than a calm one.
  const weights = windows.map((w) => Math.max(leastWeight, ...w.emotion.filter((_, i) => i !== calm)));
  const most = (values: readonly number[]) => Math.max(0, ...values);
  return {
    sentiment: mean(
      windows.map((w) => w.sentiment),
      weights,
    ),
    emotion: mean(
      windows.map((w) => w.emotion),
      weights,
    ),
    intensity: mean(
      windows.map((w) => w.intensity),
      weights,
    ),
    signals: signals.map((_, i) => most(windows.map((w) => w.signals[i] as number))),
    urgency: most(windows.map((w) => w.urgency)),
  };
}

/** The likeliest intensity of a feeling that is there: 1 to 3. */
export function intensityOf(chances: Chances): Intensity {
  const [, slight = 0, clear = 0, strong = 0] = chances.intensity;
  return strong > clear && strong > slight ? 3 : clear > slight ? 2 : 1;
}

function mean(lists: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const whole = weights.reduce((a, b) => a + b, 0);
  return (lists[0] ?? []).map(
    (_, i) => lists.reduce((sum, list, w) => sum + (list[i] as number) * (weights[w] as number), 0) / whole,
  );
}
