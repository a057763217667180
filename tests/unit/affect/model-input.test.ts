import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildInputs, type InputSettings, normalise, type PieceTokenizer } from '../../../lib/affect/model-input.ts';
import { readLanguages } from '../../../lib/locale.ts';
import { ownWords } from '../../../lib/text/clean.ts';
import { loadPieces } from '../../../training/affect/shipped.ts';

const settings: InputSettings = {
  window: 4,
  overlap: 1,
  maxConcepts: 3,
  ids: { pad: 100, start: 101, separator: 102, conceptBase: 103 },
  concepts: ['d-not', 'e-good', 'f-late', 'x-question', 'x-short'],
};

/** One piece a word; its id is the length of the word. */
const byWord: PieceTokenizer = (text) => {
  const tokens = text === '' ? [] : text.split(' ').map((word) => `▁${word}`);
  return { tokens, ids: tokens.map((token) => token.length - 1) };
};

describe('normalise', () => {
  it('folds compatibility forms and capitals and says where each sign comes from', () => {
    const { normalised, sources } = normalise('  Ｏﬃce\n\n  ÉTÉ ');
    expect(normalised).toBe('office été');
    expect(sources).toEqual([2, 3, 3, 3, 4, 5, 6, 10, 11, 12]);
  });

  it('keeps emoji whole and joins marks and Korean half-syllables with what they belong to', () => {
    const { normalised, sources } = normalise('😀 e\u0301 \u1112\u1161\u11ab');
    expect(normalised).toBe('😀 é 한');
    expect(sources).toEqual([0, 0, 2, 3, 5, 6]);
  });

  it('gives nothing for blank text', () => {
    expect(normalise(' \n\t')).toEqual({ normalised: '', sources: [] });
  });
});

describe('buildInputs', () => {
  it('puts the concepts in front, in their order and without immediate repeats, and tags the pieces they cover', () => {
    const text = 'not  good, late';
    const [input, ...more] = buildInputs(
      text,
      [
        { id: 'd-not', start: 0, end: 3 },
        { id: 'e-good', start: 5, end: 9 },
        { id: 'e-good', start: 5, end: 9 },
        { id: 'f-unknown', start: 5, end: 9 },
        { id: 'f-late', start: 11, end: 15 },
      ],
      byWord,
      settings,
    );
    expect(more).toEqual([]);
    expect(input).toEqual({ inputIds: [101, 103, 104, 105, 102, 3, 5, 4], tagIds: [0, 1, 2, 3, 0, 1, 2, 3] });
  });

  it('lets a word win over a mere sign at the same place', () => {
    const features = [
      { id: 'x-question', start: 0, end: 4 },
      { id: 'f-late', start: 0, end: 4 },
    ];
    expect(buildInputs('late', features, byWord, settings)[0]?.tagIds.at(-1)).toBe(3);
  });

  it('cuts a long message into windows that overlap, each with its own concepts', () => {
    const text = 'a bb ccc dddd eeeee late ggggggg';
    const windows = buildInputs(
      text,
      [
        { id: 'f-late', start: 20, end: 24 },
        { id: 'x-short', start: 0, end: 0 },
      ],
      byWord,
      settings,
    );
    expect(windows.map((w) => w.inputIds)).toEqual([
      [101, 107, 102, 1, 2, 3, 4],
      [101, 105, 107, 102, 4, 5, 4, 7],
    ]);
    expect(windows[1]?.tagIds).toEqual([0, 3, 5, 0, 0, 0, 3, 0]);
  });

  it('gives an input for a message without words of its own', () => {
    expect(buildInputs('> quoted', [], byWord, settings)).toEqual([{ inputIds: [101, 102], tagIds: [0, 0] }]);
  });
});

describe('the shipped word pieces', () => {
  const expected: Record<string, number[]> = JSON.parse(
    readFileSync(new URL('./fixtures/pieces.json', import.meta.url), 'utf8'),
  );
  const data = new URL('../../../training/data/', import.meta.url);
  const messages = ['support', 'support-more'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, data)).flatMap((file) =>
      readFileSync(new URL(`${folder}/${file}`, data), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { id: string; lang: string; text: string }),
    ),
  );
  const chosen = messages.filter((m) => expected[m.id]);
  let pieces: Awaited<ReturnType<typeof loadPieces>>;
  beforeAll(async () => {
    pieces = await loadPieces('public/models/attune-affect');
  });

  it('are those of sentencepiece, in every language', () => {
    expect([...new Set(chosen.map((m) => m.lang))].sort()).toEqual([...readLanguages].sort());
    const differing = chosen.filter((m) => {
      const { ids } = pieces.tokenize(normalise(ownWords(m.text)).normalised);
      return JSON.stringify(ids) !== JSON.stringify(expected[m.id]);
    });
    expect(differing.map((m) => m.text)).toEqual([]);
  });

  it('spell the text they were cut from, so that places can be counted', () => {
    for (const { text } of chosen) {
      const { normalised } = normalise(ownWords(text));
      if (normalised === '') continue;
      expect(pieces.tokenize(normalised).tokens.join('').replaceAll('▁', ' ')).toBe(` ${normalised}`);
    }
  });

  it('take no orders from a customer who types the model’s own signs', () => {
    const { ids, tokens } = pieces.tokenize('<unk> <pad> </s>');
    expect(Math.max(...ids)).toBeLessThan(pieces.settings.ids.pad);
    expect(tokens.join('').replaceAll('▁', ' ')).toBe(' <unk> <pad> </s>');
  });
});
