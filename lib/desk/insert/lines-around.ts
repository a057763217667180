/** The draft around the caret of an editable element, as lines of text. */
import type { Surroundings } from './payload.ts';

const blockNames = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const isBlock = (node: Node): boolean => node.nodeType === 1 && blockNames.has((node as Element).localName);
/** Slate draws its placeholder inside the editable element. */
const isPlaceholder = (element: Element): boolean => element.hasAttribute('data-slate-placeholder');

/** Text as lines: blocks and `<br>` begin new ones, the filler `<br>` at a block's end does not. */
class Lines {
  #done: string[] = [];
  #line = '';
  #pending = false;
  /** Does the current line belong to a block, even if it has no text? */
  open: boolean;

  constructor(open: boolean) {
    this.open = open;
  }

  text(text: string): void {
    if (this.#pending) this.#end();
    this.#line += text;
    this.open = true;
  }

  lineBreak(): void {
    if (this.#pending) this.#end();
    this.#pending = true;
    this.open = true;
  }

  edge(): void {
    if (this.open) this.#end();
    this.open = false;
  }

  toString(): string {
    return [...this.#done, this.#line, ...(this.#pending ? [''] : [])].join('\n');
  }

  #end(): void {
    this.#done.push(this.#line);
    this.#line = '';
    this.#pending = false;
  }
}

/**
 * The text of `root` on either side of a place in it, as lines. Reads the names of elements and never their layout, so
 * that a long draft costs nothing.
 */
export function linesAround(root: HTMLElement, caretNode: Node, caretOffset: number): Surroundings {
  const keepsBreaks = root.ownerDocument.defaultView?.getComputedStyle(root).whiteSpace.startsWith('pre') ?? false;
  const before = new Lines(false);
  let lines = before;
  let after: Lines | undefined;
  const passCaret = (): void => {
    after = new Lines(true);
    lines = after;
  };
  const write = (text: string): void => {
    // White space between blocks is the page's indentation, not a line of the draft.
    if (text === '' || (!lines.open && !keepsBreaks && /^[\t\n\r ]+$/.test(text))) return;
    lines.text(keepsBreaks ? text : text.replace(/[\t\n\r ]+/g, ' '));
  };
  const visitText = (node: Text): void => {
    if (node === caretNode) {
      write(node.data.slice(0, caretOffset));
      passCaret();
      write(node.data.slice(caretOffset));
    } else {
      write(node.data);
    }
  };
  const visitElement = (element: Element): void => {
    const block = element !== root && isBlock(element);
    const children = [...element.childNodes];
    if (block) {
      lines.edge();
      if (!children.some(isBlock)) lines.open = true;
    }
    for (const [index, child] of children.entries()) {
      if (element === caretNode && index === caretOffset) passCaret();
      visit(child);
    }
    if (element === caretNode && caretOffset >= children.length) passCaret();
    if (element.localName === 'br') lines.lineBreak();
    if (block) lines.edge();
  };
  const visit = (node: Node): void => {
    if (node.nodeType === 3) visitText(node as Text);
    else if (node.nodeType === 1 && !isPlaceholder(node as Element)) visitElement(node as Element);
  };
  visit(root);
  return { before: before.toString(), after: after?.toString() ?? '' };
}
