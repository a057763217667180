/**
 * Fits `lib/affect/weights.ts`: one number for each concept and output, from the labelled messages of
 * `training/data`. Multinomial and binary logistic regression with an L2 penalty, full-batch gradient descent from
 * zero, so the same data give the same table. Small weights are dropped: a table that a person can read beats the last
 * half per cent.
 *
 *     node training/affect/fit-weights.ts            fits on everything and writes the table
 *     node training/affect/fit-weights.ts --validate fits without a quarter of batch b2 and prints how well it reads that
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { blaming, extractFeatures, praising } from '../../lib/affect/features.ts';
import { createLexicon, type Lexicon } from '../../lib/affect/lexicon.ts';
import { parseWordList } from '../../lib/affect/words.ts';
import { type Emotion, emotions, sentimentOf, sentiments, signals } from '../../lib/reading.ts';

interface Row {
  id: string;
  lang: string;
  features: string[];
  labels: { sentiment: string; emotion: string; intensity: number; urgency: string; signals: string[] };
}

const here = new URL('.', import.meta.url);
const validate = process.argv.includes('--validate');
const rows = readRows();
// Batch b2 was written to random combinations, so topic and emotion are independent in it: the honest part to hold out.
const held = (row: Row) => row.id.includes('-b2-') && Number(row.id.slice(-3)) % 4 === 0;
const train = validate ? rows.filter((row) => !held(row)) : rows;
const featureIds = ['bias', ...[...new Set(train.flatMap((row) => row.features))].sort()];
const index = new Map(featureIds.map((id, i) => [id, i]));
const vectors = new Map(
  rows.map((row) => [row, [0, ...row.features.map((f) => index.get(f)).filter((i): i is number => i !== undefined)]]),
);

/** Sarcasm makes praise a sign of anger in the data; a table must not say so, or a smile becomes evidence against. */
const good = new Set([...praising, 'x-emoji-happy', 'x-emoji-love', 'd-luckily', 'x-not-bad']);
const bad = new Set([
  ...blaming,
  'e-unacceptable',
  'e-ridiculous',
  'e-insult',
  'e-fraud',
  'x-emoji-angry',
  'x-emoji-sad',
  'x-not-good',
]);
const against = new Set(['anger', 'frustration', 'disappointment', 'worry', 'sadness', 'sentiment-negative']);
const praise = new Set(['joy', 'gratitude', 'sentiment-positive']);
const forbidden = (output: string): Uint8Array =>
  Uint8Array.from(featureIds, (id) =>
    Number((against.has(output) && good.has(id)) || (praise.has(output) && bad.has(id))),
  );

const table: Record<string, Float64Array> = {};
Object.assign(
  table,
  fitClasses(
    sentiments.map((s) => `sentiment-${s}`),
    (row) => `sentiment-${row.labels.sentiment}`,
  ),
);
(table['sentiment-neutral'] as Float64Array)[0]! += 0.7;
Object.assign(
  table,
  fitClasses(emotions, (row) => row.labels.emotion),
);
// One message in nine is neutral in the training data; in an inbox most are. Odds of e^0.7, twice as many, are careful.
(table.neutral as Float64Array)[0]! += 0.7;
for (const signal of signals) table[signal] = fitBinary((row) => row.labels.signals.includes(signal));
table.urgency = fitBinary((row) => row.labels.urgency === 'high');
table.intensity = fitLinear(
  (row) => row.labels.intensity,
  (row) => row.labels.emotion !== 'neutral',
);
for (const output of [...signals, 'urgency'])
  moveCut(table[output] as Float64Array, (row) =>
    output === 'urgency' ? row.labels.urgency === 'high' : row.labels.signals.includes(output),
  );
const cuts = intensityCuts(table.intensity as Float64Array);
for (const column of Object.values(table))
  column.forEach((w, i) => {
    column[i] = i > 0 && Math.abs(w) < 0.15 ? 0 : Math.round(w * 10) / 10;
  });

if (validate) report(rows.filter(held));
else writeTable();

function readRows(): Row[] {
  const lexicons = new Map<string, Lexicon>();
  return ['support', 'support-more'].flatMap((folder) => {
    const url = new URL(`../data/${folder}/`, here);
    return readdirSync(url)
      .filter((f) => f.endsWith('.jsonl'))
      .sort()
      .flatMap((file) =>
        readFileSync(new URL(file, url), 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => {
            const m = JSON.parse(line);
            if (!lexicons.has(m.lang)) {
              const list = readFileSync(new URL(`../../locales/words/${m.lang}.tsv`, here), 'utf8');
              lexicons.set(m.lang, createLexicon(parseWordList(list).words, m.lang));
            }
            const features = [
              ...new Set(extractFeatures(m.text, (lexicons.get(m.lang) as Lexicon).concepts).map((f) => f.id)),
            ];
            return { id: m.id, lang: m.lang, features, labels: m };
          }),
      );
  });
}

