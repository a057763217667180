/**
 * How well formal, informal and unmarked are told apart: labelled customer messages, each read alone, with the language
 * the line names. `npm run bench -- register [FILE]`; a FILE has the JSON lines of `training/data/support`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createLexicon } from '../lib/affect/lexicon.ts';
import type { Matcher } from '../lib/affect/matcher.ts';
import { languageOf } from '../lib/locale.ts';
import { readRegister } from '../lib/register/read.ts';
import { loadWords } from '../scripts/lib/shipped.ts';

const values = ['formal', 'informal', 'unmarked'] as const;
type Value = (typeof values)[number];

interface Line {
  id?: string;
  lang: string;
  text: string;
  formality: Value;
}

/** Label, then reading, then how many lines. */
type Confusion = Record<Value, Record<Value, number>>;

const support = new URL('../training/data/support/', import.meta.url);

export async function run([file]: string[]): Promise<void> {
  const texts = file
    ? [readFileSync(file, 'utf8')]
    : readdirSync(support)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => readFileSync(new URL(name, support), 'utf8'));
  const lines = texts.flatMap(parseLines);
  const all = newConfusion();
  const byLanguage = new Map<string, Confusion>();
  const matchers = new Map<string, Matcher>();
  for (const line of lines) {
    const read = readRegister(
      [{ id: line.id ?? '', role: 'customer', text: line.text }],
      matcherFor(line.lang, matchers),
    ).value;
    const own = byLanguage.get(line.lang) ?? newConfusion();
    byLanguage.set(line.lang, own);
    own[line.formality][read]++;
    all[line.formality][read]++;
  }
  console.log('\nConfusion: label (f formal, i informal, u unmarked) > what was read, how often. –: no such label.\n');
  console.log('| language | lines | accuracy | F1 formal | F1 informal | F1 unmarked | macro-F1 | confusion |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |');
  for (const [language, confusion] of [...byLanguage].sort()) console.log(row(language, confusion));
  console.log(row('all', all));
  console.log(
    `\n${JSON.stringify({ macroF1: round(macroF1(all)), accuracy: round(accuracy(all)), lines: lines.length })}`,
  );
}

function parseLines(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line, index) => {
      const { id, lang, text, formality } = JSON.parse(line) as Partial<Line>;
      if (typeof text !== 'string' || typeof lang !== 'string' || !formality || !values.includes(formality))
        throw new Error(`line ${index + 1}: needs "lang", "text" and "formality" (${values.join(', ')})`);
      return { lang, text, formality, ...(id === undefined ? {} : { id }) };
    });
}

function matcherFor(language: string, known: Map<string, Matcher>): Matcher {
  const matcher =
    known.get(language) ??
    createLexicon(loadWords(languageOf(language) ?? language), languageOf(language) ?? language).register;
  known.set(language, matcher);
  return matcher;
}

const newConfusion = (): Confusion => ({
  formal: { formal: 0, informal: 0, unmarked: 0 },
  informal: { formal: 0, informal: 0, unmarked: 0 },
  unmarked: { formal: 0, informal: 0, unmarked: 0 },
});

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
const labelled = (confusion: Confusion, value: Value): number => sum(Object.values(confusion[value]));
const total = (confusion: Confusion): number => sum(values.map((value) => labelled(confusion, value)));
const accuracy = (confusion: Confusion): number =>
  sum(values.map((value) => confusion[value][value])) / Math.max(1, total(confusion));

/** Undefined where the class has neither label nor reading: there is nothing to measure. */
function f1(confusion: Confusion, value: Value): number | undefined {
  const read = sum(values.map((label) => confusion[label][value]));
  const both = labelled(confusion, value) + read;
  return both === 0 ? undefined : (2 * confusion[value][value]) / both;
}

function macroF1(confusion: Confusion): number {
  const scores = values.map((value) => f1(confusion, value)).filter((score) => score !== undefined);
  return scores.length === 0 ? 0 : sum(scores) / scores.length;
}

function row(language: string, confusion: Confusion): string {
  const mistaken = values.flatMap((label) =>
    values
      .filter((read) => read !== label && confusion[label][read] > 0)
      .map((read) => `${label[0]}>${read[0]} ${confusion[label][read]}`),
  );
  const scores = values.map((value) => f1(confusion, value)?.toFixed(2) ?? '–');
  return `| ${[
    language,
    total(confusion),
    accuracy(confusion).toFixed(2),
    ...scores,
    macroF1(confusion).toFixed(2),
    mistaken.join(', '),
  ].join(' | ')} |`;
}

const round = (x: number): number => Math.round(x * 10_000) / 10_000;
