/** Every interface language says everything, and says it in a form that browsers accept. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { moves } from '../../../lib/pack/moves.ts';
import { emotions, registers, signals, topics } from '../../../lib/reading.ts';

const folder = new URL('../../../locales/ui/', import.meta.url);
const words = readFileSync(new URL('../../../locales/words/README.md', import.meta.url), 'utf8');
const concepts = [...words.matchAll(/^\| ([a-z]-[a-z-]+) \|/gm)].map(([, id]) => id as string);

function flat(messages: object, before = ''): [string, unknown][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? flat(value, `${before}${key}.`)
      : [[before + key, value] as [string, unknown]],
  );
}

const read = (file: string) => new Map(flat(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const english = read('en.json');
const substitutions = (text: unknown) => [...new Set(String(text).match(/\$\d/g))].sort();

describe.each(files)('%s', (file) => {
  const strings = read(file);

  test('has the keys of en.json and no others', () => {
    expect([...strings.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('has a text with the same substitutions everywhere', () => {
    for (const [key, text] of strings) {
      expect(text, key).toBeTypeOf('string');
      expect(String(text).trim(), key).not.toBe('');
      expect(substitutions(text), key).toEqual(substitutions(english.get(key)));
      expect(String(text).replaceAll(/\$\d/g, ''), key).not.toContain('$');
    }
  });

  test('names itself and fits the stores', () => {
    expect(strings.get('ui.lang')).toBe(file.replace('.json', ''));
    expect(strings.get('ui.dir')).toBe(file === 'ar.json' ? 'rtl' : 'ltr');
    expect(String(strings.get('extDescription')).length).toBeLessThanOrEqual(132);
  });
});

test('every id of a reading, a pack and a word list has a name', () => {
  expect(concepts).toHaveLength(86);
  const groups = {
    concept: concepts,
    emotion: emotions,
    move: moves,
    register: registers,
    signal: signals,
    topic: topics,
  };
  for (const [group, ids] of Object.entries(groups)) {
    const named = [...english.keys()].filter((key) => key.startsWith(`${group}.`)).sort();
    expect(named).toEqual(ids.map((id) => `${group}.${id.replaceAll('-', '_')}`).sort());
  }
});

test('keys are message names that browsers accept, different even where case is ignored', () => {
  const names = [...english.keys()].map((key) => key.replaceAll('.', '_'));
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9_]+$/);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});
