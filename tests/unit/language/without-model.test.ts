import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { createEngine } from '../../../lib/engine.ts';
import { identifyLanguage } from '../../../lib/language/identify.ts';
import { nameOther } from '../../../lib/language/name-other.ts';
import { createLibrary } from '../../../lib/library.ts';
import { question, repositoryLibrary, threadOf } from '../engine/helpers.ts';

const german = 'Wo bleibt denn meine Bestellung? Ich warte schon seit drei Wochen darauf und niemand meldet sich.';

test('without a model a sentence is still read, a word is not', () => {
  expect(identifyLanguage([german], {}, { nameOther }).value).toBe('de');
  expect(identifyLanguage(['Hallo'], {}, { nameOther }).value).toBe('unknown');
  expect(identifyLanguage(['Δεν ήρθε']).value).toBe('el');
});

test('a damaged model is reported and does not silence the engine', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { index } = repositoryLibrary();
  const library = createLibrary(
    async (path) =>
      path === 'locales/index.json'
        ? JSON.stringify(await index())
        : readFile(new URL(`../../../${path}`, import.meta.url), 'utf8'),
    async () => new Uint8Array([1, 2, 3]),
  );
  const engine = createEngine(library, { packs: [], edits: {} });
  const answer = await engine.answer(question(threadOf([german])));
  expect(answer.situation.reading.language.value).toBe('de');
  expect(String(complaint.mock.calls[0]?.[0])).toContain('not a model file');
  complaint.mockRestore();
});

test('a language that the model does not have is named from a sentence on', () => {
  const swahili =
    'Agizo langu bado halijafika na nimekuwa nikisubiri kwa wiki mbili sasa. Tafadhali naomba mnisaidie haraka iwezekanavyo.';
  expect(identifyLanguage([swahili], {}, { nameOther }).value).toBe('sw');
});
