/** What we think of a thread: language, register, emotion, signals, each with confidence and evidence. */
import type { Channel } from './thread.ts';

export const registers = ['formal', 'informal'] as const;
export type Register = (typeof registers)[number];

export const emotions = [
  'anger',
  'frustration',
  'disappointment',
  'worry',
  'confusion',
  'sadness',
  'gratitude',
  'joy',
  'neutral',
] as const;
export type Emotion = (typeof emotions)[number];

export const sentiments = ['negative', 'neutral', 'positive'] as const;
export type Sentiment = (typeof sentiments)[number];

/** Confusion without complaint is neutral, worry is negative: the rule of the labelled messages (`training/data`). */
export function sentimentOf(emotion: Emotion): Sentiment {
  if (emotion === 'gratitude' || emotion === 'joy') return 'positive';
  return emotion === 'neutral' || emotion === 'confusion' ? 'neutral' : 'negative';
}

export const signals = [
  'repeat-contact',
  'churn',
  'escalation',
  'vulnerable',
  'safety',
  'sarcasm',
  'thanks',
  'question',
  'apology',
] as const;
export type Signal = (typeof signals)[number];

export const topics = [
  'delivery',
  'billing',
  'technical',
  'account',
  'return',
  'booking',
  'cancellation',
  'praise',
  'information',
] as const;
export type Topic = (typeof topics)[number];

export type Intensity = 0 | 1 | 2 | 3;

/** Words on the page that led to a reading. Offsets count UTF-16 units in the message's text. */
export interface Evidence {
  message: string;
  start: number;
  end: number;
  words: string;
  /** What they stand for: a concept id, or a register. */
  means: string;
}

/** `text`: the customer's own words; `page`: hints of the desk; `default`: the locale's habit; `agent`: corrected. */
export type Source = 'text' | 'page' | 'default' | 'agent';

export interface Judged<T> {
  value: T;
  /** 0 to 1. A correction of the agent is 1. */
  confidence: number;
  source: Source;
  evidence: Evidence[];
}

/** A BCP 47 language (`sl`, `pt`), or `unknown`. */
export type Language = string;

export interface LanguageReading extends Judged<Language | 'unknown'> {
  /** Further candidates, best first, for the panel's question. */
  others: { language: Language; confidence: number }[];
  /** The region's form of the language (`de-AT`, `zh-TW`), where the words show one: a weaker guess than the language. */
  region?: { value: string; confidence: number };
}

export interface EmotionReading extends Judged<Emotion> {
  intensity: Intensity;
}

export type Stage = 'first' | 'follow-up';

export interface Reading {
  language: LanguageReading;
  /** `unmarked`: the customer gave no sign. */
  register: Judged<Register | 'unmarked'>;
  emotion: EmotionReading;
  sentiment: Sentiment;
  /** Against the customer's message before the latest one. */
  trend: 'rising' | 'falling' | 'steady';
  signals: Judged<Signal>[];
  topics: Topic[];
  /** Concepts of the latest customer message, without repeats, in order of appearance. */
  concepts: string[];
}

/** What the agent put right for this thread; wins over everything and holds for the thread. */
export interface Correction {
  language?: Language;
  register?: Register;
  emotion?: Emotion;
  intensity?: Intensity;
  customerGender?: Gender;
  /** Academic title; empty: none, whatever the display name says. */
  customerTitle?: string;
}

/** `other`: unknown, unset or neither; always has a correct, unforced wording. */
export const genders = ['female', 'male', 'other'] as const;
export type Gender = (typeof genders)[number];

/** All that suggestions depend on beside the pack; holds no message text. */
export interface Situation {
  reading: Reading;
  channel: Channel;
  stage: Stage;
  customerName?: string;
  /** The name the customer signs with, if the latest message shows one. */
  signedName?: string;
  /** An order, invoice or booking number that the customer gave, if there is exactly one. */
  reference?: string;
  /** Phrases whose own words (`when.words`) the latest customer message has. */
  calledFor: string[];
}
