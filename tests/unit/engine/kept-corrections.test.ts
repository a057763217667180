import { describe, expect, test } from 'vitest';
import { correctionTable, parseCorrections } from '../../../lib/correction-table.ts';
import {
  correctionLines,
  correctionOf,
  correctionsKept,
  type KeptCorrection,
  withCorrection,
} from '../../../lib/kept-corrections.ts';

const before = {
  id: 'x',
  read: { language: 'de', register: 'formal' as const, emotion: 'anger' as const, intensity: 2 as const },
  concepts: ['f-late', 'f-again'],
};
const time = new Date('2026-01-02T03:04:05Z');
const entry = (id: string, more: Partial<KeptCorrection> = {}): KeptCorrection => ({
  ...before,
  id,
  time: time.toISOString(),
  corrected: { emotion: 'joy' },
  ...more,
});

describe('an entry', () => {
  test('holds what was read and only what was changed; no words unless given', () => {
    const kept = correctionOf(
      before,
      { emotion: 'joy', register: 'formal', customerGender: 'female' },
      time,
      undefined,
    );
    expect(kept).toEqual({ ...before, time: '2026-01-02T03:04:05.000Z', corrected: { emotion: 'joy' } });
    expect(correctionOf(before, { emotion: 'joy' }, time, 'w'.repeat(9_000))?.words).toHaveLength(2_000);
  });
  test('is none where nothing of it was changed', () => {
    expect(correctionOf(before, { emotion: 'anger', customerGender: 'male' }, time, 'words')).toBeUndefined();
    expect(correctionOf(before, {}, time, undefined)).toBeUndefined();
  });
});

describe('the list', () => {
  test('has one entry a ticket, newest last, and loses the one that is taken back', () => {
    const one = withCorrection([], 'a', entry('a'));
    const two = withCorrection(one, 'b', entry('b'));
    const again = withCorrection(two, 'a', entry('a', { corrected: { intensity: 1 } }));
    expect(again.map(({ id, corrected }) => [id, corrected])).toEqual([
      ['b', { emotion: 'joy' }],
      ['a', { intensity: 1 }],
    ]);
    expect(withCorrection(again, 'b', undefined).map(({ id }) => id)).toEqual(['a']);
  });
  test('keeps the newest', () => {
    let list: KeptCorrection[] = [];
    for (let i = 0; i < correctionsKept + 3; i++) list = withCorrection(list, String(i), entry(String(i)));
    expect(list).toHaveLength(correctionsKept);
    expect(list[0]?.id).toBe('3');
  });
});

describe('an export', () => {
  test('is read back line by line, without the names that mean something here only', () => {
    const text = correctionLines([entry('a'), entry('b', { words: 'Na toll\nwieder' })]);
    expect(text).not.toContain('"id"');
    const { lines, bad } = parseCorrections(`${text}not json\n{"time":"x"}\n`);
    expect(lines).toHaveLength(2);
    expect(bad).toEqual([3, 4]);
  });
  test('shows which concepts often go with which correction', () => {
    const { lines } = parseCorrections(
      correctionLines([
        entry('a'),
        entry('b', { concepts: ['f-late', 'f-late'] }),
        entry('c', { corrected: { intensity: 3 }, concepts: ['f-late'] }),
        entry('d', { concepts: [] }),
      ]),
    );
    expect(correctionTable(lines)).toEqual([
      { language: 'de', correction: 'emotion: anger → joy', concept: 'f-late', count: 2, ofConcept: 3 },
      { language: 'de', correction: 'emotion: anger → joy', concept: 'f-again', count: 1, ofConcept: 1 },
      { language: 'de', correction: 'emotion: anger → joy', concept: null, count: 1, ofConcept: 1 },
      { language: 'de', correction: 'intensity: stronger', concept: 'f-late', count: 1, ofConcept: 3 },
    ]);
  });
});
