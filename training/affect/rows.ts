/** Labelled rows for training: our own messages (`training/data`) and the public sets (a folder given by the caller). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { createLexicon } from '../../lib/affect/lexicon.ts';
import type { Matcher } from '../../lib/affect/matcher.ts';
import { parseWordList } from '../../lib/affect/words.ts';
import { languageOf, wordListFor } from '../../lib/locale.ts';

/** Labels that a set does not have are absent, never guessed: the loss skips them. */
export interface Labels {
  sentiment?: 'negative' | 'neutral' | 'positive';
  emotion?: string;
  intensity?: number;
  urgency?: 'low' | 'normal' | 'high';
  signals?: string[];
  /** Public sets: several of eleven classes, and which of them the set can show at all follows from `source`. */
  emotions?: string[];
}

export interface Row {
  id: string;
  /** Language of the word list that reads it, or the language itself where none does. */
  lang: string;
  source: string;
  domain: string;
  split: 'train' | 'dev';
  text: string;
  labels: Labels;
}

const here = new URL('.', import.meta.url);
const ownFolder = new URL('../data/', here);
const sentimentOfSign = { '-1': 'negative', '0': 'neutral', '1': 'positive' } as const;

/** Every message of `training/data`, folder by folder. */
export function* ownRows(): Generator<Row> {
  for (const folder of ['support', 'support-more']) {
    const url = new URL(`${folder}/`, ownFolder);
    for (const file of jsonLines(url.pathname)) {
      for (const m of parse(readFileSync(new URL(file, url), 'utf8'))) {
        const { sentiment, emotion, intensity, urgency, signals } = m;
        yield {
          id: m.id,
          lang: m.lang,
          source: folder,
          domain: 'support',
          split: 'train',
          text: m.text,
          labels: { sentiment, emotion, intensity, urgency, signals },
        };
      }
    }
  }
}

/** Rows of a folder with `train/<lang>.jsonl.gz` and `dev/<lang>.jsonl.gz` (see README.md for the format). */
export function* publicRows(folder: string): Generator<Row> {
  for (const split of ['train', 'dev'] as const) {
    for (const file of readdirSync(`${folder}/${split}`).sort()) {
      if (!file.endsWith('.jsonl.gz')) continue;
      const text = gunzipSync(readFileSync(`${folder}/${split}/${file}`)).toString('utf8');
      let number = 0;
      for (const row of parse(text)) {
        number++;
        const labels: Labels = {};
        if (row.sentiment !== null)
          labels.sentiment = sentimentOfSign[String(row.sentiment) as keyof typeof sentimentOfSign];
        if (row.emotions !== null) labels.emotions = row.emotions;
        const lang = wordListFor(languageOf(row.lang) ?? row.lang);
        const id = `${split}-${row.lang}-${number}`;
        yield { id, lang, source: row.source, domain: row.domain, split, text: row.text, labels };
      }
    }
  }
}

const matchers = new Map<string, Matcher>();

/** The concept matcher of a language; one that finds nothing where there is no word list. */
export function matcherFor(language: string): Matcher {
  let matcher = matchers.get(language);
  if (!matcher) {
    const file = new URL(`../../locales/words/${language}.tsv`, here);
    matcher = existsSync(file)
      ? createLexicon(parseWordList(readFileSync(file, 'utf8')).words, language).concepts
      : () => [];
    matchers.set(language, matcher);
  }
  return matcher;
}

/** Concepts of all word lists, sorted: the order of their rows in the model. */
export function allConcepts(): string[] {
  const concepts = new Set<string>();
  for (const file of readdirSync(new URL('../../locales/words/', here))) {
    if (!file.endsWith('.tsv')) continue;
    const { words } = parseWordList(readFileSync(new URL(`../../locales/words/${file}`, here), 'utf8'));
    for (const concept of words.keys()) if (!concept.startsWith('r-')) concepts.add(concept);
  }
  return [...concepts].sort();
}

const jsonLines = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();

// biome-ignore lint/suspicious/noExplicitAny: lines of two formats, checked by what the callers read
const parse = (text: string): any[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
