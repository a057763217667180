/**
 * How well, how fast and how small we read languages: `npm run bench -- language [FILE]`. Without a file it measures the
 * lines of `--dev PATH` by set, beside the peers of `bench/peers` where they are installed (`--install`). With one it
 * scores `lang<TAB>text` lines and closes with one line of JSON.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { identifyLanguage } from '../lib/language/identify.ts';
import { readModel } from '../lib/language/model.ts';
import { rank } from '../lib/language/rank.ts';
import { codeBytes } from './lib/code-size.ts';
import { installPeers } from './lib/install-peers.ts';
import { readJsonLines } from './lib/json-lines.ts';
import { loadPeers, type Peer } from './lib/language-peers.ts';
import { type Line, lengthBuckets, macro, parseLines, scoreLines, told } from './lib/language-score.ts';

const root = new URL('../', import.meta.url);
const modelPath = process.env.ATTUNE_LANGUAGE_MODEL ?? new URL('public/language/model.bin', root);
const defaultDev = new URL('../shared/data/lid/dev.tsv', root);

/** Nearer than this, the panel's question has two likely answers. */
const thinMargin = 0.2;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      dev: { type: 'string' },
      install: { type: 'boolean' },
      'no-peers': { type: 'boolean' },
      confusions: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  if (values.install) installPeers();
  const [file] = positionals;
  if (file) return scoreFile(file, Boolean(values.confusions));

  const dev = values.dev ?? defaultDev;
  if (!existsSync(dev)) {
    console.log(`no labelled lines at ${dev.toString()}: give them with --dev PATH (lang<TAB>text<TAB>set)`);
    return;
  }
  const lines = parseLines(readFileSync(dev, 'utf8'));
  const ours = await loadOurs();
  const peers = values['no-peers'] ? [] : await loadPeers();
  table(lines, [ours, ...peers]);
  calibration(lines, ours);
  ownMessages(ours);
}

export async function loadOurs(): Promise<Peer & { model: ReturnType<typeof readModel> }> {
  const bytes = readFileSync(modelPath);
  const started = performance.now();
  const model = readModel(bytes);
  const loadMs = performance.now() - started;
  const gzip = gzipSync(bytes, { level: 9 }).length + (await codeBytes('lib/language/identify.ts'));
  return {
    name: 'Attune',
    gzip,
    loadMs,
    model,
    detect: (text) => {
      const reading = identifyLanguage([text], { among: told }, { model });
      return reading.value === 'unknown' ? reading.others[0]?.language : reading.value;
    },
  };
}

function table(lines: readonly Line[], detectors: readonly Peer[]): void {
  const sets = [...new Set(lines.map((line) => line.set))].sort();
  const head = ['macro accuracy, told 47', ...sets, ...lengthBuckets.map((b) => b.name), 'µs', 'load ms', 'gzip kB'];
  const rows = detectors.map((detector) => {
    const scored = scoreLines(lines, detector.detect);
    return [
      detector.name,
      ...sets.map((set) => percent(macro(scored.filter((line) => line.set === set)))),
      ...lengthBuckets.map((bucket) => percent(macro(scored.filter((line) => bucket.has(line.text))))),
      median(scored.map((line) => line.micros)).toFixed(0),
      detector.loadMs.toFixed(0),
      detector.gzip ? (detector.gzip / 1000).toFixed(0) : '–',
    ];
  });
  print([head, ...rows]);
}

