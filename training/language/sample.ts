/** Makes endless training lines of one class: drawn words of the frequency list, or windows of real lines. */
import { mostHashes, wordHashes } from '../../lib/language/features.ts';
import type { ClassTexts } from './texts.ts';

/** Fills `rows` with the table rows of one line's features and says how many. */
export type Sampler = (rows: Uint32Array) => number;

/** Most features of one line; `rows` has that room. */
export const mostFeatures = 2_000;

/** How many of the drawn words the dictionary gives: in lines of one or two words, in longer ones. */
const rareAlone = 0.5;
const rareAmong = 0.2;

const scratch = new Uint32Array(mostHashes);

export function sampler(texts: ClassTexts, script: string, random: () => number): Sampler {
  const { vocabulary, frequency, spellings, lines } = texts;
  const { starts, hashes } = hashAll(vocabulary);
  const often = cumulative(frequency, 0.75);
  const seldom = cumulative(frequency, 0.35);
  const rare = cumulative(spellings, 1);
  const listed = (often.at(-1) ?? 0) > 0;
  const spelled = (rare.at(-1) ?? 0) > 0;
  const listShare = !listed && !spelled ? 0 : lines.length === 0 ? 1 : 0.35 + 0.4 * Math.exp(-lines.length / 4_000);
  const mostAtOnce = mostFeatures - mostHashes;

  return (rows) => {
    let count = 0;
    const bare = script === 'latin' && random() < 0.07;
    const add = (at: number): void => {
      if (count > mostAtOnce) return;
      const word = vocabulary[at] as string;
      const changed = bare ? withoutMarks(word) : random() < 0.02 ? mistyped(word, random) : word;
      if (changed !== word) {
        const n = wordHashes(changed, scratch);
        for (let i = 0; i < n; i++) rows[count++] = scratch[i] as number;
        return;
      }
      const end = starts[at + 1] as number;
      for (let i = starts[at] as number; i < end; i++) rows[count++] = hashes[i] as number;
    };
    if (random() < listShare) {
      const dice = random();
      const length = dice < 0.45 ? 1 : dice < 0.65 ? 2 : 3 + Math.floor(random() * 6);
      const table = length <= 2 ? seldom : often;
      const rareShare = !spelled ? 0 : !listed ? 1 : length <= 2 ? rareAlone : rareAmong;
      for (let i = 0; i < length; i++) add(random() < rareShare ? draw(rare, random()) : draw(table, random()));
    } else {
      const line = lines[Math.floor(random() * lines.length)] as Int32Array;
      const dice = random();
      const wanted = dice < 0.2 ? 1 : dice < 0.4 ? 2 : dice < 0.94 ? 3 + Math.floor(random() * 6) : 20;
      const from = Math.floor(random() * Math.max(1, line.length - wanted + 1));
      const to = Math.min(line.length, from + wanted);
      for (let i = from; i < to; i++) add(line[i] as number);
    }
    return count;
  };
}

function hashAll(vocabulary: readonly string[]): { starts: Int32Array; hashes: Uint32Array } {
  const starts = new Int32Array(vocabulary.length + 1);
  let all = new Uint32Array(vocabulary.length * 40 + mostHashes);
  let at = 0;
  vocabulary.forEach((word, index) => {
    if (at + mostHashes > all.length) {
      const larger = new Uint32Array(all.length * 2);
      larger.set(all);
      all = larger;
    }
    at += wordHashes(word, all.subarray(at));
    starts[index + 1] = at;
  });
  return { starts, hashes: all.slice(0, at) };
}

function cumulative(frequency: readonly number[], power: number): Float64Array {
  const sums = new Float64Array(frequency.length);
  let sum = 0;
  frequency.forEach((count, i) => {
    sum += (count ?? 0) ** power;
    sums[i] = sum;
  });
  return sums;
}

function draw(sums: Float64Array, dice: number): number {
  const wanted = dice * (sums[sums.length - 1] as number);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const plainLetters: Record<string, string> = { đ: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', ı: 'i', ð: 'd', þ: 'th' };

function withoutMarks(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đøłßæıðþ]/g, (c) => plainLetters[c] as string);
}

function mistyped(word: string, random: () => number): string {
  if (word.length < 4) return word;
  const at = Math.floor(random() * (word.length - 1));
  const dice = random();
  if (dice < 0.35) return word.slice(0, at) + word.slice(at + 1);
  if (dice < 0.7) return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  return word.slice(0, at + 1) + word.slice(at);
}
