/** The reply box of the ticket on screen. */
import { closestAcross, findRoot, frameDocument, isVisible, placeAll } from './find.ts';
import type { DeskDescription } from './schema.ts';
import { holds, lookAtTicket } from './ticket.ts';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface FoundEditor {
  /** The editable element itself, also where it is in a frame or an open shadow root. */
  element: HTMLElement;
  /** What the agent is about to write. */
  mode: 'reply' | 'note';
  /** Where it is in the window of the top document; for an editor in a frame, the part of it that shows. */
  rect(): Box;
}

const lastFocused = new WeakMap<Document, WeakRef<Element>>();

/**
 * The visible reply box of the one ticket on screen, or null. Where there are several, the one that had the focus last
 * (see `rememberEditor`), else the first of the description. Never throws and never touches the page.
 */
export function findEditor(desk: DeskDescription, document: Document): FoundEditor | null {
  try {
    const elements = editorElements(desk, document);
    const active = deepActive(document);
    const last = lastFocused.get(document)?.deref();
    const element =
      elements.find((e) => active !== null && e.contains(active)) ??
      elements.find((e) => last?.isConnected && e.contains(last)) ??
      elements[0];
    if (!element) return null;
    return { element: element as HTMLElement, mode: editorMode(desk, document, element), rect: () => rectOf(element) };
  } catch {
    return null;
  }
}

/** Remembers until the signal which editor had the focus last, so that pressing a button elsewhere does not lose it. */
export function rememberEditor(desk: DeskDescription, document: Document, signal: AbortSignal): void {
  if (signal.aborted) return;
  const remember = () => {
    const active = deepActive(document);
    if (active && editorElements(desk, document).some((e) => e.contains(active))) {
      lastFocused.set(document, new WeakRef(active));
    }
  };
  document.addEventListener('focusin', remember, { capture: true, signal });
  // Focus that goes into a frame is no focusin here, but this window loses it.
  document.defaultView?.addEventListener('blur', remember, { signal });
}

/** All editors that could be meant, best first. */
export function editorElements(desk: DeskDescription, document: Document): Element[] {
  if (!desk.editor) return [];
  const found = findRoot(desk, document);
  if ('nothing' in found) return [];
  const elements = desk.editor.candidates.flatMap((place) => placeAll(found.root, place, desk.pierce));
  return elements.filter((e, i) => elements.indexOf(e) === i && isEditable(e) && isShown(e));
}

function isEditable(element: Element): boolean {
  if (element.tagName === 'TEXTAREA' || element.tagName === 'INPUT') return true;
  const editable = element.closest('[contenteditable]')?.getAttribute('contenteditable');
  return (editable != null && editable !== 'false') || element.ownerDocument.designMode === 'on';
}

/** The editor shows if it does in its own document and every frame around it does. An empty body may have no height. */
function isShown(element: Element): boolean {
  const frame = element.ownerDocument.defaultView?.frameElement;
  return frame ? isShown(frame) : isVisible(element);
}

function editorMode(desk: DeskDescription, document: Document, element: Element): 'reply' | 'note' {
  const url = URL.parse(document.URL) ?? new URL('about:blank');
  const look = lookAtTicket(desk, document, url);
  if ('nothing' in look) return 'reply';
  return desk.editor?.note?.some((when) => holds(when, element, look.ticket)) ? 'note' : 'reply';
}

function deepActive(document: Document): Element | null {
  let active = document.activeElement;
  for (;;) {
    const inside = active && (active.shadowRoot ?? (active.tagName === 'IFRAME' ? frameDocument(active) : null));
    const next = inside?.activeElement;
    if (!next) return active;
    active = next;
  }
}

function rectOf(element: Element): Box {
  const view = element.ownerDocument.defaultView;
  const frame = view?.frameElement;
  if (!frame) return box(element.getBoundingClientRect());
  // The body of an editor's document is as long as its text: what shows is the frame.
  const outer = rectOf(frame);
  return element === element.ownerDocument.body ? outer : within(outer, element.getBoundingClientRect());
}

function within(outer: Box, inner: DOMRect): Box {
  return { left: outer.left + inner.left, top: outer.top + inner.top, width: inner.width, height: inner.height };
}

function box({ left, top, width, height }: DOMRect): Box {
  return { left, top, width, height };
}

/** Calls back when the agent presses what sends. Observes only; whether the desk accepted it is the desk's matter. */
export function watchSend(desk: DeskDescription, document: Document, onSend: () => void, signal: AbortSignal): void {
  const selector = desk.send?.join(',');
  if (!selector || signal.aborted) return;
  const listener = (event: Event) => {
    const target = event.composedPath()[0] as Element | undefined;
    if (target?.nodeType === 1 && closestAcross(target, selector)) onSend();
  };
  document.addEventListener('click', listener, { capture: true, signal });
}