/** Of answers given with 90 % and more, how many are right; of one-word messages, how many get a wrong answer. */
function calibration(lines: readonly Line[], ours: Awaited<ReturnType<typeof loadOurs>>): void {
  let sure = 0;
  let sureRight = 0;
  let oneWord = 0;
  let oneWordWrong = 0;
  let silent = 0;
  let thin = 0;
  for (const { language, text } of lines) {
    const reading = identifyLanguage([text], { among: told }, { model: ours.model });
    const right = reading.value === language;
    const [first, second] = rank(text, ours.model, { among: told }).candidates;
    if ((first?.probability ?? 0) - (second?.probability ?? 0) < thinMargin) thin++;
    if (reading.value === 'unknown') silent++;
    if (reading.value !== 'unknown' && reading.confidence >= 0.9) {
      sure++;
      if (right) sureRight++;
    }
    if (/^\s*\S+\s*$/.test(text)) {
      oneWord++;
      if (reading.value !== 'unknown' && !right) oneWordWrong++;
    }
  }
  console.log(`\nanswers at 90 % and more: ${sure}, of which right ${percent(sureRight / sure)} %`);
  console.log(`one-word messages: ${oneWord}, wrong answer ${percent(oneWordWrong / oneWord)} %`);
  console.log(
    `unknown: ${percent(silent / lines.length)} % of all lines; first and second less than 20 points apart: ${percent(thin / lines.length)} %`,
  );
  const byLanguage = [...new Set(lines.map((line) => line.language))]
    .map((language) => ({
      language,
      accuracy: macro(
        scoreLines(
          lines.filter((line) => line.language === language),
          ours.detect,
        ),
      ),
    }))
    .sort((a, b) => a.accuracy - b.accuracy);
  console.log(
    `lowest: ${byLanguage
      .slice(0, 12)
      .map((l) => `${l.language} ${percent(l.accuracy)}`)
      .join(', ')}`,
  );
}

/** Our own labelled customer messages, which the model has not learnt from. */
function ownMessages(ours: Awaited<ReturnType<typeof loadOurs>>): void {
  const folder = new URL('training/data/support/', root);
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) =>
      readJsonLines<{ lang: string; text: string }>(new URL(name, folder)).map(
        ({ lang, text }): Line => ({ language: lang, text, set: 'support' }),
      ),
    );
  const scored = scoreLines(lines, ours.detect);
  console.log(`customer messages (training/data/support): ${percent(macro(scored))} % of ${lines.length}`);
  for (const line of scored.filter((each) => !each.right).slice(0, 12))
    console.log(`  ${line.language} read as ${line.answer}: ${line.text.slice(0, 70).replace(/\s+/g, ' ')}`);
}

async function scoreFile(file: string, confusions: boolean): Promise<void> {
  const lines = parseLines(readFileSync(file, 'utf8'));
  const ours = await loadOurs();
  const scored = scoreLines(lines, ours.detect);
  const unknown = lines.filter(
    ({ text }) => identifyLanguage([text], { among: told }, { model: ours.model }).value === 'unknown',
  ).length;
  const byLanguage = [...new Set(scored.map((line) => line.language))].sort();
  print([
    ['language', 'lines', 'right %'],
    ...byLanguage.map((language) => {
      const these = scored.filter((line) => line.language === language);
      return [language, String(these.length), percent(macro(these))];
    }),
  ]);
  if (confusions) {
    const counts = new Map<string, number>();
    for (const line of scored)
      if (!line.right)
        counts.set(`${line.language}→${line.answer}`, (counts.get(`${line.language}→${line.answer}`) ?? 0) + 1);
    console.log(
      [...counts]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 40)
        .map(([pair, count]) => `${pair} ${count}`)
        .join(', '),
    );
  }
  console.log(
    JSON.stringify({
      lines: lines.length,
      macro: share(macro(scored)),
      unknown: share(unknown / lines.length),
      usMedian: Math.round(median(scored.map((line) => line.micros)) * 10) / 10,
      byLength: Object.fromEntries(
        lengthBuckets.map((bucket) => [bucket.name, share(macro(scored.filter((line) => bucket.has(line.text))))]),
      ),
    }),
  );
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    );
}

const percent = (part: number): string => (Number.isNaN(part) ? '–' : (part * 100).toFixed(1));
const share = (part: number): number | null => (Number.isNaN(part) ? null : Math.round(part * 10_000) / 10_000);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
