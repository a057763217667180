/** What is remembered of tickets, in the browser's memory only: corrections, and the situation without message text. */
import { storage } from '#imports';
import type { Remembered } from './engine.ts';
import { type BeforeCorrection, beforeCorrection } from './kept-corrections.ts';
import type { Correction, Reading } from './reading.ts';

/**
 * Per ticket (digest of its key), newest last, in memory that the browser drops when it closes: corrections, and what
 * the reply page needs of a conversation it does not show. No message text.
 */
export interface TicketMemory {
  ticket: string;
  correction: Correction;
  remembered?: Remembered;
  /** What was read before the agent's first correction. */
  before?: BeforeCorrection;
}
const ticketsItem = storage.defineItem<TicketMemory[]>('session:tickets', { fallback: [] });

/** More tickets than an agent has open at once. */
const ticketsKept = 50;

/** One change at a time: two answers at once must not undo each other. */
let queue: Promise<unknown> = Promise.resolve();

export async function recallTicket(key: string): Promise<TicketMemory> {
  const ticket = await digest(key);
  return (await ticketsItem.getValue()).find((t) => t.ticket === ticket) ?? { ticket, correction: {} };
}

/** Changes a ticket's memory; the oldest tickets make room. */
export function changeTicket(key: string, change: (memory: TicketMemory) => TicketMemory): Promise<void> {
  const next = queue.then(async () => {
    const ticket = await digest(key);
    const all = await ticketsItem.getValue();
    const changed = change(all.find((t) => t.ticket === ticket) ?? { ticket, correction: {} });
    await ticketsItem.setValue([...all.filter((t) => t.ticket !== ticket), changed].slice(-ticketsKept));
  });
  queue = next.catch(() => undefined);
  return next;
}

export function addCorrection(memory: TicketMemory, correction: Correction | null): TicketMemory {
  const { reading } = memory.remembered?.situation ?? {};
  // What is remembered after a correction has it in it: only the first one sees what was read.
  const untouched =
    Object.keys(memory.correction).length === 0 &&
    ![reading?.language, reading?.register, reading?.emotion].some((judged) => judged?.source === 'agent');
  const before =
    untouched && reading ? beforeCorrection(reading, memory.before?.id ?? crypto.randomUUID()) : memory.before;
  return {
    ...memory,
    correction: correction === null ? {} : { ...memory.correction, ...correction },
    ...(before && { before }),
  };
}

/** The situation as it may be kept: the customer's words that led to it are taken out. */
export function withoutWords({ situation, said }: Remembered): Remembered {
  const { reading } = situation;
  const quiet: Reading = {
    ...reading,
    language: { ...reading.language, evidence: [] },
    register: { ...reading.register, evidence: [] },
    emotion: { ...reading.emotion, evidence: [] },
    signals: reading.signals.map((signal) => ({ ...signal, evidence: [] })),
  };
  return { situation: { ...situation, reading: quiet }, said };
}

/** A ticket's key may hold a customer's address (mail programs): only its digest is kept. */
async function digest(key: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return Array.from(new Uint8Array(bytes).slice(0, 12), (b) => b.toString(16).padStart(2, '0')).join('');
}
