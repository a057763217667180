/** The demo desk's tickets, kept for as long as the page is open: what is sent stays until a reload. */
import data from '../tickets.json' with { type: 'json' };

export type Role = 'customer' | 'agent' | 'note';

export interface TicketMessage {
  id: string;
  role: Role;
  author: string;
  /** ISO 8601. */
  time: string;
  /** Blank lines divide paragraphs; lines that begin with `> ` are a quote. */
  text: string;
}

export interface Ticket {
  key: string;
  channel: 'email' | 'chat';
  status: 'new' | 'open' | 'pending';
  subject: string;
  customer: { name: string; email: string };
  messages: TicketMessage[];
  /** What the customer writes next when asked to. */
  again: string;
}

export const agent = data.agent;
export const company = data.company;

const written = data.tickets as (Omit<Ticket, 'messages'> & {
  messages: Omit<TicketMessage, 'id'>[];
  repeat?: { count: number; customer: string[]; agent: string[] };
})[];

export const tickets: Ticket[] = written.map(({ messages, repeat, ...ticket }) => {
  const all = repeat ? [...long(repeat, ticket.customer.name), ...messages] : messages;
  return { ...ticket, messages: all.map((message, index) => ({ id: `${ticket.key}-${index + 1}`, ...message })) };
});

/** A thread as long as real ones get: lines taken in turn, so that it is the same each time. */
function long(
  repeat: { count: number; customer: string[]; agent: string[] },
  customer: string,
): Omit<TicketMessage, 'id'>[] {
  const start = Date.parse('2026-11-02T08:00:00Z');
  return Array.from({ length: repeat.count }, (_, index) => {
    const role = index % 3 === 1 ? 'agent' : 'customer';
    const lines = repeat[role];
    const round = Math.floor(index / lines.length);
    const line = lines[(index + round) % lines.length] ?? '';
    return {
      role,
      author: role === 'agent' ? agent : customer,
      time: new Date(start + index * 47 * 60_000).toISOString(),
      text: line.replace('#', String(index + 1)),
    };
  });
}

/** The ticket with this key. */
export function ticketBy(key: string): Ticket | undefined {
  return tickets.find((ticket) => ticket.key === key);
}

/** Adds a message written now. */
export function addMessage(ticket: Ticket, role: Role, author: string, text: string): TicketMessage {
  const id = `${ticket.key}-${ticket.messages.length + 1}`;
  const message = { id, role, author, time: new Date().toISOString(), text };
  ticket.messages.push(message);
  return message;
}
