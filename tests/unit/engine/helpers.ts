/** What the core's tests share: the shipped library read from the repository, the seed tickets as threads, readings. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createEngine, type Question } from '../../../lib/engine.ts';
import { createLibrary, type Library } from '../../../lib/library.ts';
import type { Emotion, Intensity, Reading, Signal, Situation } from '../../../lib/reading.ts';
import { sentimentOf } from '../../../lib/reading.ts';
import type { Team } from '../../../lib/team.ts';
import { defaultSettings } from '../../../lib/team-data.ts';
import type { Message, Role, Thread } from '../../../lib/thread.ts';

const root = new URL('../../../', import.meta.url);

const names = (folder: string, ending: string): string[] =>
  readdirSync(new URL(`locales/${folder}/`, root))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));

/** The library as the built extension has it, without a build. */
export function repositoryLibrary(): Library {
  return createLibrary(
    async (path) =>
      path === 'locales/index.json'
        ? JSON.stringify({ packs: names('packs', '.json'), words: names('words', '.tsv') })
        : readFile(new URL(path, root), 'utf8'),
    (path) => readFile(new URL(`public/${path}`, root)),
  );
}

const library = repositoryLibrary();
export const engineFor = (team: Partial<Team> = {}) => createEngine(library, { packs: [], edits: {}, ...team });

/** A Friday, so that a promise has a weekend to step over. */
export const friday = new Date('2026-11-20T10:00:00Z');

export function question(thread: Thread, more: Partial<Question> = {}): Question {
  return { thread, correction: {}, settings: defaultSettings, uiLocale: 'en', now: friday, ...more };
}

export function threadOf(messages: readonly (string | [Role, string])[], more: Partial<Thread> = {}): Thread {
  return {
    desk: 'test',
    ticket: 'test-1',
    channel: 'email',
    messages: messages.map((message, index): Message => {
      const [role, text] = typeof message === 'string' ? (['customer', message] as const) : message;
      return { id: `m${index}`, role, text };
    }),
    ...more,
  };
}

interface SeedTicket {
  key: string;
  lang: string;
  subject: string;
  customer: { name: string };
  messages: { from: Role; text: string }[];
}

/** The ten tickets that the test helpdesks are seeded with, by language. */
export const seeds: ReadonlyMap<string, Thread> = new Map(
  (
    JSON.parse(readFileSync(new URL('tests/desks/seed/tickets.json', root), 'utf8')) as { tickets: SeedTicket[] }
  ).tickets.map((ticket) => [
    ticket.lang,
    threadOf(
      ticket.messages.map((m): [Role, string] => [m.from, m.text]),
      { desk: 'seed', ticket: ticket.key, subject: ticket.subject, customerName: ticket.customer.name },
    ),
  ]),
);

export const customerWords = (thread: Thread): string[] =>
  thread.messages.filter((m) => m.role === 'customer').map((m) => m.text);

interface Wanted {
  language?: string;
  register?: Reading['register'];
  emotion?: Emotion;
  intensity?: Intensity;
  signals?: Signal[];
  topics?: Reading['topics'];
  concepts?: string[];
}

/** A reading that says what a test needs and is plain in all else. */
export function readingOf(wanted: Wanted = {}): Reading {
  const emotion = wanted.emotion ?? 'neutral';
  return {
    language: { value: wanted.language ?? 'en', confidence: 1, source: 'text', evidence: [], others: [] },
    register: wanted.register ?? { value: 'unmarked', confidence: 0, source: 'text', evidence: [] },
    emotion: { value: emotion, confidence: 0.9, source: 'text', evidence: [], intensity: wanted.intensity ?? 0 },
    sentiment: sentimentOf(emotion),
    trend: 'steady',
    signals: (wanted.signals ?? []).map((value) => ({ value, confidence: 0.9, source: 'text', evidence: [] })),
    topics: wanted.topics ?? [],
    concepts: wanted.concepts ?? [],
  };
}

export function situationOf(wanted: Wanted = {}, more: Partial<Situation> = {}): Situation {
  return { reading: readingOf(wanted), channel: 'email', stage: 'first', calledFor: [], ...more };
}
