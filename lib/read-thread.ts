/**
 * The reading of a thread, put together from language, register and affect. Pure: word matchers and the affect reader
 * arrive as arguments, so that tests, benches and the options page run the very code that answers a ticket.
 */

import { signedName } from './address/signed-name.ts';
import type { Lexicon } from './affect/lexicon.ts';
import type { Matcher } from './affect/matcher.ts';
import type { AffectReader, Mark } from './affect/read.ts';
import {
  type Correction,
  type EmotionReading,
  type Evidence,
  type LanguageReading,
  type Reading,
  type Register,
  type Situation,
  sentimentOf,
} from './reading.ts';
import { findReference } from './reference.ts';
import { readRegister } from './register/read.ts';
import { ownWords } from './text/clean.ts';
import type { Message, Thread } from './thread.ts';
import { readTopics } from './topics.ts';

export interface ReadingTools {
  /** Of the customer's language. Undefined where the language is unknown or has no word list. */
  lexicon?: Lexicon;
  affect: AffectReader;
  /** Finds the words that phrases of the pack wait for; its concepts are phrase ids. */
  callers?: Matcher;
}

/** The customer's messages, newest first, as the language identifier wants them. */
export function customerTexts(thread: Thread): string[] {
  return thread.messages
    .filter((m) => m.role === 'customer')
    .map((m) => m.text)
    .reverse();
}

/** The messages whose feelings are read, the latest first: it leads, the one before it gives the trend. */
export const affectTexts = (thread: Thread): string[] => customerTexts(thread).slice(0, 2);

/** Languages the page states for the customer's own messages. */
export function statedLanguages(thread: Thread): string[] {
  return thread.messages.filter((m) => m.role === 'customer').flatMap((m) => (m.lang ? [m.lang] : []));
}

/**
 * Reads a thread whose language is known. The latest customer message leads for emotion, signals and concepts; register
 * is held over all of them. Never throws; an empty thread gives a neutral reading.
 */
export function readThread(
  thread: Thread,
  language: LanguageReading,
  correction: Correction,
  tools: ReadingTools,
): Situation {
  const customer = thread.messages.filter((m) => m.role === 'customer');
  const latest = customer.at(-1);
  const reading =
    latest && tools.lexicon
      ? readWords(customer, latest, language, tools.lexicon, tools.affect)
      : emptyReading(language);
  const signed = latest && signedName(latest.text, thread.customerName);
  const reference = findReference(customer.map((m) => m.text));
  return {
    reading: correct(reading, correction),
    channel: thread.channel,
    stage: thread.messages.some((m) => m.role === 'agent') || customer.length > 1 ? 'follow-up' : 'first',
    ...(thread.customerName ? { customerName: thread.customerName } : {}),
    ...(signed ? { signedName: signed } : {}),
    ...(reference ? { reference } : {}),
    calledFor:
      latest && tools.callers
        ? [...new Set(tools.callers(ownWords(latest.text)).flatMap((found) => found.concepts))]
        : [],
  };
}

function readWords(
  customer: readonly Message[],
  latest: Message,
  language: LanguageReading,
  lexicon: Lexicon,
  readAffect: AffectReader,
): Reading {
  const affect = readAffect(latest.text, lexicon.concepts);
  const before = customer.at(-2);
  const affectBefore = before && readAffect(before.text, lexicon.concepts);
  const evidence = (marks: readonly Mark[]): Evidence[] =>
    marks.map((mark) => ({
      message: latest.id,
      start: mark.start,
      end: mark.end,
      words: latest.text.slice(mark.start, mark.end),
      means: mark.id,
    }));
  return {
    language,
    register: readRegister(customer, lexicon.register),
    emotion: {
      value: affect.emotion.value,
      confidence: round(affect.emotion.confidence),
      source: 'text',
      evidence: evidence(affect.emotion.marks),
      intensity: affect.intensity,
    },
    sentiment: affect.sentiment.value,
    trend: trendOf(
      affect.intensity,
      affect.sentiment.value,
      affectBefore && { intensity: affectBefore.intensity, sentiment: affectBefore.sentiment.value },
    ),
    signals: affect.signals.map((s) => ({
      value: s.value,
      confidence: round(s.confidence),
      source: 'text',
      evidence: evidence(s.marks),
    })),
    topics: readTopics(
      customer.map((m) => m.text),
      lexicon.concepts,
    ),
    concepts: affect.concepts,
  };
}

interface Heat {
  intensity: number;
  sentiment: Reading['sentiment'];
}

/** How much worse the customer feels: a strong negative message is 3, a strong positive one −3. */
const heatOf = ({ intensity, sentiment }: Heat): number =>
  sentiment === 'negative' ? Math.max(1, intensity) : sentiment === 'positive' ? -intensity : 0;

function trendOf(intensity: number, sentiment: Reading['sentiment'], before: Heat | undefined): Reading['trend'] {
  if (!before) return 'steady';
  const change = heatOf({ intensity, sentiment }) - heatOf(before);
  return change > 0 ? 'rising' : change < 0 ? 'falling' : 'steady';
}

export function emptyReading(language: LanguageReading): Reading {
  return {
    language,
    register: { value: 'unmarked', confidence: 0, source: 'default', evidence: [] },
    emotion: { value: 'neutral', confidence: 0, source: 'default', evidence: [], intensity: 0 },
    sentiment: 'neutral',
    trend: 'steady',
    signals: [],
    topics: [],
    concepts: [],
  };
}

/** What the agent put right wins over everything read. */
export function correct(reading: Reading, correction: Correction): Reading {
  const byAgent = <T>(value: T) => ({ value, confidence: 1, source: 'agent' as const, evidence: [] });
  const emotionValue = correction.emotion ?? reading.emotion.value;
  const emotion: EmotionReading =
    correction.emotion !== undefined || correction.intensity !== undefined
      ? {
          ...byAgent(emotionValue),
          intensity:
            correction.intensity ??
            (emotionValue === 'neutral' ? 0 : (Math.max(1, reading.emotion.intensity) as 1 | 2 | 3)),
        }
      : reading.emotion;
  return {
    ...reading,
    language: correction.language ? { ...byAgent(correction.language), others: [] } : reading.language,
    register: correction.register ? byAgent<Register>(correction.register) : reading.register,
    emotion,
    sentiment: correction.emotion ? sentimentOf(correction.emotion) : reading.sentiment,
  };
}

const round = (x: number): number => Math.round(x * 100) / 100;
