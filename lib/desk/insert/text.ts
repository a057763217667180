/** Comparing what stands in an editor with what was meant to, whatever the editor did to the white space. */

// NBSP counts as white space in \s; the rest are characters editors leave behind as caret holders or fillers.
const unseen = /[\s\u200B-\u200D\u2060\uFEFF]+/gu;

/**
 * Text without white space and zero-width characters. Editors turn spaces into NBSP, line breaks into blocks and add
 * fillers; the rest must be the same to the letter.
 */
export function squash(text: string): string {
  return text.replace(unseen, '');
}

/** How often `part` stands in `whole`; both squashed. */
export function countOf(whole: string, part: string): number {
  if (part === '') return 0;
  let count = 0;
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + part.length)) count++;
  return count;
}

/** Is `after` exactly `before` with `part` put in at one place? All squashed. True only if nothing else changed. */
export function isInsertion(before: string, after: string, part: string): boolean {
  if (after.length !== before.length + part.length) return false;
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  // The place is ambiguous where the part begins like the text behind it: try each place both sides allow.
  for (let at = Math.max(0, before.length - tail); at <= head; at++) if (after.startsWith(part, at)) return true;
  return false;
}

/**
 * What an attempt did: `landed`, the text is there once more and nothing else changed, or it is there once more beside
 * something the agent or the page did meanwhile; `unchanged`; `other`, something happened that was not asked for.
 */
export function compare(before: string, after: string, part: string): 'landed' | 'unchanged' | 'other' {
  if (before === after) return 'unchanged';
  if (isInsertion(before, after, part) || countOf(after, part) === countOf(before, part) + 1) return 'landed';
  return 'other';
}
