/** A storage in memory and the shipped data from the repository, for tests of the options page. */

import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createOptions, type Kept, type Persist } from '../../../components/options/store.ts';
import type { KeptCorrection } from '../../../lib/kept-corrections.ts';
import { createLibrary, type Library } from '../../../lib/library.ts';
import { defaultSettings, type OwnEdits, type Settings, type TeamPack } from '../../../lib/team-data.ts';

const root = new URL('../../../', import.meta.url);
const names = (folder: string, ending: string) =>
  readdirSync(new URL(`locales/${folder}/`, root))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));

export const library: Library = createLibrary(async (path) =>
  path === 'locales/index.json'
    ? JSON.stringify({ packs: names('packs', '.json'), words: names('words', '.tsv') })
    : readFile(new URL(path, root), 'utf8'),
);

export function kept<T>(initial: T) {
  let value = initial;
  const watchers = new Set<(value: T) => void>();
  const item: Kept<T> = {
    getValue: async () => value,
    setValue: async (next) => {
      value = next;
      for (const watcher of watchers) watcher(next);
    },
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
  return item;
}

/** `full`: every write fails as a browser's does when its quota is used up. */
export function memory(
  initial: { edits?: OwnEdits; before?: OwnEdits | null; packs?: TeamPack[]; settings?: Settings } = {},
) {
  const edits = kept<OwnEdits>(initial.edits ?? {});
  const before = kept<OwnEdits | null>(initial.before ?? null);
  const teamPacks = kept<TeamPack[]>(initial.packs ?? []);
  const settings = kept<Settings>(initial.settings ?? defaultSettings);
  const corrections = kept<KeptCorrection[]>([]);
  const state = { full: false };
  const guard = () => {
    if (state.full) throw new Error('Resource::kQuotaBytes quota exceeded');
  };
  const guarded = <T>(item: Kept<T>): Kept<T> => ({
    ...item,
    setValue: async (value) => {
      guard();
      await item.setValue(value);
    },
  });
  const persist: Persist = {
    settings: guarded(settings),
    corrections: guarded(corrections),
    teamPacks: guarded(teamPacks),
    edits,
    editsBefore: before,
    saveEdits: async (next, previous) => {
      guard();
      await edits.setValue(next);
      await before.setValue(previous);
    },
  };
  return { persist, state, edits, before, teamPacks, settings, corrections };
}

export async function open(stored = memory()) {
  const options = await createOptions(stored.persist, library, 'de');
  return { ...options, ...stored, get: options.store.getState };
}

export const file = (name: string, text: string, size = text.length) => ({ name, size, text: async () => text });
