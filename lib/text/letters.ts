/**
 * Letters and digits alone, composed (NFC): what is the same in a phrase, in an editor and on a page. White space,
 * isolates, no-break spaces and punctuation are each editor's own.
 */
export function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
