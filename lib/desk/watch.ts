/** Follows the ticket on screen for as long as the signal lets it. */
import type { Thread } from '../thread.ts';
import { findRoot, placeAll } from './find.ts';
import { findDesk, matchesSite } from './match.ts';
import { readThread, type ThreadResult } from './read.ts';
import type { DeskDescription } from './schema.ts';

/** `desk` null: this page is no desk's (any more). */
export type ThreadChange = { desk: DeskDescription; result: ThreadResult } | { desk: null; result: null };

/** A desk that builds its page itself may need a while; after the last of these the page counts as no desk's. */
const rechecks = [500, 1_500, 4_000, 10_000];

/**
 * Reads the ticket now, when the page goes elsewhere and when its messages change, and calls back whenever there is
 * something else to say. Call it in the top frame only: frames of the same origin are read from there.
 *
 * It observes the whole document only while a desk's ticket is being looked for, then only the conversation, and never
 * the reply box. On pages of no desk it asks for the fingerprints a few times and is silent.
 */
export function watchThread(
  desks: readonly DeskDescription[],
  document: Document,
  onChange: (change: ThreadChange) => void,
  signal: AbortSignal,
): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;

  let last: ThreadChange = { desk: null, result: null };
  let address = '';
  let cancelBatch: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(soon);

  function look(): void {
    cancelBatch?.();
    cancelBatch = undefined;
    if (signal.aborted) return;
    const href = view?.location.href ?? document.URL;
    if (href !== address) {
      address = href;
      recheck(0);
    }
    const url = URL.parse(href);
    const desk = (url && findDesk(desks, document, url)) ?? null;
    observer.disconnect();
    const site = url && desks.some((d) => matchesSite(d, document, url));
    // A change of the title is how a page without the Navigation API says that it went elsewhere.
    if (site && document.head) observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    if (desk) observe(observer, desk, document);
    const change: ThreadChange = desk
      ? { desk, result: readThread(desk, document, href) }
      : { desk: null, result: null };
    if (!sameChange(last, change)) {
      last = change;
      onChange(change);
    }
  }

  /** Many changes, one look: when the page is idle, at the latest after a fifth of a second. */
  function soon(): void {
    cancelBatch ??= whenIdle(view as Window, look);
  }

  function recheck(step: number): void {
    clearTimeout(timer);
    const wait = rechecks[step];
    if (wait === undefined) return;
    timer = setTimeout(() => {
      if (last.desk) return;
      look();
      recheck(step + 1);
    }, wait);
  }

  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
      cancelBatch?.();
    },
    { once: true },
  );
  for (const event of ['popstate', 'hashchange', 'pageshow']) view.addEventListener(event, soon, { signal });
  // Load events do not bubble, but they can be caught on their way down: a frame with a message has arrived.
  document.addEventListener('load', soon, { capture: true, signal });
  document.addEventListener('DOMContentLoaded', soon, { signal });
  const navigation = (view as { navigation?: EventTarget }).navigation;
  for (const event of ['currententrychange', 'navigatesuccess']) navigation?.addEventListener(event, soon, { signal });

  look();
}

/** What a page changes to show one ticket and hide another. */
const shows = { attributes: true, attributeFilter: ['class', 'hidden', 'style'] };

function observe(observer: MutationObserver, desk: DeskDescription, document: Document): void {
  const found = attempt(() => findRoot(desk, document));
  if (!found || 'nothing' in found) {
    if (document.body) observer.observe(document.body, { childList: true, subtree: true, ...shows });
    return;
  }
  const { root } = found;
  const attributes = desk.virtualised ? { attributes: true } : {};
  const conversation = attempt(() => desk.conversation?.flatMap((p) => placeAll(root, p, desk.pierce))[0]) ?? root;
  // That the conversation goes is seen in the children of its ancestors; which ticket it is and that it shows is often
  // said in attributes of the root.
  for (let at = conversation.parentElement; at; at = at.parentElement) {
    observer.observe(at, { childList: true, ...(at === root ? { attributes: true } : shows) });
  }
  const boxes = attempt(() => replyBoxes(desk, root)) ?? [];
  observeAround(conversation, boxes);

  /** Everything in the node but the reply boxes. */
  function observeAround(node: Element, boxes: readonly Element[]): void {
    const inside = boxes.filter((box) => node.contains(box));
    const own = node === root ? { attributes: true } : attributes;
    if (inside.length === 0) {
      observer.observe(node, { childList: true, characterData: true, subtree: true, ...own });
      for (const open of desk.pierce ? openRoots(node) : []) {
        observer.observe(open, { childList: true, characterData: true, subtree: true, ...attributes });
      }
      return;
    }
    if (inside.includes(node)) return;
    observer.observe(node, { childList: true, characterData: true, ...own });
    for (const child of node.children) observeAround(child, inside);
  }
}

/** Editors as they stand in the ticket's own document: for one in a frame, the frame. Shown or not. */
function replyBoxes(desk: DeskDescription, root: Element): Element[] {
  const selectors = desk.editor?.candidates.map((place) => place.frame ?? place.select) ?? [];
  return selectors.flatMap((selector) => Array.from(root.querySelectorAll(selector)));
}

function openRoots(node: Element): ShadowRoot[] {
  return [node, ...node.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? [shadowRoot, ...Array.from(shadowRoot.children).flatMap(openRoots)] : [],
  );
}

function whenIdle(view: Window, run: () => void): () => void {
  if (typeof view.requestIdleCallback === 'function') {
    const handle = view.requestIdleCallback(run, { timeout: 200 });
    return () => view.cancelIdleCallback(handle);
  }
  const handle = setTimeout(run, 50);
  return () => clearTimeout(handle);
}

/** A selector that is none finds nothing; `readThread` says so to the agent. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function sameChange(a: ThreadChange, b: ThreadChange): boolean {
  if (a.desk !== b.desk || !a.result || !b.result) return a.desk === b.desk && a.result === b.result;
  if ('nothing' in a.result || 'nothing' in b.result) {
    return 'nothing' in a.result && 'nothing' in b.result && a.result.nothing === b.result.nothing;
  }
  return sameThread(a.result.thread, b.result.thread);
}

function sameThread(a: Thread, b: Thread): boolean {
  const { messages: before, ...headBefore } = a;
  const { messages: after, ...headAfter } = b;
  return (
    sameFields(headBefore, headAfter) &&
    before.length === after.length &&
    before.every((message, i) => sameFields(message, after[i]))
  );
}

function sameFields<T extends object>(a: T, b: T | undefined): boolean {
  if (!b) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof T>;
  return Array.from(names).every((name) => a[name] === b[name]);
}
