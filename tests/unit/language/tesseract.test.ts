import { describe, expect, test } from 'vitest';
import { dictionaryWords } from '../../../training/language/tesseract.ts';

const last = 1;
const backward = 2;
const wordEnd = 4;

/** A file of two parts: the letters 21, the graph 19. Edges: letter, flags, node they lead to. */
function dictionary(letters: string[], edges: [letter: string, flags: number, next: number][]): Buffer {
  const names = Buffer.from(`${letters.length}\n${letters.map((letter) => `${letter} 3 0`).join('\n')}\n`);
  const letterBits = BigInt(Math.ceil(Math.log2(letters.length + 1)));
  const graph = Buffer.alloc(10 + edges.length * 8);
  graph.writeInt16LE(42, 0);
  graph.writeInt32LE(letters.length, 2);
  graph.writeInt32LE(edges.length, 6);
  edges.forEach(([letter, flags, next], i) => {
    const bits = BigInt(letters.indexOf(letter)) | (BigInt(flags) << letterBits) | (BigInt(next) << (letterBits + 3n));
    graph.writeBigUInt64LE(bits, 10 + i * 8);
  });
  const parts = 24;
  const head = Buffer.alloc(4 + parts * 8);
  head.writeInt32LE(parts, 0);
  for (let i = 0; i < parts; i++) head.writeBigInt64LE(-1n, 4 + i * 8);
  head.writeBigInt64LE(BigInt(head.length), 4 + 19 * 8);
  head.writeBigInt64LE(BigInt(head.length + graph.length), 4 + 21 * 8);
  return Buffer.concat([head, graph, names]);
}

describe('words out of a dictionary of Tesseract', () => {
  test('words that share a beginning, and a word within a word', () => {
    const data = dictionary(
      ['NULL', 'd', 'a', 'n'],
      [
        ['d', 0, 2],
        ['n', last, 2],
        ['a', last | wordEnd, 3],
        ['n', last | wordEnd, 0],
      ],
    );
    expect([...dictionaryWords(data)]).toEqual(['da', 'dan', 'na', 'nan']);
  });
  test('edges that point backwards are no words', () => {
    const data = dictionary(
      ['NULL', 'a'],
      [
        ['a', wordEnd, 0],
        ['a', backward | wordEnd | last, 0],
      ],
    );
    expect([...dictionaryWords(data)]).toEqual(['a']);
  });
  test('a file without a dictionary has no words', () => {
    expect([...dictionaryWords(Buffer.alloc(4))]).toEqual([]);
  });
});
