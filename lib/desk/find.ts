/** Finding elements the way a desk description names them: through same-origin frames and open shadow roots. */
import type { DeskDescription, Place } from './schema.ts';

type Scope = Document | Element | ShadowRoot;

/** Elements that the selector matches, in document order; with `pierce` also those in open shadow roots, after the others. */
export function queryAll(scope: Scope, selector: string, pierce?: DeskDescription['pierce']): Element[] {
  const found = Array.from(scope.querySelectorAll(selector));
  if (pierce !== 'open-shadow') return found;
  const hosts = Array.from(scope.querySelectorAll('*'));
  if ('shadowRoot' in scope) hosts.unshift(scope);
  for (const host of hosts) {
    if (host.shadowRoot) found.push(...queryAll(host.shadowRoot, selector, pierce));
  }
  return found;
}

/** The document in a frame, or null where it is of another origin or not there yet. */
export function frameDocument(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null;
  }
}

/** All elements of one candidate. Frames that are not shown do not count. */
export function placeAll(scope: Scope, place: Place, pierce?: DeskDescription['pierce']): Element[] {
  if (place.frame === undefined) return queryAll(scope, place.select, pierce);
  return queryAll(scope, place.frame, pierce)
    .filter(isVisible)
    .flatMap((frame) => {
      const inside = frameDocument(frame);
      return inside ? queryAll(inside, place.select, pierce) : [];
    });
}

/** Whether a person can see the element: rendered and, where the page has a layout, with a box. */
export function isVisible(element: Element): boolean {
  if (!isRendered(element)) return false;
  const view = element.ownerDocument.defaultView;
  // Without a layout (a parsed document, jsdom) every box is empty and says nothing.
  if (!view || element.ownerDocument.documentElement.getClientRects().length === 0) return true;
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
}

/**
 * Whether style lets the element show. Asks for style only, never for layout. `opaque` also wants it not to be
 * transparent: right for text that hides, wrong for a ticket that is just fading in.
 */
export function isRendered(element: Element, opaque = false): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return element.closest('[hidden]') === null;
  if (typeof element.checkVisibility === 'function') {
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: opaque });
  }
  if (view.getComputedStyle(element).visibility === 'hidden') return false;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = view.getComputedStyle(at);
    if (style.display === 'none' || (opaque && style.opacity === '0')) return false;
  }
  return true;
}

/** The element around this one across shadow roots and frames, or null at the top. */
export function outerElement(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if ('host' in root) return (root as ShadowRoot).host;
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** `closest` across shadow roots and frames. */
export function closestAcross(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; ) {
    const found: Element | null = at.closest(selector);
    if (found) return found;
    let top: Element = at;
    while (top.parentElement) top = top.parentElement;
    at = outerElement(top);
  }
  return null;
}

export type RootResult = { root: Element } | { nothing: 'no-ticket' | 'several-tickets' };

/** The one ticket on screen; two of them visible are as good as none. */
export function findRoot(desk: DeskDescription, document: Document): RootResult {
  for (const place of desk.activeRoot) {
    const roots = placeAll(document, place, desk.pierce).filter(isVisible);
    if (roots.length > 1) return { nothing: 'several-tickets' };
    if (roots[0]) return { root: roots[0] };
  }
  return { nothing: 'no-ticket' };
}
