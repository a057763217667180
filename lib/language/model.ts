/**
 * The language model as it ships (`public/language/model.bin`): checked when it is read, then a pure function from words
 * to scores. Layout: `ATLM`, header length, header (JSON), then for each group its filter, its rows, its output
 * matrix, its biases, and the rows of its heads.
 */
import { featuresVersion, filterBit, mostHashes, rowOf, wordHashes } from './features.ts';

export const modelFormat = 1;
const magic = [0x41, 0x54, 0x4c, 0x4d];
const mostHeader = 64_000;

export interface ModelClass {
  language: string;
  other?: true;
  transliterated?: true;
}

export interface GroupHeader {
  script: string;
  classes: ModelClass[];
  rows: number;
  dim: number;
  /** Bits of the filter that says which features count; a power of two. */
  filterBits: number;
  /** Rows hold whole numbers from -levels to levels. */
  levels: number;
  scale: number;
  pooling: number;
  /** Close neighbours, each with numbers of their own for every feature, added to the group's scores. */
  heads: HeadHeader[];
  /** Divides the scores so that they mean probabilities: one number for each step of `lengthSteps`. */
  temperatures: number[];
}

export interface HeadHeader {
  /** Places in the group's `classes`. */
  classes: number[];
  rows: number;
  levels: number;
  scale: number;
}

export interface ModelHeader {
  format: number;
  features: number;
  /** What it was learnt from, under which licence the file is, and from which state of the repository it was made. */
  from: string[];
  licence: string;
  commit: string;
  groups: GroupHeader[];
}

export interface LanguageModel {
  header: ModelHeader;
  /** The group that reads a script; undefined where the script alone decides or we know nothing of it. */
  group(script: string): ModelGroup | undefined;
}

export interface ModelGroup {
  classes: readonly ModelClass[];
  /** Log-odds of every class for these words, in the order of `classes`. The array is reused by the next call. */
  scores(words: readonly string[]): Float64Array;
}

/** Letters up to which each temperature holds. */
export const lengthSteps = [6, 12, 25, 50, Number.POSITIVE_INFINITY];

/** Enough to be sure, and a bound on the work: a longer text says nothing new. */
const mostWords = 120;

/** Numbers that one byte holds, by how many values a number can have. */
export const numbersPerByte = (levels: number): number =>
  Math.max(1, Math.floor(Math.log(256) / Math.log(2 * levels + 1)));

/** Throws, saying what is wrong, where the bytes are no model that this code can read. */
export function readModel(bytes: Uint8Array): LanguageModel {
  if (bytes.length < 8 || magic.some((byte, i) => bytes[i] !== byte))
    throw new Error('language model: not a model file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(4, true);
  if (headerLength > mostHeader || 8 + headerLength > bytes.length)
    throw new Error('language model: header is cut off');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength))) as ModelHeader;
  if (header.format !== modelFormat || header.features !== featuresVersion)
    throw new Error(
      `language model: format ${header.format}/${header.features}, this version reads ${modelFormat}/${featuresVersion}`,
    );
  let at = 8 + headerLength;
  const groups = new Map<string, ModelGroup>();
  for (const group of header.groups) {
    const filter = bytes.subarray(at, at + group.filterBits / 8);
    at += group.filterBits / 8;
    const perByte = numbersPerByte(group.levels);
    const tableBytes = Math.ceil((group.rows * group.dim) / perByte);
    const numbers = group.classes.length * (group.dim + 1);
    if (at + tableBytes + numbers * 4 > bytes.length) throw new Error('language model: the file is cut off');
    const table = unpack(bytes.subarray(at, at + tableBytes), group.rows * group.dim, group.levels, perByte);
    at += tableBytes;
    const output = new Float32Array(numbers);
    for (let i = 0; i < numbers; i++) output[i] = view.getFloat32(at + i * 4, true);
    at += numbers * 4;
    const heads = group.heads.map((head): Head => {
      const count = head.rows * head.classes.length;
      const length = Math.ceil(count / numbersPerByte(head.levels));
      if (at + length > bytes.length) throw new Error('language model: the file is cut off');
      const rows = unpack(bytes.subarray(at, at + length), count, head.levels, numbersPerByte(head.levels));
      at += length;
      return { ...head, table: rows };
    });
    groups.set(group.script, createGroup(group, filter, table, output, heads));
  }
  if (at !== bytes.length) throw new Error('language model: bytes left over');
  return { header, group: (script) => groups.get(script) };
}

interface Head extends HeadHeader {
  table: Int8Array;
}

function unpack(packed: Uint8Array, count: number, levels: number, perByte: number): Int8Array {
  const values = 2 * levels + 1;
  const table = new Int8Array(count);
  let at = 0;
  for (const byte of packed) {
    let rest = byte;
    for (let i = 0; i < perByte && at < count; i++) {
      table[at++] = (rest % values) - levels;
      rest = Math.floor(rest / values);
    }
  }
  return table;
}

function createGroup(
  group: GroupHeader,
  filter: Uint8Array,
  table: Int8Array,
  output: Float32Array,
  heads: readonly Head[],
): ModelGroup {
  const { filterBits, rows, dim, scale, pooling, classes, temperatures } = group;
  const bias = classes.length * dim;
  const hashes = new Uint32Array(mostHashes);
  const sum = new Float64Array(dim);
  const scores = new Float64Array(classes.length);
  const headSums = heads.map((head) => new Float64Array(head.classes.length));
  return {
    classes,
    scores(words) {
      sum.fill(0);
      for (const sums of headSums) sums.fill(0);
      let count = 0;
      let letters = 0;
      const length = Math.min(words.length, mostWords);
      for (let w = 0; w < length; w++) {
        const word = words[w] as string;
        letters += word.length;
        const all = wordHashes(word, hashes);
        let found = 0;
        for (let i = 0; i < all; i++) {
          const hash = hashes[i] as number;
          const bit = filterBit(hash, filterBits);
          if (((filter[bit >>> 3] as number) >> (bit & 7)) & 1) hashes[found++] = hash;
        }
        count += found;
        for (let i = 0; i < found; i++) {
          const at = rowOf(hashes[i] as number, rows) * dim;
          for (let d = 0; d < dim; d++) (sum[d] as number) += table[at + d] as number;
        }
        for (let h = 0; h < heads.length; h++) {
          const head = heads[h] as Head;
          const sums = headSums[h] as Float64Array;
          for (let i = 0; i < found; i++) {
            const at = rowOf(hashes[i] as number, head.rows) * sums.length;
            for (let c = 0; c < sums.length; c++) (sums[c] as number) += head.table[at + c] as number;
          }
        }
      }
      const step = lengthSteps.findIndex((most) => letters <= most);
      const temperature = temperatures[step] ?? 1;
      const pooled = count === 0 ? 0 : 1 / count ** pooling;
      const share = scale * pooled;
      for (let c = 0; c < classes.length; c++) {
        let score = output[bias + c] as number;
        const at = c * dim;
        for (let d = 0; d < dim; d++) score += (output[at + d] as number) * (sum[d] as number) * share;
        scores[c] = score;
      }
      heads.forEach((head, h) => {
        head.classes.forEach((kind, c) => {
          (scores[kind] as number) += (headSums[h]?.[c] ?? 0) * head.scale * pooled;
        });
      });
      for (let c = 0; c < scores.length; c++) (scores[c] as number) /= temperature;
      return scores;
    },
  };
}
