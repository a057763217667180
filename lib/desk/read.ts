/** From the page to a thread. Pure over a document; what it cannot tell for sure it leaves out and says so. */
import { type Channel, type Message, type Role, type Thread, threadLimits } from '../thread.ts';
import { placeAll } from './find.ts';
import { matchesDesk } from './match.ts';
import type { DeskDescription, Value } from './schema.ts';
import { readText, shorten } from './text.ts';
import { holds, isInBody, lookAtTicket, readValue, type Ticket } from './ticket.ts';

/**
 * Why nothing was read. `other-page`: no ticket page of this desk; `no-ticket`, `several-tickets`: not exactly one is on
 * screen; `no-key`: nothing tells this ticket from others; `broken-desk`: the description cannot be followed.
 */
export type NothingReason = 'other-page' | 'no-ticket' | 'several-tickets' | 'no-key' | 'broken-desk';

export type ThreadResult = { thread: Thread } | { nothing: NothingReason };

/** Reads the ticket on screen. Never throws and never touches the page. */
export function readThread(desk: DeskDescription, document: Document, address: string): ThreadResult {
  const url = URL.parse(address);
  if (!url) return { nothing: 'other-page' };
  try {
    if (!matchesDesk(desk, document, url)) return { nothing: 'other-page' };
    const look = lookAtTicket(desk, document, url);
    if ('nothing' in look) return look;
    const ticket = readKey(look.ticket);
    return ticket === undefined ? { nothing: 'no-key' } : { thread: readTicket(look.ticket, ticket) };
  } catch {
    // A selector that is none. Built-in desks are tested; this is a team's own.
    return { nothing: 'broken-desk' };
  }
}

function readTicket(ticket: Ticket, key: string): Thread {
  const { desk, root } = ticket;
  const messages = readMessages(ticket);
  const subject = readValue(desk.subject, ticket);
  const customer = readValue(desk.customerName, ticket) ?? messages.findLast((m) => m.role === 'customer')?.author;
  const pageLang = languageTag(root.ownerDocument.documentElement.lang);
  return {
    desk: desk.id,
    ticket: key,
    channel: readChannel(ticket),
    ...(subject === undefined ? {} : { subject }),
    ...(customer === undefined ? {} : { customerName: customer }),
    ...(pageLang === undefined ? {} : { pageLang }),
    messages,
  };
}

function readKey(ticket: Ticket): string | undefined {
  const parts = joinParts(ticket.desk.ticket.parts, ticket);
  if (parts === undefined) return undefined;
  const own = ticket.desk.ticket.hashed ? fingerprint(parts.normalize('NFC').toLowerCase()) : parts;
  return `${ticket.url.host}/${own}`;
}

function joinParts(parts: readonly (readonly Value[])[], ticket: Ticket, item?: Element): string | undefined {
  const texts = parts.map((values) => readValue(values, ticket, item));
  return texts.includes(undefined) ? undefined : texts.join('/');
}

function readChannel(ticket: Ticket): Channel {
  const { from, names, otherwise } = ticket.desk.channel;
  const word = readValue(from, ticket);
  return (word !== undefined && names && Object.hasOwn(names, word) ? names[word] : undefined) ?? otherwise;
}

/** The newest messages, oldest first. Only these are looked at closely, however long the thread. */
function readMessages(ticket: Ticket): Message[] {
  const messages: Message[] = [];
  const ids = new Set<string>();
  for (const item of newestItems(ticket)) messages.push(readMessage(item, ticket, ids));
  return messages;
}

function newestItems(ticket: Ticket): Element[] {
  const { items, order } = ticket.desk.message;
  for (const place of items) {
    const all = placeAll(ticket.root, place, ticket.desk.pierce);
    if (all.length === 0) continue;
    if (order === 'oldest-first') all.reverse();
    const newest: Element[] = [];
    for (const item of all) {
      if (newest.length === threadLimits.messages) break;
      if (!isInBody(ticket, item)) newest.push(item);
    }
    return newest.reverse();
  }
  return [];
}

function readMessage(item: Element, ticket: Ticket, ids: Set<string>): Message {
  const { message, pierce } = ticket.desk;
  const author = readValue(message.author, ticket, item);
  const role = readRole(item, ticket);
  const without = [...(message.quoted ?? []), ...(message.strip ?? [])];
  const bodies = bodiesOf(item, ticket);
  const texts = bodies.map((body) => readText(body, { without, pierce: pierce !== undefined }));
  const text = shorten(texts.filter((t) => t !== '').join('\n\n'), threadLimits.characters);
  const stated = readValue(message.lang, ticket, item) ?? bodies[0]?.getAttribute('lang') ?? item.getAttribute('lang');
  const lang = languageTag(stated);
  const own = message.id && joinParts(message.id, ticket, item);
  return {
    id: unique(own ?? fingerprint(`${author ?? ''}\n${text}`), ids),
    role,
    text,
    ...(author === undefined ? {} : { author }),
    ...(lang === undefined ? {} : { lang }),
  };
}

function bodiesOf(item: Element, ticket: Ticket): Element[] {
  for (const place of ticket.desk.message.body) {
    const found = placeAll(item, place, ticket.desk.pierce);
    // A body inside another has been read with it; one inside a message in this message is that one's.
    const bodies = found.filter((body) => !found.some((outer) => outer !== body && outer.contains(body)));
    const own = bodies.filter((body) => !isInNestedItem(body, item, ticket));
    if (own.length) return own;
  }
  return [];
}

function isInNestedItem(body: Element, item: Element, ticket: Ticket): boolean {
  const messages = ticket.desk.message.items.map((place) => place.select).join(',');
  const nearest = body.closest(messages);
  return nearest !== null && nearest !== item && item.contains(nearest);
}

function readRole(item: Element, ticket: Ticket): Role {
  const { note, role } = ticket.desk.message;
  if (note?.some((when) => holds(when, item, ticket))) return 'note';
  return role.find((rule) => holds(rule.when, item, ticket))?.is ?? 'unknown';
}

function unique(id: string, ids: Set<string>): string {
  let name = id;
  for (let n = 2; ids.has(name); n++) name = `${id}#${n}`;
  ids.add(name);
  return name;
}

function languageTag(tag: string | null | undefined): string | undefined {
  if (!tag || tag.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** 53 bits of a text, enough to tell apart what one browser sees. */
function fingerprint(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
