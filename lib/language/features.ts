/**
 * What the language model looks at: character n-grams of one to five letters with word boundaries, and whole words, all
 * hashed. Training and reading share this file; a change here needs a new model (raise `featuresVersion`).
 */

export const featuresVersion = 2;

const longestGram = 5;
/** Longer words are cut: nobody needs letter 33 to know the language, and a megabyte of one letter is one word. */
const longestWord = 32;
const boundary = 0x20;

/** Room that `wordHashes` needs: five grams at every place, and the word itself. */
export const mostHashes = (longestWord + 2) * longestGram + 1;

const codes = new Uint16Array(longestWord + 2);

/** Writes the 32-bit hashes of a word's features into `into` and says how many there are. */
export function wordHashes(word: string, into: Uint32Array): number {
  const letters = Math.min(word.length, longestWord);
  const length = letters + 2;
  codes[0] = boundary;
  for (let i = 0; i < letters; i++) codes[i + 1] = word.charCodeAt(i);
  codes[length - 1] = boundary;
  let count = 0;
  for (let start = 0; start < length; start++) {
    let hash = 0x811c9dc5;
    const last = Math.min(length, start + longestGram);
    for (let end = start; end < last; end++) {
      hash = Math.imul(hash ^ (codes[end] as number), 0x01000193);
      // A boundary alone says nothing.
      if (end === start && (start === 0 || start === length - 1)) continue;
      into[count++] = mix(hash + (end - start));
    }
  }
  if (length > longestGram) {
    let hash = 0x9e3779b9;
    for (let i = 1; i < length - 1; i++) hash = Math.imul(hash ^ (codes[i] as number), 0x01000193);
    into[count++] = mix(hash);
  }
  return count;
}

function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The row of a table of `rows` that a feature has. */
export const rowOf = (hash: number, rows: number): number => Math.floor((hash / 4294967296) * rows);

/** The bit of a filter of `bits`, a power of two, that says whether a feature was worth a row. */
export const filterBit = (hash: number, bits: number): number =>
  Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) & (bits - 1);

/** Marks that writers add or leave out at will: Arabic vowel signs and tatweel, the dot that lower-casing İ leaves. */
const looseMarks = /[\u064b-\u0652]|\u0640|\u0307/g;

/** Digits that stand for Arabic letters in Latin ones (`lib/text/clean.ts`), and letters that nobody else types. */
const digitLetter = /[235789](?=\p{Script=Latin})/gu;
const asLetter: Record<string, string> = { 2: 'ʔ', 3: 'ʕ', 5: 'ʛ', 7: 'ʜ', 8: 'ʁ', 9: 'ʠ' };

/**
 * The form in which words are compared: lower case, composed, without loose marks, one kind of apostrophe, digits before
 * Latin letters as letters.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(looseMarks, '')
    .replace(digitLetter, (d) => asLetter[d] as string)
    .replace(/[’ʼ‘`´]/g, "'");
}

/** Words of folded text. An apostrophe ends a word and stays with it: `l'`, `eau`. */
export function words(folded: string): string[] {
  return folded.match(/[\p{L}\p{M}]+'?/gu) ?? [];
}
