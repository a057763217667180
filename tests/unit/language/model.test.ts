import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, mostHashes, wordHashes, words } from '../../../lib/language/features.ts';
import { readModel } from '../../../lib/language/model.ts';
import { rank } from '../../../lib/language/rank.ts';
import { scriptOf } from '../../../lib/language/scripts.ts';
import { anyText } from '../text/arbitrary.ts';

const bytes = new Uint8Array(readFileSync(new URL('../../../public/language/model.bin', import.meta.url)));

describe('the model file', () => {
  test('says what it was made from', () => {
    const { header } = readModel(bytes);
    expect(header.from.length).toBeGreaterThan(0);
    expect(header.licence).toBe('CC BY-SA 4.0');
    expect(header.groups.map((group) => group.script)).toEqual(['latin', 'cyrillic', 'arabic']);
  });
  test('cut off anywhere, it is refused with a reason', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(() => readModel(bytes.subarray(0, length))).toThrow(/language model|JSON/);
      }),
      { numRuns: 30 },
    );
  });
  test('longer than it should be, or no model at all, it is refused', () => {
    expect(() => readModel(Uint8Array.from([...bytes, 0]))).toThrow('bytes left over');
    expect(() => readModel(new TextEncoder().encode('<!doctype html>'))).toThrow('not a model file');
  });
  test('a model of another format is refused by name', () => {
    const other = new Uint8Array(bytes);
    const at = new TextDecoder('latin1').decode(other.subarray(0, 60)).indexOf('"format":1') + '"format":'.length;
    other[at] = '9'.charCodeAt(0);
    expect(() => readModel(other)).toThrow('format 9');
  });
});

const model = readModel(bytes);

test('probabilities are probabilities, best first', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { candidates, other } = rank(text, model);
      const sum = candidates.reduce((total, candidate) => total + candidate.probability, other);
      expect(sum).toBeLessThanOrEqual(1.0001);
      candidates.forEach((candidate, i) => {
        expect(candidate.probability).toBeLessThanOrEqual(candidates[i - 1]?.probability ?? 1);
        expect(candidate.language).not.toBe('nn');
      });
    }),
  );
});

test('the same text has the same ranking, whatever was read before', () => {
  const before = rank('Kje je moje naročilo?', model);
  rank('Где мой заказ? '.repeat(300), model);
  expect(rank('Kje je moje naročilo?', model)).toEqual(before);
});

test('letter case and spelling of accents do not matter', () => {
  expect(rank('ČAKAM ŽE DVA TEDNA', model)).toEqual(rank('čakam že dva tedna'.normalize('NFD'), model));
});

test('a word never has more features than there is room for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (word) => {
      expect(wordHashes(word, new Uint32Array(mostHashes))).toBeLessThanOrEqual(mostHashes);
    }),
  );
});

test('an apostrophe ends a word and stays with it', () => {
  expect(words(fold('L’EAU, c`est'))).toEqual(["l'", 'eau', "c'", 'est']);
});

test.each([
  ['a', 'latin'],
  ['ż', 'latin'],
  ['я', 'cyrillic'],
  ['ש', 'hebrew'],
  ['ﺽ', 'arabic'],
  ['한', 'hangul'],
  ['ー', 'kana'],
  ['𠮷', 'han'],
  ['ꯍ', 'other'],
])('%s is %s', (letter, script) => {
  expect(scriptOf(letter.codePointAt(0) ?? 0)).toBe(script);
});
