/**
 * What ships with the extension, read when it is first needed and kept: packs, catalogue, word lists. How a file is
 * read is an argument: an extension page fetches its own assets, a test reads the repository.
 */
import { parseWordList, type WordList } from './affect/words.ts';
import { type LanguageModel, readModel } from './language/model.ts';
import type { Catalogue, Pack } from './pack/schema.ts';

/** Paths are those of the built extension: `locales/packs/de.json`. Rejects where there is no such file. */
export type ReadAsset = (path: string) => Promise<string>;
/** The same for a file that is no text. */
export type ReadBytes = (path: string) => Promise<Uint8Array>;

/** Made by the build: which locales have a pack, which languages a word list. */
export interface LibraryIndex {
  packs: string[];
  words: string[];
}

export interface Library {
  index(): Promise<LibraryIndex>;
  catalogue(): Promise<Catalogue>;
  /** Undefined where no such pack ships. */
  pack(locale: string): Promise<Pack | undefined>;
  /** Empty where no such list ships. */
  words(language: string): Promise<WordList>;
  /** Undefined where this library reads no binary files. Rejects, saying why, where the file is missing or damaged. */
  languageModel(): Promise<LanguageModel | undefined>;
}

/** Shipped data passed the gate when it was built, so it is not parsed against the schema again here. */
export function createLibrary(read: ReadAsset, readBytes?: ReadBytes): Library {
  const kept = new Map<string, Promise<unknown>>();
  const once = <T, R = string>(
    path: string,
    make: (content: R) => T,
    by: (path: string) => Promise<R> = read as (path: string) => Promise<R>,
  ): Promise<T> => {
    const known = kept.get(path);
    if (known) return known as Promise<T>;
    const made = by(path).then(make);
    kept.set(path, made);
    // A failed read (extension being updated) must not be remembered as the answer.
    made.catch(() => kept.delete(path));
    return made;
  };
  const index = () => once('locales/index.json', (text) => JSON.parse(text) as LibraryIndex);
  return {
    index,
    catalogue: () => once('locales/catalogue.json', (text) => JSON.parse(text) as Catalogue),
    pack: async (locale) =>
      (await index()).packs.includes(locale)
        ? once(`locales/packs/${locale}.json`, (text) => JSON.parse(text) as Pack)
        : undefined,
    words: async (language) =>
      (await index()).words.includes(language)
        ? once(`locales/words/${language}.tsv`, (text) => parseWordList(text).words)
        : new Map(),
    languageModel: async () => (readBytes ? once('language/model.bin', readModel, readBytes) : undefined),
  };
}
