import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileRows, heldOutRows } from '../../../bench/lib/affect-rows.ts';
import { calibrationError, macroF1, quantile, ratio } from '../../../bench/lib/affect-score.ts';

const pairs = (text: string) => text.split(' ').map((pair) => ({ gold: pair[0], said: pair[1] }));

describe('scores', () => {
  test('macro-F1 counts a rare class like a common one', () => {
    expect(macroF1(pairs('aa bb cc'))).toBe(1);
    expect(macroF1(pairs('aa aa aa ba'))).toBeCloseTo((6 / 7 + 0) / 2);
    expect(macroF1([])).toBeNaN();
  });
  test('a class that is said but never there costs those that are', () => {
    expect(macroF1(pairs('aa ac'))).toBeCloseTo(2 / 3);
  });
  test('precision, recall and F1', () => {
    expect(ratio(2, 4, 8)).toEqual({ precision: 0.5, recall: 0.25, f1: 4 / 12 });
    expect(ratio(0, 0, 0).f1).toBeNaN();
  });
  test('confidence that is right as often as it says has no error', () => {
    const answers = [1, 2, 3, 4].map((n) => ({ confidence: 0.75, right: n < 4 }));
    expect(calibrationError(answers)).toBeCloseTo(0);
    expect(calibrationError(answers.map((a) => ({ ...a, right: true })))).toBeCloseTo(0.25);
    expect(calibrationError([{ confidence: 1, right: false }])).toBe(1);
  });
  test('quantiles', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([3, 1, 2], 1)).toBe(3);
  });
});

describe('labelled lines', () => {
  const file = (content: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'attune-rows-')), 'rows');
    writeFileSync(path, content);
    return path;
  };
  test('with tabs', () => {
    expect(fileRows(file('bad\t-1\n\nfine, a\ttab\t1\nso\tneutral\n'))).toEqual([
      { text: 'bad', set: 'file', sentiment: 'negative' },
      { text: 'fine, a\ttab', set: 'file', sentiment: 'positive' },
      { text: 'so', set: 'file', sentiment: 'neutral' },
    ]);
  });
  test('as JSON', () => {
    const line = { lang: 'de', text: 'Mist', sentiment: 'negative', emotion: 'anger', signals: ['churn'] };
    expect(fileRows(file(`${JSON.stringify(line)}\n`))).toEqual([
      { language: 'de', text: 'Mist', set: 'file', sentiment: 'negative', emotion: 'anger', signals: ['churn'] },
    ]);
  });
  test('that are neither are named by number', () => {
    expect(() => fileRows(file('fine\t1\nno label here\n'))).toThrow('line 2');
  });
  test('held out: the two sets that training keeps back, in every language', () => {
    const rows = heldOutRows();
    for (const [set, count] of [
      ['hard', 1200],
      ['plain', 300],
    ] as const) {
      const its = rows.filter((row) => row.set === set);
      expect(its).toHaveLength(count);
      expect(new Set(its.map((row) => row.language)).size).toBe(30);
    }
  });
});
