/**
 * Words out of the dictionaries of Tesseract (`*.traineddata`, Apache-2.0): graphs of letters, made by Google of texts of
 * the web. Layout: a count, offsets of the parts; part 21 names the letters, part 19 holds the graph.
 */
const graphPart = 19;
const lettersPart = 21;
/** Flags of an edge, above its letter: last of its node; pointing backwards; a word may end here. */
const last = 1;
const backward = 2;
const wordEnd = 4;
const flagBits = 3;
const graphMagic = 42;
const longest = 24;

/** All words of a dictionary, in the order of the graph. Empty where the file has none; throws where it is none. */
export function* dictionaryWords(data: Buffer): Generator<string> {
  const letters = part(data, lettersPart);
  const graph = part(data, graphPart);
  if (!letters || !graph) return;
  const [, ...lines] = letters.toString('utf8').split('\n');
  const letterOf = lines.map((line) => line.split(' ')[0] as string);
  if (graph.readInt16LE(0) !== graphMagic) throw new Error('not a graph of words');
  const size = graph.readInt32LE(2);
  const edges = graph.readInt32LE(6);
  const letterBits = BigInt(Math.ceil(Math.log2(size + 1)));
  const letterMask = (1n << letterBits) - 1n;
  const nextBit = letterBits + BigInt(flagBits);
  const letter = new Uint16Array(edges);
  const flags = new Uint8Array(edges);
  const next = new Uint32Array(edges);
  for (let i = 0; i < edges; i++) {
    const edge = graph.readBigUInt64LE(10 + i * 8);
    letter[i] = Number(edge & letterMask);
    flags[i] = Number((edge >> letterBits) & 7n);
    next[i] = Number(edge >> nextBit);
  }
  yield* walk(0, '');

  function* walk(node: number, start: string): Generator<string> {
    for (let i = node; i < edges; i++) {
      const flag = flags[i] as number;
      if (flag & backward) break;
      const word = start + (letterOf[letter[i] as number] ?? '');
      if (flag & wordEnd) yield word;
      const to = next[i] as number;
      if (to > 0 && to < edges && word.length < longest) yield* walk(to, word);
      if (flag & last) break;
    }
  }
}

function part(data: Buffer, wanted: number): Buffer | undefined {
  const count = data.readInt32LE(0);
  const offset = (at: number): number => Number(data.readBigInt64LE(4 + at * 8));
  if (wanted >= count || offset(wanted) < 0) return undefined;
  let end = data.length;
  for (let i = wanted + 1; i < count; i++)
    if (offset(i) >= 0) {
      end = offset(i);
      break;
    }
  return data.subarray(offset(wanted), end);
}
