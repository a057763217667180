/** Runs in an isolated world, as a content script does: sees the page's DOM and none of its scripts. */
import { type InsertOptions, type InsertResult, insertText } from '../../lib/desk/insert/insert-text.ts';

/** First match in the page, its same-origin frames and its open shadow roots. */
function find(selector: string, root: Document | ShadowRoot): HTMLElement | null {
  const direct = root.querySelector<HTMLElement>(selector);
  if (direct) return direct;
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot ?? (element instanceof HTMLIFrameElement ? element.contentDocument : null);
    const found = inner && find(selector, inner);
    if (found) return found;
  }
  return null;
}

/** Inserts each text after the last, and answers with the results. */
async function insertAll(selector: string, texts: string[], options: InsertOptions): Promise<InsertResult[]> {
  const element = find(selector, document);
  if (!element) throw new Error(`No ${selector} on the page.`);
  return Promise.all(texts.map((text) => insertText(element, text, options)));
}

Object.assign(globalThis, { attuneInsert: insertAll });
