/**
 * Makes `public/language/model.bin`. See README.md for the data:
 * node training/language/train.ts --lid FOLDER --affect FOLDER --debian FOLDER [--dev dev.tsv] [--to FILE] [--steps N]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readModel } from '../../lib/language/model.ts';
import { calibrate } from './calibrate.ts';
import { groups } from './classes.ts';
import { fit, type Shape } from './fit.ts';
import { fitHead } from './fit-head.ts';
import { type FittedGroup, packModel } from './pack.ts';
import { seeded } from './random.ts';
import { sampler } from './sample.ts';
import { chosenOnly, selectFeatures } from './select.ts';
import { foreignWords, readLists, readTexts } from './texts.ts';

const { values } = parseArgs({
  options: {
    lid: { type: 'string' },
    affect: { type: 'string' },
    debian: { type: 'string' },
    dev: { type: 'string' },
    keep: { type: 'string', default: '120000' },
    rows: { type: 'string', default: '49000' },
    filter: { type: 'string', default: '18' },
    levels: { type: 'string', default: '1' },
    dim: { type: 'string', default: '20' },
    steps: { type: 'string', default: '8000000' },
    to: { type: 'string', default: new URL('../../public/language/model.bin', import.meta.url).pathname },
  },
});
if (!values.lid || !values.affect)
  throw new Error('usage: node training/language/train.ts --lid FOLDER --affect FOLDER [--debian FOLDER] [--dev FILE]');
const folders = {
  lid: values.lid,
  affect: values.affect,
  ...(values.debian ? { debian: values.debian } : {}),
  support: [new URL('../data/support-more', import.meta.url).pathname],
};

/** Latin tells forty languages apart, the others three to eight: they need a tenth of the room and less of the time. */
const shapes: Record<string, { shape: Shape; share: number; keep: number; filterBits: number }> = {
  latin: {
    shape: {
      rows: Number(values.rows),
      dim: Number(values.dim),
      levels: Number(values.levels),
      pooling: 0.5,
    },
    share: 1,
    keep: Number(values.keep),
    filterBits: 2 ** Number(values.filter),
  },
  cyrillic: {
    shape: { rows: 12_000, dim: 10, levels: 1, pooling: 0.5 },
    share: 0.25,
    keep: 20_000,
    filterBits: 2 ** 16,
  },
  arabic: {
    shape: { rows: 5_000, dim: 8, levels: 1, pooling: 0.5 },
    share: 0.2,
    keep: 8_000,
    filterBits: 2 ** 15,
  },
};

/** Languages that one head tells apart. */
const neighbours: Record<string, string[]> = {
  latin: ['bs hr sr sl', 'id ms', 'nb nn da sv', 'cs sk', 'es pt ca gl it'],
};

const fittedGroups: FittedGroup[] = groups.map((group) => {
  const random = seeded(2026);
  const { shape, share, keep, filterBits } = shapes[group.script] as (typeof shapes)[string];
  const lists = readLists(group.classes, group.script, folders);
  const isForeign = foreignWords(lists);
  const everything = group.classes.map((kind) =>
    sampler(readTexts(kind, group.script, folders, lists, isForeign, random), group.script, random),
  );
  console.log(`${group.script}: words read, ${(performance.now() / 1000).toFixed(0)} s`);
  const weights = group.classes.map((kind) => kind.weight ?? 1);
  const filter = selectFeatures(
    everything,
    weights,
    keep,
    filterBits,
    Math.min(600_000, group.classes.length * 20_000),
  );
  const samplers = everything.map((sample) => chosenOnly(sample, filter));
  const started = Date.now();
  const fitted = fit(samplers, weights, shape, {
    steps: Math.round(Number(values.steps) * share),
    rate: 0.35,
    seed: random,
    report: (step, loss) =>
      console.log(`${group.script} ${step} loss ${loss.toFixed(3)} ${((Date.now() - started) / 1000).toFixed(0)} s`),
  });
  const heads = (neighbours[group.script] ?? []).map((languages) =>
    fitHead(
      fitted,
      languages.split(' ').map((language) => group.classes.findIndex((kind) => kind.language === language)),
      samplers,
      { rows: 12_000, levels: 1, steps: Math.round(Number(values.steps) * 0.15), rate: 0.15, decay: 1e-5, random },
    ),
  );
  return { group, filter, fitted, heads, temperatures: [1, 1, 1, 1, 1] };
});

const about = {
  from: [
    'FrequencyWords by Hermit Dave (OpenSubtitles 2018), CC BY-SA 4.0',
    'Debian packages firefox-esr-l10n-*, libreoffice-l10n-*, MPL-2.0; tesseract-ocr-*, Apache-2.0',
    'XED, GoEmotions, BRIGHTER and further public sets (NOTICE)',
    'training/data/support-more of this repository',
  ],
  licence: 'CC BY-SA 4.0',
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
};
let bytes = packModel(fittedGroups, about);
if (values.dev && existsSync(values.dev)) {
  calibrate(readModel(bytes), readFileSync(values.dev, 'utf8'), fittedGroups);
  bytes = packModel(fittedGroups, about);
}
mkdirSync(dirname(values.to), { recursive: true });
writeFileSync(values.to, bytes);
console.log(`${values.to}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzip`);
