/**
 * Scores the shipped files in Node, through the code that reads tickets.
 *
 *     node training/affect/evaluate.ts MODEL [--rows hard|plain|umsab|dev] [--public PUBLIC]
 *
 * MODEL is a folder of model files (`public/models/attune-affect`). `hard` and `plain` are the yardsticks of README.md:
 * a shipped model that has learnt from all messages scores too well on them. `umsab` and `dev` are public rows.
 */
import { readFileSync } from 'node:fs';
import { extractFeatures } from '../../lib/affect/features.ts';
import { buildInputs } from '../../lib/affect/model-input.ts';
import { matcherFor, ownRows, publicRows, type Row } from './rows.ts';
import { type Head, loadGraph, loadPieces, type Settings } from './shipped.ts';

const [folder, ...options] = process.argv.slice(2);
if (!folder) throw new Error('usage: evaluate.ts MODEL [--rows hard|plain|umsab|dev] [--public PUBLIC]');
const option = (name: string) => options[options.indexOf(name) + 1];
const wanted = options.includes('--rows') ? option('--rows') : 'plain';
const publicFolder = options.includes('--public') ? option('--public') : undefined;

const { settings, tokenize } = await loadPieces(folder);
const { outputs, temperatures, thresholds } = JSON.parse(readFileSync(`${folder}/attune.json`, 'utf8')) as Settings;
const run = await loadGraph(folder, settings.ids.pad);
const rows = chosenRows();
const times: number[] = [];
const read: { row: Row; scores: Record<Head, number[]> }[] = [];
for (const row of rows) {
  const begin = performance.now();
  const features = extractFeatures(row.text, matcherFor(row.lang));
  const [window] = buildInputs(row.text, features, tokenize, settings);
  const [scores] = window ? await run([window]) : [];
  times.push(performance.now() - begin);
  if (scores) read.push({ row, scores });
}
report();

function chosenRows(): Row[] {
  const number = (row: Row) => Number(row.id.slice(-3));
  if (wanted === 'hard') return [...ownRows()].filter((row) => row.id.includes('-b2-') && number(row) % 4 === 0);
  if (wanted === 'plain') return [...ownRows()].filter((row) => row.source === 'support' && number(row) % 5 === 0);
  if (!publicFolder) throw new Error('--public PUBLIC is needed for public rows');
  return [...publicRows(publicFolder)].filter(
    (row) => row.split === 'dev' && row.labels.sentiment && (wanted === 'dev' || row.source === 'umsab'),
  );
}

function chances(scores: Record<Head, number[]>, head: 'sentiment' | 'emotion'): number[] {
  const divided = scores[head].map((s) => s / temperatures[head]);
  const top = Math.max(...divided);
  const powers = divided.map((s) => Math.exp(s - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

function macro(head: 'sentiment' | 'emotion', part: typeof read) {
  const classes = outputs[head];
  const pairs = part
    .filter(({ row }) => row.labels[head])
    .map(({ row, scores }) => {
      const list = chances(scores, head);
      const sure = Math.max(...list);
      return { gold: row.labels[head], said: classes[list.indexOf(sure)] as string, sure };
    });
  const f1 = classes.map((c) => {
    const right = pairs.filter((p) => p.gold === c && p.said === c).length;
    const named = pairs.filter((p) => p.gold === c).length + pairs.filter((p) => p.said === c).length;
    return named === 0 ? 0 : (2 * right) / named;
  });
  // Of few rows some classes have none, which nothing could find.
  const present = f1.filter((_, i) => pairs.some((p) => p.gold === classes[i]));
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = pairs.filter((p) => Math.min(9, Math.floor(p.sure * 10)) === bin);
    const right = inside.filter((p) => p.gold === p.said).length;
    error += Math.abs(right - inside.reduce((sum, p) => sum + p.sure, 0)) / Math.max(1, pairs.length);
  }
  return { pairs, f1, macro: present.reduce((a, b) => a + b, 0) / present.length, error };
}

function report(): void {
  for (const head of ['sentiment', 'emotion'] as const) {
    const { macro: value, f1, error, pairs } = macro(head, read);
    if (pairs.length === 0) continue;
    const each = outputs[head].map((name, i) => `${name} ${(f1[i] as number).toFixed(2)}`).join(', ');
    console.log(
      `${head}: macro-F1 ${value.toFixed(3)}, calibration error ${error.toFixed(3)}, ${pairs.length} rows; ${each}`,
    );
  }
  const languages = [...new Set(read.map(({ row }) => row.lang))].sort();
  const byLanguage = languages.map((lang) => {
    const part = read.filter(({ row }) => row.lang === lang);
    return `${lang} ${macro('sentiment', part).macro.toFixed(2)}`;
  });
  console.log(`sentiment by language: ${byLanguage.join(', ')}`);
  outputs.signals.forEach((signal, i) => {
    const part = read.filter(({ row }) => row.labels.signals);
    if (part.length === 0) return;
    const cut = thresholds[signal] ?? 0.5;
    const said = part.filter(
      ({ scores }) => 1 / (1 + Math.exp(-(scores.signals[i] as number) / temperatures.signals)) >= cut,
    );
    const right = said.filter(({ row }) => row.labels.signals?.includes(signal)).length;
    const all = part.filter(({ row }) => row.labels.signals?.includes(signal)).length;
    const f1 = (2 * right) / Math.max(1, said.length + all);
    const exact = right / Math.max(1, said.length);
    console.log(
      `${signal}: F1 ${f1.toFixed(2)}, precision ${exact.toFixed(2)}, recall ${(right / all).toFixed(2)}, ${all} rows`,
    );
  });
  times.sort((a, b) => a - b);
  console.log(
    `milliseconds a message: median ${times[times.length >> 1]?.toFixed(1)}, 95th ${times[Math.floor(times.length * 0.95)]?.toFixed(1)}`,
  );
}