function fitClasses(classes: readonly string[], label: (row: Row) => string): Record<string, Float64Array> {
  const w = classes.map(() => new Float64Array(featureIds.length));
  descend(
    w,
    (row) => {
      const scores = w.map((c) => dot(c, row));
      const top = Math.max(...scores);
      const e = scores.map((s) => Math.exp(s - top));
      const sum = e.reduce((a, b) => a + b, 0);
      return e.map((x, k) => x / sum - (classes[k] === label(row) ? 1 : 0));
    },
    classes.map(forbidden),
  );
  return Object.fromEntries(classes.map((c, k) => [c, w[k] as Float64Array]));
}

function fitBinary(label: (row: Row) => boolean): Float64Array {
  const w = [new Float64Array(featureIds.length)];
  descend(w, (row) => [1 / (1 + Math.exp(-dot(w[0] as Float64Array, row))) - (label(row) ? 1 : 0)]);
  return w[0] as Float64Array;
}

function fitLinear(label: (row: Row) => number, use: (row: Row) => boolean): Float64Array {
  const w = [new Float64Array(featureIds.length)];
  descend(w, (row) => [use(row) ? dot(w[0] as Float64Array, row) - label(row) : 0], [], 0.3);
  return w[0] as Float64Array;
}

/** Moves the bias so that 0 is the cut with the best F0.5: being right counts twice as much as finding all. */
function moveCut(column: Float64Array, label: (row: Row) => boolean): void {
  const scored = train.map((row) => ({ x: dot(column, row), y: label(row) })).sort((a, b) => b.x - a.x);
  const all = scored.filter((s) => s.y).length;
  let right = 0;
  let best = { f1: 0, cut: 0 };
  scored.forEach(({ x, y }, i) => {
    if (y) right++;
    const f1 = (1.25 * right) / (i + 1 + 0.25 * all);
    if (f1 > best.f1) best = { f1, cut: x };
  });
  column[0] = (column[0] as number) - best.cut;
}

/** Where mild ends and strong begins: as many messages on each side as were labelled so. */
function intensityCuts(column: Float64Array): [number, number] {
  const felt = train.filter((row) => row.labels.emotion !== 'neutral');
  const sums = felt.map((row) => dot(column, row)).sort((a, b) => a - b);
  const share = (level: number) => felt.filter((row) => row.labels.intensity <= level).length / felt.length;
  const at = (part: number) => Math.round((sums[Math.floor(part * (sums.length - 1))] as number) * 100) / 100;
  return [at(share(1)), at(share(2))];
}

/** Adagrad, full batch, with weight decay on everything but the bias. */
function descend(
  w: Float64Array[],
  gradientOf: (row: Row) => number[],
  neverPositive: Uint8Array[] = [],
  rate = 0.5,
  steps = 600,
  penalty = 0.0001,
): void {
  const squares = w.map((c) => new Float64Array(c.length).fill(1e-8));
  for (let step = 0; step < steps; step++) {
    const g = w.map((c) => new Float64Array(c.length));
    for (const row of train) {
      const residuals = gradientOf(row);
      for (const i of vectors.get(row) as number[])
        for (let k = 0; k < w.length; k++) (g[k] as Float64Array)[i]! += residuals[k] as number;
    }
    for (let k = 0; k < w.length; k++) {
      const c = w[k] as Float64Array,
        gk = g[k] as Float64Array,
        s = squares[k] as Float64Array;
      for (let i = 0; i < c.length; i++) {
        const d = (gk[i] as number) / train.length + (i > 0 ? penalty * (c[i] as number) : 0);
        s[i]! += d * d;
        c[i]! -= (rate * d) / Math.sqrt(s[i] as number);
        if (neverPositive[k]?.[i] && (c[i] as number) > 0) c[i] = 0;
      }
    }
  }
}

function dot(c: Float64Array, row: Row): number {
  let sum = 0;
  for (const i of vectors.get(row) as number[]) sum += c[i] as number;
  return sum;
}

