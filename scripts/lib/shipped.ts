/** What ships with the extension, read from the repository: packs, catalogue, word lists, model. For tests, benches and tools. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AffectModelSource, shippedModel } from '../../lib/affect/model-source.ts';
import { parseWordList, type WordList } from '../../lib/affect/words.ts';
import { type LanguageModel, readModel } from '../../lib/language/model.ts';
import { languageOf } from '../../lib/locale.ts';
import { parseCatalogue, parsePack } from '../../lib/pack/parse.ts';
import { packChain, type ResolvedPack, resolvePack } from '../../lib/pack/resolve.ts';
import type { Catalogue, Pack } from '../../lib/pack/schema.ts';

const locales = new URL('../../locales/', import.meta.url);

export function loadCatalogue(): Catalogue {
  return parseCatalogue(JSON.parse(readFileSync(new URL('catalogue.json', locales), 'utf8')));
}

/** Built-in packs by locale. Throws with the problems where one does not parse: ours must. */
export function loadPacks(): Map<string, Pack> {
  const files = readdirSync(new URL('packs/', locales))
    .filter((file) => file.endsWith('.json'))
    .sort();
  return new Map(
    files.map((file) => {
      const { pack, problems } = parsePack(readFileSync(new URL(`packs/${file}`, locales), 'utf8'));
      if (!pack) throw new Error(`${file}: ${problems.map((p) => `${p.place}: ${p.problem}`).join('; ')}`);
      return [pack.locale, pack];
    }),
  );
}

/** The language model as it ships. Throws where it is missing or damaged. */
export function loadLanguageModel(): LanguageModel {
  return readModel(readFileSync(new URL('../public/language/model.bin', locales)));
}

/** The affect model as it ships, with the same build of ONNX Runtime as in the extension. */
export function shippedAffectSource(models = new URL('../public/models/', locales)): AffectModelSource {
  const runtime = new URL('../node_modules/onnxruntime-web/dist/', locales).href;
  return {
    id: shippedModel,
    models: fileURLToPath(models),
    dtype: 'q8',
    runtime: {
      mjs: `${runtime}ort-wasm-simd-threaded.mjs`,
      wasm: `${runtime}ort-wasm-simd-threaded.wasm`,
    },
    settings: async () => JSON.parse(readFileSync(new URL(`${shippedModel}/attune.json`, models), 'utf8')),
  };
}

/** The word list of a language; empty where there is none. */
export function loadWords(language: string): WordList {
  const url = new URL(`words/${language}.tsv`, locales);
  return existsSync(url) ? parseWordList(readFileSync(url, 'utf8')).words : new Map();
}

export function resolveShipped(
  locale: string,
  packs: ReadonlyMap<string, Pack> = loadPacks(),
  catalogue: Catalogue = loadCatalogue(),
): ResolvedPack {
  return resolvePack(
    locale,
    catalogue,
    packChain(locale, packs).map((pack) => ({ kind: 'built-in', pack })),
  );
}

export function wordsFor(pack: Pick<Pack, 'locale'>): WordList {
  return loadWords(languageOf(pack.locale) ?? pack.locale);
}
