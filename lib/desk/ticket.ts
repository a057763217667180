/** One look at the ticket on screen: what conditions and values of a description are asked against. */
import { closestAcross, findRoot, queryAll } from './find.ts';
import { globCapture, globMatches } from './glob.ts';
import type { DeskDescription, Value, When } from './schema.ts';
import { oneLine, readLine } from './text.ts';

export interface Ticket {
  readonly desk: DeskDescription;
  readonly document: Document;
  readonly root: Element;
  /** The address of the document that the root is in: a frame has its own parameters. */
  readonly url: URL;
  /** Attribute values by selector, collected once a look. */
  readonly ids: Map<string, Set<string>>;
}

export type TicketResult = { ticket: Ticket } | { nothing: 'no-ticket' | 'several-tickets' };

export function lookAtTicket(desk: DeskDescription, document: Document, url: URL): TicketResult {
  const found = findRoot(desk, document);
  if ('nothing' in found) return found;
  const home = found.root.ownerDocument;
  const own = home === document ? url : URL.parse(home.URL);
  return { ticket: { desk, document, root: found.root, url: own?.host ? own : url, ids: new Map() } };
}

/**
 * Whether the element stands inside the body of a message. Whatever is in there is the customer's: markup in a mail that
 * looks like the desk's own says nothing about the ticket.
 */
export function isInBody(ticket: Ticket, element: Element): boolean {
  const { items, body } = ticket.desk.message;
  const bodies = body.map((place) => place.frame ?? place.select).join(',');
  const messages = items.map((place) => place.select).join(',');
  for (let at = element.parentElement?.closest(bodies); at; at = at.parentElement?.closest(bodies)) {
    if (at.parentElement?.closest(messages)) return true;
  }
  return false;
}

function first(ticket: Ticket, scope: Element | Document, selector: string): Element | undefined {
  return queryAll(scope, selector, ticket.desk.pierce).find((element) => !isInBody(ticket, element));
}

/** Whether all conditions hold for the item. What cannot be decided does not hold. */
export function holds(when: When, item: Element, ticket: Ticket): boolean {
  const inItem = (selector: string | undefined) => (selector === undefined ? item : first(ticket, item, selector));
  const { attribute, endsWith, sameId, parameter, control, side } = when;
  if (attribute) {
    const value = inItem(attribute.select)?.getAttribute(attribute.name);
    if (value == null || !attribute.is.includes(value)) return false;
  }
  if (when.class && !when.class.some((name) => item.classList.contains(name))) return false;
  if (when.ancestor !== undefined && !closestAcross(item, when.ancestor)) return false;
  if (when.has !== undefined && !inItem(when.has)) return false;
  if (when.without !== undefined && inItem(when.without)) return false;
  if (endsWith) {
    const element = inItem(endsWith.select);
    const text = element ? readLine(element).normalize('NFC') : '';
    if (!endsWith.words.some((word) => text.endsWith(oneLine(word).normalize('NFC')))) return false;
  }
  if (sameId) {
    const id = inItem(sameId.select)?.getAttribute(sameId.attribute);
    if (!id || !idsOf(ticket, sameId.among, sameId.attribute).has(id)) return false;
  }
  if (parameter) {
    const value = ticket.url.searchParams.get(parameter.name);
    if (value === null || !parameter.is.some((glob) => globMatches(glob, value))) return false;
  }
  if (control) {
    const element = first(ticket, ticket.root, control.select) as HTMLInputElement | undefined;
    if (!element || !control.is.includes(element.value ?? '')) return false;
  }
  return !side || sideOf(inItem(side.select), side.select === undefined ? item.parentElement : item) === side.is;
}

function idsOf(ticket: Ticket, selector: string, attribute: string): Set<string> {
  const name = `${attribute} ${selector}`;
  let ids = ticket.ids.get(name);
  if (!ids) {
    ids = new Set();
    for (const element of queryAll(ticket.root, selector, ticket.desk.pierce)) {
      const id = element.getAttribute(attribute);
      if (id && !isInBody(ticket, element)) ids.add(id);
    }
    ticket.ids.set(name, ids);
  }
  return ids;
}

function sideOf(element: Element | undefined, around: Element | null): 'left' | 'right' | undefined {
  if (!element || !around) return undefined;
  const outer = around.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const left = box.left - outer.left;
  const right = outer.right - box.right;
  // A bubble that is as far from one edge as from the other, or has no box, is on no side.
  if (box.width === 0 || Math.abs(left - right) < 8) return undefined;
  return left < right ? 'left' : 'right';
}

/** The first candidate that gives a text, as one line. */
export function readValue(values: readonly Value[] | undefined, ticket: Ticket, item?: Element): string | undefined {
  for (const value of values ?? []) {
    if (value.when && !holds(value.when, item ?? ticket.root, ticket)) continue;
    const text = rawValue(value, ticket, item);
    const wanted = text === undefined ? '' : refine(value, oneLine(text));
    if (wanted !== '') return wanted;
  }
  return undefined;
}

function rawValue(value: Value, ticket: Ticket, item: Element | undefined): string | undefined {
  if (value.parameter !== undefined) return ticket.url.searchParams.get(value.parameter) ?? undefined;
  if (value.path !== undefined) return globCapture(value.path, ticket.url.pathname) ?? undefined;
  if (value.hash !== undefined) return globCapture(value.hash, ticket.url.hash) ?? undefined;
  const scope =
    value.within === 'page'
      ? ticket.root.ownerDocument
      : value.within === 'ticket'
        ? ticket.root
        : (item ?? ticket.root);
  const element = value.select === undefined ? (item ?? ticket.root) : first(ticket, scope, value.select);
  if (!element) return undefined;
  if (value.attribute !== undefined) return element.getAttribute(value.attribute) ?? undefined;
  if (value.control) return (element as HTMLInputElement).value;
  return readLine(element, { without: value.strip ?? [], pierce: ticket.desk.pierce !== undefined });
}

function refine(value: Value, line: string): string {
  let text = line;
  if (value.after !== undefined) {
    const at = text.indexOf(value.after);
    if (at < 0) return '';
    text = text.slice(at + value.after.length).trim();
  }
  for (let again = value.drop !== undefined; again; ) {
    const word = value.drop?.find((w) => text.slice(0, w.length).toLowerCase() === w.toLowerCase());
    if (word) text = text.slice(word.length).trim();
    else again = false;
  }
  if (value.part === undefined) return text;
  const open = text.indexOf('<');
  const close = text.indexOf('>', open);
  if (value.part === 'mail') return (open < 0 || close < 0 ? text : text.slice(open + 1, close)).trim().toLowerCase();
  const named = (open < 0 ? text : text.slice(0, open)).trim();
  const unquoted = named.startsWith('"') && named.endsWith('"') && named.length > 1 ? named.slice(1, -1).trim() : named;
  // An address is no name.
  return unquoted.includes('@') ? '' : unquoted;
}
