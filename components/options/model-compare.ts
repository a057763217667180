/** The shipped model and another on the same messages: how often each is right, where they differ, how long they take. */
import type { HubChoice } from '../../lib/affect/hub/choice.ts';
import type { Emotion, Sentiment } from '../../lib/reading.ts';

/** A message whose sentiment is known, or one of a pack's examples, of which it is not. */
export interface Sample {
  lang: string;
  text: string;
  sentiment?: Sentiment;
}

export interface SampleReading {
  sentiment: Sentiment;
  emotion: Emotion;
}

export interface ReadBy {
  (sample: Sample, by: HubChoice | 'shipped'): Promise<SampleReading>;
  samples(): Promise<Sample[]>;
}

export interface Comparison {
  messages: number;
  /** Messages that both read with the same sentiment. */
  agreed: number;
  labelled: number;
  right: { shipped: number; other: number };
  /** Milliseconds for a message, the median, called as for a ticket. */
  time: { shipped: number; other: number };
  differ: { sample: Sample; shipped: SampleReading; other: SampleReading }[];
}

/** `onStep` says whether to go on; where it does not, there is no comparison. Rejects where a model cannot read. */
export async function compareModels(
  other: HubChoice,
  read: ReadBy,
  onStep: (done: number, of: number) => boolean,
  now: () => number = () => performance.now(),
): Promise<Comparison | undefined> {
  const samples = await read.samples();
  const [first] = samples;
  if (!first) return undefined;
  // Loading is no part of reading.
  await read(first, 'shipped');
  await read(first, other);
  const result: Comparison = {
    messages: 0,
    agreed: 0,
    labelled: 0,
    right: { shipped: 0, other: 0 },
    time: { shipped: 0, other: 0 },
    differ: [],
  };
  const times = { shipped: [] as number[], other: [] as number[] };
  const timed = async (sample: Sample, who: 'shipped' | 'other') => {
    const start = now();
    const reading = await read(sample, who === 'shipped' ? 'shipped' : other);
    times[who].push(now() - start);
    return reading;
  };
  // One model at a time: to change between them would load them again and again.
  const shipped: SampleReading[] = [];
  for (const sample of samples) {
    if (!onStep(shipped.length, samples.length * 2)) return undefined;
    shipped.push(await timed(sample, 'shipped'));
  }
  await read(first, other);
  for (const [i, sample] of samples.entries()) {
    if (!onStep(samples.length + i, samples.length * 2)) return undefined;
    const one = shipped[i] as SampleReading;
    const two = await timed(sample, 'other');
    result.messages++;
    if (one.sentiment === two.sentiment) result.agreed++;
    else result.differ.push({ sample, shipped: one, other: two });
    if (!sample.sentiment) continue;
    result.labelled++;
    if (one.sentiment === sample.sentiment) result.right.shipped++;
    if (two.sentiment === sample.sentiment) result.right.other++;
  }
  result.time = { shipped: median(times.shipped), other: median(times.other) };
  return result;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
