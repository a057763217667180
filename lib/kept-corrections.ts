/** Corrections that an agent chose to keep, for the lead who owns the wording. On this machine, until exported or deleted. */
import type { Correction, Emotion, Intensity, Reading, Register } from './reading.ts';

/** What can be corrected and says something about a pack's words. */
export interface ReadValues {
  language: string;
  register: Register | 'unmarked';
  emotion: Emotion;
  intensity: Intensity;
}

export interface KeptCorrection {
  id: string;
  /** ISO 8601. */
  time: string;
  read: ReadValues;
  /** Only what the agent changed. */
  corrected: Partial<ReadValues>;
  /** Concepts found in the customer's latest message. */
  concepts: string[];
  /** That message, only where the agent keeps words too. */
  words?: string;
}

/** What a ticket's memory holds of its reading before it was corrected, and the name of the entry that came of it. */
export interface BeforeCorrection {
  id: string;
  read: ReadValues;
  concepts: string[];
}

export const correctionsKept = 500;
const longestWords = 2_000;

export const beforeCorrection = (reading: Reading, id: string): BeforeCorrection => ({
  id,
  read: {
    language: reading.language.value,
    register: reading.register.value,
    emotion: reading.emotion.value,
    intensity: reading.emotion.intensity,
  },
  concepts: reading.concepts,
});

/** The entry for a ticket's corrections so far; undefined where they change nothing of what is kept. */
export function correctionOf(
  before: BeforeCorrection,
  correction: Correction,
  time: Date,
  words: string | undefined,
): KeptCorrection | undefined {
  const { language, register, emotion, intensity } = correction;
  const corrected: Partial<ReadValues> = {
    ...(language !== undefined && language !== before.read.language && { language }),
    ...(register !== undefined && register !== before.read.register && { register }),
    ...(emotion !== undefined && emotion !== before.read.emotion && { emotion }),
    ...(intensity !== undefined && intensity !== before.read.intensity && { intensity }),
  };
  if (Object.keys(corrected).length === 0) return undefined;
  return {
    ...before,
    time: time.toISOString(),
    corrected,
    ...(words && { words: words.slice(0, longestWords) }),
  };
}

/** One entry a ticket: a later correction takes the earlier one's place, and one that is taken back goes. */
export function withCorrection(
  list: readonly KeptCorrection[],
  id: string,
  entry: KeptCorrection | undefined,
): KeptCorrection[] {
  const others = list.filter((other) => other.id !== id);
  return (entry ? [...others, entry] : others).slice(-correctionsKept);
}

/** JSON lines, newest last. The name of an entry means nothing outside this machine and is left out. */
export const correctionLines = (list: readonly KeptCorrection[]): string =>
  list.map(({ id: _, ...entry }) => `${JSON.stringify(entry)}\n`).join('');
