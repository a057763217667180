/** Puts a phrase into a reply box the way the editor itself takes text: its model, its undo and the page agree. */
import { collapseSelection, focus, isField, surroundings } from './caret.ts';
import { type Family, familyOf, type PasteHtml, type Strategy } from './families.ts';
import {
  commandApart,
  htmlPayload,
  linePayload,
  type ParagraphStyle,
  type PayloadOptions,
  textPayload,
} from './payload.ts';
import { attempt, isGecko, type Payload } from './strategies.ts';
import { compare, countOf, squash } from './text.ts';

export interface InsertOptions {
  /** How the desk shows paragraphs. Default `p`. */
  paragraphs?: ParagraphStyle;
  /** Direction of the phrase, for editors that keep it. */
  dir?: 'ltr' | 'rtl';
  /** Make the phrase a paragraph of its own, whatever stands around the caret. */
  separate?: boolean;
}

/**
 * `read-only`: the agent cannot write there either. `gone`: the reply box has left the page or is hidden. `rejected`:
 * the editor did not take the text, or took something else; copy it to the clipboard and say so.
 */
export type InsertResult = { ok: true; how: Strategy } | { ok: false; reason: 'read-only' | 'gone' | 'rejected' };

let previous: Promise<unknown> = Promise.resolve();

/**
 * Inserts `text` at the caret of `element`: a field, or an editable element in the page, in a same-origin frame or in an
 * open shadow root. Blank lines divide paragraphs, single line breaks are soft, white space at the edges is dropped.
 * Never throws, never sends, replaces nothing: a selection becomes a caret behind it. Afterwards the caret is after the
 * text, and one undo takes back the text and nothing else. Answers when it is sure, about half a second later, while the
 * text is there at once; calls wait for each other.
 */
export function insertText(element: HTMLElement, text: string, options: InsertOptions = {}): Promise<InsertResult> {
  const result = previous.then(() =>
    insert(element, text, options).catch((): InsertResult => ({ ok: false, reason: 'rejected' })),
  );
  previous = result;
  return result;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function insert(given: HTMLElement, text: string, options: InsertOptions): Promise<InsertResult> {
  const element = editingHost(given);
  const obstacle = obstacleTo(element);
  if (obstacle) return { ok: false, reason: obstacle };
  const phrase = squash(text);
  if (phrase === '' || !acceptsText(element)) return { ok: false, reason: 'rejected' };

  focus(element);
  collapseSelection(element);
  // Editors with a model hear a moment later where the caret is, even if it was the agent who moved it.
  if (!isField(element)) await wait(50);

  const family = familyOf(element);
  const payload = payloadFor(element, text, family, options);
  if (!fits(element, payload.text)) return { ok: false, reason: 'rejected' };

  const before = squash(contentOf(element));
  for (const strategy of (isGecko() && family.geckoOrder) || family.order) {
    if (!attempt(strategy, element, payload, family.nudge === true)) continue;
    const outcome = await settled(element, before, phrase);
    if (outcome === 'landed') return (await stays(element, before, phrase)) ? { ok: true, how: strategy } : rejected;
    // Something came of it after all: another attempt would only make it worse.
    if (outcome === 'other') return rejected;
  }
  return rejected;
}

const rejected: InsertResult = { ok: false, reason: 'rejected' };

/** The outermost editable element around the one given: a desk may have remembered a paragraph inside the editor. */
function editingHost(element: HTMLElement): HTMLElement {
  if (isField(element)) return element;
  let host = element;
  for (let parent = element.parentElement; parent && isEditable(parent); parent = parent.parentElement) host = parent;
  return host;
}

function isEditable(element: HTMLElement): boolean {
  // Undefined in jsdom; design mode is a property of the document.
  if (element.isContentEditable || element.ownerDocument.designMode === 'on') return true;
  if (element.isContentEditable === false) return false;
  const state = element.closest('[contenteditable]')?.getAttribute('contenteditable');
  return state !== undefined && state !== null && state !== 'false';
}

function obstacleTo(element: HTMLElement): 'gone' | 'read-only' | null {
  const view = element.ownerDocument.defaultView;
  if (!element.isConnected || !view || view.frameElement?.isConnected === false) return 'gone';
  if (typeof element.checkVisibility === 'function' && !element.checkVisibility({ visibilityProperty: true }))
    return 'gone';
  const locked = isField(element) ? element.readOnly || element.matches(':disabled') : !isEditable(element);
  if (locked || element.closest('[inert], [aria-readonly="true"], [aria-disabled="true"]')) return 'read-only';
  return null;
}

const lineTypes = new Set(['text', 'search', 'url', 'tel']);
const isOneLine = (element: HTMLElement): boolean => element.localName === 'input';
const acceptsText = (element: HTMLElement): boolean =>
  !isOneLine(element) || lineTypes.has((element as HTMLInputElement).type);

function payloadFor(element: HTMLElement, text: string, family: Family, options: InsertOptions): Payload {
  const { paragraphs = 'p', dir, separate = false } = options;
  const around = surroundings(element);
  const toText = isOneLine(element) ? linePayload : textPayload;
  const common = { paragraphs, dir, separate };
  return {
    text: toText(text, around, { separate }),
    pasteHtml: family.html && htmlPayload(text, around, { ...common, ...familyHtml(family.html) }),
    commandHtml: htmlPayload(text, around, { ...common, apart: commandApart }),
  };
}

function familyHtml({ before, after, needsAttribute }: PasteHtml): Pick<PayloadOptions, 'apart' | 'needsAttribute'> {
  return { apart: { before, after }, needsAttribute };
}

/** A field that is too short would keep a part of the phrase. */
function fits(element: HTMLElement, text: string): boolean {
  if (!isField(element) || element.maxLength < 0) return true;
  return element.value.length + text.length <= element.maxLength;
}

/** All text of the draft, without asking for layout; white space does not count (see `squash`). */
function contentOf(element: HTMLElement): string {
  return isField(element) ? element.value : (element.textContent ?? '');
}

/** Waits until something has come of an attempt: TinyMCE takes a paste a moment later and without saying so. */
async function settled(element: HTMLElement, before: string, phrase: string): Promise<ReturnType<typeof compare>> {
  let outcome = compare(before, squash(contentOf(element)), phrase);
  for (let poll = 0; outcome !== 'landed' && poll < 8; poll++) {
    await wait(25);
    outcome = compare(before, squash(contentOf(element)), phrase);
  }
  return outcome;
}

/** Is the text still there once the editor has had time to put its own state back? */
async function stays(element: HTMLElement, before: string, phrase: string): Promise<boolean> {
  // Longer than ProseMirror's typing group, so that the next phrase is an undo step of its own.
  await wait(520);
  const now = squash(contentOf(element));
  return compare(before, now, phrase) === 'landed' || countOf(now, phrase) > countOf(before, phrase);
}