/** What `lib/affect/read.ts` does: the sentiment's own scores and the emotion's, half each. */
function blended(row: Row): string {
  const soft = (names: readonly string[]) => {
    const e = names.map((n) => Math.exp(dot(table[n] as Float64Array, row)));
    const sum = e.reduce((a, b) => a + b, 0);
    return e.map((x) => x / sum);
  };
  const own = soft(sentiments.map((s) => `sentiment-${s}`));
  soft(emotions).forEach((p, i) => {
    own[sentiments.indexOf(sentimentOf(emotions[i] as Emotion))]! += p;
  });
  return `sentiment-${sentiments[own.indexOf(Math.max(...own))]}`;
}

function report(test: Row[]): void {
  const macro = (
    classes: readonly string[],
    gold: (r: Row) => string,
    predict = (r: Row) =>
      classes.reduce((a, b) => (dot(table[b] as Float64Array, r) > dot(table[a] as Float64Array, r) ? b : a)),
  ) => {
    const pairs = test.map((r) => [gold(r), predict(r)]);
    const f1 = classes.map((c) => {
      const tp = pairs.filter(([g, p]) => g === c && p === c).length,
        fp = pairs.filter(([g, p]) => g !== c && p === c).length,
        fn = pairs.filter(([g, p]) => g === c && p !== c).length;
      return tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn);
    });
    return {
      macro: f1.reduce((a, b) => a + b, 0) / f1.length,
      each: Object.fromEntries(classes.map((c, i) => [c, +(f1[i] as number).toFixed(2)])),
    };
  };
  console.log('held out', test.length);
  console.log(
    'sentiment',
    macro(
      sentiments.map((s) => `sentiment-${s}`),
      (r) => `sentiment-${r.labels.sentiment}`,
    ),
    macro(
      sentiments.map((s) => `sentiment-${s}`),
      (r) => `sentiment-${r.labels.sentiment}`,
      blended,
    ),
  );
  console.log(
    'emotion',
    macro(emotions, (r) => r.labels.emotion),
  );
  for (const signal of [...signals, 'urgency'] as const) {
    const is = (r: Row) => (signal === 'urgency' ? r.labels.urgency === 'high' : r.labels.signals.includes(signal));
    const said = test.filter((r) => dot(table[signal] as Float64Array, r) >= 0);
    const right = said.filter(is).length,
      all = test.filter(is).length;
    console.log(
      signal.padEnd(15),
      'precision',
      (right / said.length).toFixed(2),
      'recall',
      (right / all).toFixed(2),
      'n',
      all,
    );
  }
}

function writeTable(): void {
  const lines = Object.entries(table).map(([output, column]) => {
    const entries = featureIds
      .map((id, i) => [id, column[i] as number] as const)
      .filter(([, w]) => w !== 0)
      .map(([id, w]) => `${/^[a-z]+$/.test(id) ? id : `'${id}'`}: ${w}`);
    return `  ${/^[a-z]+$/.test(output) ? output : `'${output}'`}: {\n    ${wrap(entries)},\n  },`;
  });
  const text = `/**
 * What each concept says about each output: the whole rule-based reading in one table. Positive speaks for, negative
 * against; what is not listed says nothing. \`bias\` is how common the output is before anything is read. Sentiments
 * and emotions compete (softmax); signals and urgency stand alone and are said from 0 on; intensity is cut below.
 *
 * Made by \`node training/affect/fit-weights.ts\` from the ${rows.length.toLocaleString('en')} labelled messages of \`training/data\`. Change the
 * data or the word lists and run it again rather than a number by hand.
 */
import type { Emotion, Sentiment, Signal } from '../reading.ts';

export type Output = Emotion | \`sentiment-\${Sentiment}\` | Signal | 'intensity' | 'urgency';

// biome-ignore format: a table, wrapped by its maker
export const weights: Record<Output, Readonly<Record<string, number>>> = {
${lines.join('\n')}
};

/** Sums of \`intensity\` up to the first are mild (1), above the second strong (3). */
export const intensityCuts = [${cuts.join(', ')}] as const;
`;
  writeFileSync(new URL('../../lib/affect/weights.ts', here), text);
  console.log(
    `wrote lib/affect/weights.ts: ${Object.keys(table).length} outputs, ${featureIds.length} features, ${train.length} messages`,
  );
}

function wrap(entries: string[]): string {
  let line = '';
  const out: string[] = [];
  for (const e of entries) {
    if (line.length + e.length > 110) {
      out.push(line);
      line = '';
    }
    line += `${line ? ', ' : ''}${e}`;
  }
  return [...out, line].join(',\n    ');
}
