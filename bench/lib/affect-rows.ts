/** Labelled messages for `bench/affect.ts`: our own, the public ones, and a file of anybody's. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Emotion, emotions, type Sentiment, type Signal, sentiments, signals } from '../../lib/reading.ts';
import { readJsonLines } from './json-lines.ts';

export interface Row {
  text: string;
  /** Undefined where the file does not say: then it is identified. */
  language?: string;
  set: string;
  sentiment?: Sentiment;
  emotion?: Emotion;
  /** Undefined: not annotated; empty: annotated, and there are none. */
  signals?: Signal[];
}

export interface Labelled {
  id?: string;
  lang?: string;
  text?: unknown;
  sentiment?: unknown;
  emotion?: unknown;
  signals?: unknown;
  source?: string;
}

const data = new URL('../../training/data/', import.meta.url);

/**
 * What training keeps back to choose its recipe on (`training/affect/README.md`): of the second batch a quarter, each
 * written to a random combination of feeling, topic and length; of the first messages a fifth, as an inbox has them.
 */
export const heldOutRows = (): Row[] => [
  ...ownRows('support-more', 'hard', ({ id = '' }) => id.includes('-b2-') && Number(id.slice(-3)) % 4 === 0),
  ...ownRows('support', 'plain', ({ id = '' }) => Number(id.slice(-3)) % 5 === 0),
];

/** Our own messages of a folder of training/data. */
export function ownRows(folder: string, set: string, wanted: (row: Labelled) => boolean = () => true): Row[] {
  const its = new URL(`${folder}/`, data);
  return readdirSync(its)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readJsonLines<Labelled>(new URL(name, its)))
    .filter(wanted)
    .flatMap((row) => toRow(row, set));
}

/** Real tweets in eight languages, from the folder of public data sets. */
export function publicRows(folder: string): Row[] {
  const dev = `${folder}/dev`;
  if (!existsSync(dev)) throw new Error(`${folder} has no folder dev with <language>.jsonl.gz files.`);
  return readdirSync(dev)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .flatMap((name) =>
      gunzipSync(readFileSync(`${dev}/${name}`))
        .toString('utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Labelled),
    )
    .filter(({ source }) => source === 'umsab')
    .flatMap(({ emotion: _, signals: __, ...row }) => toRow(row, 'UMSAB, tweets'));
}

/** JSON lines as in training/data/README.md, or `text<TAB>sentiment` lines. Throws where a line is neither, by number. */
export function fileRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const labelled: Labelled = line.startsWith('{') ? JSON.parse(line) : tabbed(line);
      const rows = toRow(labelled, 'file');
      if (rows.length === 0) throw new Error(`${file}, line ${index + 1}: no text with a sentiment or an emotion.`);
      return rows;
    });
}

function tabbed(line: string): Labelled {
  const tab = line.lastIndexOf('\t');
  return { text: line.slice(0, Math.max(0, tab)), sentiment: line.slice(tab + 1).trim() };
}

function toRow(labelled: Labelled, set: string): Row[] {
  const sentiment = toSentiment(labelled.sentiment);
  const emotion = emotions.find((value) => value === labelled.emotion);
  if (typeof labelled.text !== 'string' || !labelled.text || (!sentiment && !emotion)) return [];
  return [
    {
      text: labelled.text,
      set,
      ...(labelled.lang ? { language: labelled.lang } : {}),
      ...(sentiment ? { sentiment } : {}),
      ...(emotion ? { emotion } : {}),
      ...(Array.isArray(labelled.signals)
        ? { signals: signals.filter((value) => (labelled.signals as unknown[]).includes(value)) }
        : {}),
    },
  ];
}

function toSentiment(value: unknown): Sentiment | undefined {
  const number = { '-1': 'negative', '0': 'neutral', '1': 'positive', '+1': 'positive' } as const;
  return (
    sentiments.find((name) => name === String(value).toLowerCase()) ?? number[String(value) as keyof typeof number]
  );
}
