/** What a trained model says about itself (`attune.json` beside it): how to feed it and how to read its numbers. */
import { z } from 'zod';
import { emotions, sentiments, signals } from '../reading.ts';

const count = z.number().int().min(0);
const chance = z.number().min(0).max(1);
const temperature = z.number().positive().optional();

const schema = z.object({
  format: z.literal(1),
  version: z.string(),
  /** Word pieces that the model reads at once, and how many of them two windows of a long message share. */
  window: z.number().int().min(8),
  overlap: count,
  maxConcepts: count,
  ids: z.object({ pad: count, start: count, separator: count, conceptBase: count }),
  /** In the order of their ids. */
  concepts: z.array(z.string()),
  /** The names behind the numbers of each output, in its order. */
  outputs: z.object({
    sentiment: z.array(z.enum(sentiments)).length(sentiments.length),
    emotion: z.array(z.enum(emotions)).length(emotions.length),
    intensity: z.literal(4),
    signals: z.array(z.enum(signals)).length(signals.length),
    urgency: z.literal(1),
  }),
  /** Scores are divided by these before they become chances: a chance of 0.8 is then right four times in five. */
  temperatures: z.object({
    sentiment: temperature,
    emotion: temperature,
    intensity: temperature,
    signals: temperature,
    urgency: temperature,
  }),
  /** From which chance on a signal is mentioned. */
  thresholds: z.partialRecord(z.enum(signals), chance),
  emotionThreshold: chance,
});

export type ModelSettings = z.infer<typeof schema>;

/** Throws, naming the first field that is wrong, where the settings are damaged or of another format. */
export function parseModelSettings(data: unknown): ModelSettings {
  const parsed = schema.safeParse(data);
  if (parsed.success) {
    if (parsed.data.overlap < parsed.data.window) return parsed.data;
    throw new Error('attune.json: overlap must be less than window');
  }
  const [issue] = parsed.error.issues;
  throw new Error(`attune.json: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
}
