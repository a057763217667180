import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editWordList, parseWordList } from '../../../lib/affect/words.ts';
import { readLanguages } from '../../../lib/locale.ts';
import { loadWords } from '../../../scripts/lib/shipped.ts';
import { anyText } from '../text/arbitrary.ts';

describe('parseWordList', () => {
  test('reads concepts and forms, and joins lines of one concept', () => {
    const { words, problems } = parseWordList('f-late\tlate | overdue\r\n\nf-late\tbehind |  | \n');
    expect([...words]).toEqual([['f-late', ['late', 'overdue', 'behind']]]);
    expect(problems).toEqual([]);
  });
  test('names the line it cannot read, and reads the rest', () => {
    const { words, problems } = parseWordList('late overdue\nf-late\tlate');
    expect([...words.keys()]).toEqual(['f-late']);
    expect(problems).toMatchObject([{ line: 1 }]);
  });
  test('never throws', () => {
    fc.assert(fc.property(anyText, (text) => void parseWordList(text)));
  });
  test.each(readLanguages)('the shipped list of %s is there and has both registers or none', (language) => {
    expect(loadWords(language).size).toBeGreaterThan(60);
  });
});

describe('editWordList', () => {
  const words = new Map([['f-late', ['late', 'overdue']]]);
  test('adds and takes out, layer by layer, and leaves its input', () => {
    const edited = editWordList(words, [
      { 'f-late': { add: ['tardy'], remove: ['late'] }, 'w-joy': { add: ['yay'] } },
      { 'f-late': { remove: ['tardy'] } },
    ]);
    expect(Object.fromEntries(edited)).toEqual({ 'f-late': ['overdue'], 'w-joy': ['yay'] });
    expect(words.get('f-late')).toEqual(['late', 'overdue']);
  });
});
