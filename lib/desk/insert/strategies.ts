/** The ways in, one function each. Whether they worked is for the caller to see. */
import { isField, nudge } from './caret.ts';
import type { Strategy } from './families.ts';

export interface Payload {
  text: string;
  /** For families whose paste takes HTML. */
  pasteHtml: string | undefined;
  commandHtml: string;
}

/** Tries one way in. False if the browser has no such way. */
export function attempt(strategy: Strategy, element: HTMLElement, payload: Payload, nudged: boolean): boolean {
  if (strategy === 'paste') return paste(element, payload);
  if (strategy === 'setRangeText') return setRangeText(element, payload.text);
  // Missing in jsdom, and nothing says that it stays in browsers for ever.
  const document = element.ownerDocument;
  if (typeof document.execCommand !== 'function') return false;
  if (nudged) nudge(element);
  if (strategy === 'insertHTML') return document.execCommand('insertHTML', false, payload.commandHtml);
  if (strategy === 'insertText') return document.execCommand('insertText', false, payload.text);
  return insertLines(document, payload.text);
}

function insertLines(document: Document, text: string): boolean {
  return text
    .split('\n')
    .every(
      (line, index) =>
        (index === 0 || document.execCommand('insertParagraph')) &&
        (line === '' || document.execCommand('insertText', false, line)),
    );
}

function setRangeText(element: HTMLElement, text: string): boolean {
  if (!isField(element)) return false;
  const at = element.selectionEnd ?? element.value.length;
  element.setRangeText(text, at, at, 'end');
  // The field's own realm, so that a page which asks `instanceof InputEvent` gets the answer it expects.
  const { InputEvent: Input = InputEvent } = (element.ownerDocument.defaultView ?? globalThis) as typeof globalThis;
  element.dispatchEvent(new Input('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }));
  return true;
}

function paste(element: HTMLElement, { text, pasteHtml }: Payload): boolean {
  const event = pasteEvent(text, pasteHtml);
  if (!event) return false;
  element.dispatchEvent(event);
  return true;
}

const common = { bubbles: true, cancelable: true, composed: true } as const;

/** Never with files or `text/uri-list`: pages that listen on the document attach those to the message. */
function pasteEvent(text: string, html: string | undefined): ClipboardEvent | null {
  if (typeof ClipboardEvent !== 'function' || typeof DataTransfer !== 'function') return null;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  if (html !== undefined) clipboardData.setData('text/html', html);
  const event = new ClipboardEvent('paste', { ...common, clipboardData });
  if (event.clipboardData?.getData('text/plain') === text) return event;
  return geckoPasteEvent(text, html);
}

/**
 * Firefox has no `clipboardData` in its constructor but takes one type at once; the second is added afterwards where
 * the event's data can be written to.
 */
function geckoPasteEvent(text: string, html: string | undefined): ClipboardEvent | null {
  const gecko = (dataType: string, data: string): ClipboardEvent =>
    new ClipboardEvent('paste', { ...common, dataType, data } as ClipboardEventInit);
  const event = gecko('text/plain', text);
  if (event.clipboardData?.getData('text/plain') !== text) return null;
  if (html === undefined) return event;
  try {
    event.clipboardData.setData('text/html', html);
  } catch {
    // Not writable: plain text then, which every family that takes HTML takes too.
  }
  return event;
}

/** Is this Firefox? Told by the one difference that matters here. */
export function isGecko(): boolean {
  if (typeof ClipboardEvent !== 'function' || typeof DataTransfer !== 'function') return false;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', 'x');
  return new ClipboardEvent('paste', { clipboardData }).clipboardData?.getData('text/plain') !== 'x';
}
