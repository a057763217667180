/** Where the caret stands in an editor, and giving it back to the editor without moving it. */
import { linesAround } from './lines-around.ts';
import type { Surroundings } from './payload.ts';

export type Field = HTMLTextAreaElement | HTMLInputElement;

/** By name, not by `instanceof`: elements of a frame are of another realm. */
export function isField(element: Element): element is Field {
  return element.localName === 'textarea' || element.localName === 'input';
}

/** The selection that the editor's tree sees: in Chromium a shadow root has its own, and the document's is blind there. */
export function selectionOf(element: Element): Selection | null {
  const root = element.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? element.ownerDocument.getSelection();
}

/** The selection inside `element`, or null. */
function rangeIn(element: Element): Range | null {
  const selection = selectionOf(element);
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return element.contains(range.startContainer) && element.contains(range.endContainer) ? range : null;
}

/**
 * Gives the editor the focus and leaves its caret where it was. An editor that never had one gets it at the start, as
 * browsers do: below are often a quote and a signature.
 */
export function focus(element: HTMLElement): void {
  const document = element.ownerDocument;
  const frame = document.defaultView?.frameElement;
  if (frame && frame.ownerDocument.activeElement !== frame) document.defaultView?.focus();
  const root = element.getRootNode() as Document | ShadowRoot;
  // A <body> in design mode is always its document's active element.
  const active = root.activeElement;
  if (active !== element && !(active && element.contains(active))) element.focus({ preventScroll: true });
  if (!isField(element) && !rangeIn(element)) selectionOf(element)?.collapse(element, 0);
}

/** Makes a selection a caret behind it, so that nothing is replaced. */
export function collapseSelection(element: HTMLElement): void {
  if (isField(element)) {
    // Fields of other types have no selection, and say so by throwing.
    if (element.selectionEnd !== null) element.setSelectionRange(element.selectionEnd, element.selectionEnd);
    return;
  }
  const range = rangeIn(element);
  if (range && !range.collapsed) selectionOf(element)?.collapse(range.endContainer, range.endOffset);
}

/** Moves the selection away and back: see `Family.nudge`. */
export function nudge(element: HTMLElement): void {
  if (isField(element)) {
    const { selectionStart, selectionEnd, value } = element;
    if (selectionStart === null) return;
    const elsewhere = selectionStart === 0 ? value.length : 0;
    element.setSelectionRange(elsewhere, elsewhere);
    element.setSelectionRange(selectionStart, selectionEnd);
    return;
  }
  const range = rangeIn(element);
  const selection = selectionOf(element);
  if (!range || !selection) return;
  const { startContainer, startOffset } = range;
  selection.collapse(element, 0);
  selection.collapse(element, element.childNodes.length);
  selection.collapse(startContainer, startOffset);
}

/** The draft on either side of the caret. */
export function surroundings(element: HTMLElement): Surroundings {
  if (isField(element)) {
    const at = element.selectionEnd ?? element.value.length;
    return { before: element.value.slice(0, at), after: element.value.slice(at) };
  }
  const range = rangeIn(element);
  if (!range) return { before: '', after: '' };
  return linesAround(element, range.endContainer, range.endOffset);
}
