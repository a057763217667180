/** The text of an element as a person reads it, without layout: blocks and `<br>` become line breaks. */
import { isRendered } from './find.ts';
import { stripInvisible } from './invisible.ts';

const skipped = new Set([
  'AUDIO',
  'BUTTON',
  'CANVAS',
  'DATALIST',
  'DIALOG',
  'HEAD',
  'IFRAME',
  'INPUT',
  'METER',
  'NOSCRIPT',
  'OBJECT',
  'OPTION',
  'PROGRESS',
  'SCRIPT',
  'SELECT',
  'STYLE',
  'SVG',
  'TEMPLATE',
  'TEXTAREA',
  'TITLE',
  'VIDEO',
]);
const blocks = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'CAPTION',
  'CENTER',
  'DD',
  'DETAILS',
  'DIV',
  'DL',
  'DT',
  'FIELDSET',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'FORM',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'MAIN',
  'NAV',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'SUMMARY',
  'TABLE',
  'TBODY',
  'TFOOT',
  'THEAD',
  'TR',
  'UL',
]);
const emoji = /^\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D){0,12}$/u;

/** A number asks for at least so many line breaks, as a block does; `\n` in a text is one that stands there. */
type Piece = string | number;

export interface TextOptions {
  /** Selectors of what is left out. */
  without?: readonly string[];
  pierce?: boolean;
}

/** Plain text without what is hidden, what `without` names, controls, and invisible characters. */
export function readText(element: Element, options: TextOptions = {}): string {
  const pieces: Piece[] = [];
  const without = options.without ?? [];
  // In a message that is folded away, or still fading in, everything is hidden, which says nothing about its parts.
  const opaque = isRendered(element, true);
  const judgeHidden = opaque || isRendered(element);
  const view = element.ownerDocument.defaultView;

  function keepsLines(parent: Element): boolean {
    if (parent.closest('pre')) return true;
    const white = view ? view.getComputedStyle(parent).whiteSpace : (parent as HTMLElement).style?.whiteSpace;
    return white === 'pre' || white === 'pre-wrap' || white === 'pre-line' || white === 'break-spaces';
  }

  function children(node: Element | ShadowRoot): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const data = (child as Text).data;
        const lines = data.includes('\n') && 'closest' in node && keepsLines(node);
        pieces.push(
          lines ? data.replace(/\r\n?/g, '\n').replace(/[ \t\f]+/g, ' ') : data.replace(/[ \t\r\n\f]+/g, ' '),
        );
      } else if (child.nodeType === 1) visit(child as Element);
    }
  }

  function visit(at: Element): void {
    const tag = at.tagName.toUpperCase();
    if (tag === 'BR') {
      pieces.push('\n');
      return;
    }
    if (skipped.has(tag) || at.getAttribute('role') === 'button') return;
    if (without.some((selector) => at.matches(selector))) return;
    if (judgeHidden ? !isShown(at, opaque) : at.hasAttribute('hidden')) return;
    if (tag === 'IMG') {
      const alt = at.getAttribute('alt')?.trim() ?? '';
      if (emoji.test(alt)) pieces.push(alt);
      return;
    }
    const breaks = tag === 'P' ? 2 : blocks.has(tag) ? 1 : 0;
    if (breaks) pieces.push(breaks);
    if (tag === 'TD' || tag === 'TH') pieces.push(' ');
    const assigned = options.pierce && tag === 'SLOT' ? (at as HTMLSlotElement).assignedElements() : [];
    if (assigned.length) assigned.forEach(visit);
    else children(options.pierce && at.shadowRoot ? at.shadowRoot : at);
    if (breaks) pieces.push(breaks);
  }

  children(options.pierce && element.shadowRoot ? element.shadowRoot : element);
  return tidy(join(pieces));
}

/** The element alone: its ancestors have been asked on the way down. */
function isShown(element: Element, opaque: boolean): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return !element.hasAttribute('hidden') && (element as HTMLElement).style?.display !== 'none';
  if (typeof element.checkVisibility === 'function') return isRendered(element, opaque);
  const style = view.getComputedStyle(element);
  return style.display !== 'none' && style.visibility !== 'hidden' && !(opaque && style.opacity === '0');
}

function join(pieces: Piece[]): string {
  const out: string[] = [];
  let wanted = 0;
  let stands = 0;
  for (const piece of pieces) {
    if (typeof piece === 'number') wanted = Math.max(wanted, piece);
    else if (piece === '\n') {
      // A `<br>` at the end of a block is the end of that block, not one line more.
      if (wanted) out.push('\n'.repeat(Math.max(0, wanted - stands)));
      wanted = 0;
      stands = 1;
      out.push('\n');
    } else if (piece.trim() !== '' || (wanted === 0 && stands === 0)) {
      if (wanted) out.push('\n'.repeat(Math.max(0, wanted - stands)));
      wanted = 0;
      stands = 0;
      out.push(piece);
    }
  }
  return out.join('');
}

function tidy(text: string): string {
  return stripInvisible(text)
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** One line of text, at most 300 characters. */
export function readLine(element: Element, options: TextOptions = {}): string {
  return oneLine(readText(element, options));
}

export function oneLine(text: string): string {
  return stripInvisible(text).replace(/\s+/g, ' ').trim().slice(0, 300).toWellFormed();
}

/** Keeps the beginning and the end of a long text. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const half = Math.floor((length - 3) / 2);
  return `${text.slice(0, half)}\n…\n${text.slice(-half)}`.toWellFormed();
}
