/** What is handed to an editor: the phrase as plain text and as the simplest HTML that keeps its paragraphs. */

/**
 * How a product shows paragraphs: `p`, one block each; `p+empty`, with an empty block between them, where blocks have
 * no gap of their own; `br`, one block with blank lines in it. A house style of the desk, not of the editor.
 */
export type ParagraphStyle = 'p' | 'p+empty' | 'br';

/** Text of the draft on either side of the caret; lines and blocks as `\n`. */
export interface Surroundings {
  before: string;
  after: string;
}

export interface PayloadOptions {
  paragraphs: ParagraphStyle;
  dir?: 'ltr' | 'rtl';
  /** The phrase must be a paragraph of its own. */
  separate: boolean;
  /** What keeps a paragraph off the text before it and behind it on the same line. */
  apart: { before: string; after: string };
  /** Must every paragraph have an attribute? */
  needsAttribute?: boolean;
}

/**
 * Paragraphs of a phrase, each a list of lines: blank lines divide paragraphs, single line breaks are soft. White space
 * at the edges goes, because every editor keeps it or loses it in its own way.
 */
export function paragraphsOf(text: string): string[][] {
  return text
    .trim()
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()))
    .filter((lines) => lines.some((line) => line.trim() !== ''));
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML that shows it literally. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

const emptyBlock = '<p><br></p>';

/**
 * For the browser's own `insertHTML`, which joins a first `<p>` to the line, drops an empty one and keeps this one as a
 * blank line.
 */
export const commandApart = { before: emptyBlock, after: emptyBlock };

/** Line breaks between the caret and the nearest visible text; null where that side has none. */
function gap(side: string, towardsEnd: boolean): number | null {
  if (side.trim() === '') return null;
  const blank = towardsEnd ? /^\s*/.exec(side) : /\s*$/.exec(side);
  return (blank?.[0].match(/\n/g) ?? []).length;
}

/** Line breaks still missing for a blank line on that side. */
function missing(side: string, towardsEnd: boolean): number {
  const breaks = gap(side, towardsEnd);
  return breaks === null ? 0 : Math.max(0, 2 - breaks);
}

/**
 * The phrase as plain text, with blank lines between its paragraphs and, if it must stand by itself, as many line
 * breaks around it as the draft does not have yet.
 */
export function textPayload(text: string, around: Surroundings, options: Pick<PayloadOptions, 'separate'>): string {
  const body = paragraphsOf(text)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  if (!options.separate) return body;
  return '\n'.repeat(missing(around.before, false)) + body + '\n'.repeat(missing(around.after, true));
}

/** The phrase for a field of one line. */
export function linePayload(text: string, around: Surroundings, options: Pick<PayloadOptions, 'separate'>): string {
  const body = paragraphsOf(text).flat().join(' ');
  return options.separate && /\S$/.test(around.before) ? ` ${body}` : body;
}

/**
 * The phrase as HTML of `<p>` and `<br>` only, no class and no style, because editors convert anything more to their
 * own taste. What joins the line the caret stands in is inline, since a `<p>` would start a new block in some editors.
 */
export function htmlPayload(text: string, around: Surroundings, options: PayloadOptions): string {
  const inline = paragraphsOf(text).map((lines) => lines.map(escapeHtml).join('<br>'));
  if (options.paragraphs === 'br') return inlineHtml(inline, around, options);

  const attribute = options.dir === 'rtl' || options.needsAttribute ? ` dir="${options.dir ?? 'auto'}"` : '';
  const between = options.paragraphs === 'p+empty' ? emptyBlock : '';
  const before = gap(around.before, false);
  const after = gap(around.after, true);

  /** What keeps the phrase off the text on one side, outermost first. */
  const apart = (side: number | null, off: string): string[] => {
    if (!options.separate || side === null || side > 1) return [];
    return side === 1 || off === emptyBlock ? [side === 1 ? between : off] : [off, between];
  };
  const leading = apart(before, options.apart.before).join('');
  const trailing = apart(after, options.apart.after).reverse().join('');
  const alone = inline.length === 1 && leading === '' && trailing === '';
  // An editor that never joins starts a block at <p>, which is what `separate` wants beside text and nothing else does.
  const firstInline = options.separate ? alone && before !== 0 && after !== 0 : alone || before === 0;
  const blocks = inline.map((html, index) => (index === 0 && firstInline ? html : `<p${attribute}>${html}</p>`));
  return leading + blocks.join(between) + trailing;
}

function inlineHtml(inline: string[], around: Surroundings, options: PayloadOptions): string {
  const body = inline.join('<br><br>');
  if (!options.separate) return body;
  return '<br>'.repeat(missing(around.before, false)) + body + '<br>'.repeat(missing(around.after, true));
}
