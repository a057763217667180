/** Whether a phrase's conditions hold in a situation, and how much they say. */
import type { When } from '../pack/schema.ts';
import type { Situation } from '../reading.ts';
import type { Cause } from './types.ts';

export interface WhenContext {
  /** Whether the agent's own language is the pack's. */
  agentLanguage: 'same' | 'other';
}

export interface Fit {
  /** How specific the phrase is to this thread: the more telling its conditions, the higher. */
  score: number;
  because: Cause[];
}

/** What each kind of condition says about how well a phrase fits when it holds. */
const worth = {
  words: 5,
  concepts: 3,
  signals: 3,
  emotion: 2,
  topic: 1,
  intensity: 1,
  stage: 1,
  sentiment: 2,
  reference: 1,
} as const;

/** The fit, or undefined where a condition does not hold. No conditions: a fit of 0. */
export function fitOf(id: string, when: When, situation: Situation, context: WhenContext): Fit | undefined {
  const { reading } = situation;
  const signalValues = reading.signals.map((s) => s.value);
  const concepts = new Set(reading.concepts);
  const fit: Fit = { score: 0, because: [] };

  if (when.channel && !when.channel.includes(situation.channel)) return undefined;
  if (when.agentLanguage && when.agentLanguage !== context.agentLanguage) return undefined;
  if (when.withoutSignals?.some((signal) => signalValues.includes(signal))) return undefined;
  if (when.withoutConcepts?.some((concept) => concepts.has(concept))) return undefined;
  if (when.reference) {
    if ((when.reference === 'given') !== (situation.reference !== undefined)) return undefined;
    fit.score += worth.reference;
  }
  if (when.stage) {
    if (when.stage !== situation.stage) return undefined;
    fit.score += worth.stage;
  }
  if (when.sentiment) {
    if (!when.sentiment.includes(reading.sentiment)) return undefined;
    fit.score += worth.sentiment;
  }
  const { intensity } = reading.emotion;
  if (when.minIntensity !== undefined || when.maxIntensity !== undefined) {
    if (intensity < (when.minIntensity ?? 0) || intensity > (when.maxIntensity ?? 3)) return undefined;
    fit.score += worth.intensity;
  }
  if (when.words) {
    if (!situation.calledFor.includes(id)) return undefined;
    fit.score += worth.words;
  }
  if (when.signals) {
    const present = when.signals.filter((signal) => signalValues.includes(signal));
    if (present.length === 0) return undefined;
    fit.score += worth.signals;
    fit.because.push(...present.map((id) => ({ kind: 'signal' as const, id })));
  }
  if (when.concepts) {
    const present = when.concepts.filter((concept) => concepts.has(concept));
    if (present.length === 0) return undefined;
    fit.score += worth.concepts;
    fit.because.push(...present.map((id) => ({ kind: 'concept' as const, id })));
  }
  if (when.emotion) {
    if (!when.emotion.includes(reading.emotion.value)) return undefined;
    fit.score += worth.emotion;
    fit.because.push({ kind: 'emotion', id: reading.emotion.value });
  }
  if (when.topic) {
    const present = when.topic.filter((topic) => reading.topics.includes(topic));
    if (present.length === 0) return undefined;
    fit.score += worth.topic;
    fit.because.push(...present.map((id) => ({ kind: 'topic' as const, id })));
  }
  return fit;
}
