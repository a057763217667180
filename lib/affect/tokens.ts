/** Splitting a customer's text into words, with the place of each in the original. */

export interface Token {
  /** Lower-cased, composed (NFC), one kind of apostrophe. */
  word: string;
  start: number;
  end: number;
  /** First word of the text, of a line or of a sentence: its capital says nothing. */
  opensSentence: boolean;
}

// Letters, marks and digits; an apostrophe or hyphen-like joiner inside a word belongs to it (don't, l’après).
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’ʼ׳״"][\p{L}\p{M}\p{N}]+)*/gu;
const sentenceEnd = /[.!?…:\n¿¡。！？؟]/u;

/**
 * How forms and text are compared: lower case, NFC, straight apostrophes, Romanian ș and ț as older keyboards write them;
 * Arabic without vowel signs and stretching, and
 * with one alef, ha and ya, as people type them. Length may change.
 */
export function foldWord(word: string): string {
  // İ in lower case is i and a loose dot (U+0307), which no form has.
  const folded = word
    .normalize('NFC')
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('ʼ', "'")
    .replaceAll('ș', 'ş')
    .replaceAll('ț', 'ţ');
  if (!/\p{Script=Arabic}/u.test(folded)) return folded;
  return folded
    .replace(/[\u064B-\u0652\u0670\u0640]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي');
}

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const opensSentence = tokens.length === 0 || sentenceEnd.test(text.slice(last, start));
    tokens.push({ word: foldWord(match[0]), start, end, opensSentence });
    last = end;
  }
  return tokens;
}

/** Languages written without spaces between words: their forms match anywhere in the text. */
export const unspacedLanguages: ReadonlySet<string> = new Set(['ja', 'zh', 'th', 'ko']);
