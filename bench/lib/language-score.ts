/** Labelled lines of text and how a detector does on them. */

export interface Line {
  /** ISO 639-1; nn is counted as nb. */
  language: string;
  text: string;
  set: string;
}

export interface ScoredLine extends Line {
  answer: string | undefined;
  right: boolean;
  micros: number;
}

/** The languages of `dev.tsv`, which every detector that can be told a list is told. */
export const told: readonly string[] =
  'ar bg bn bs ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv mk ms nb nl nn pl pt ro ru sk sl sq sr sv ta te th tr uk ur vi zh'.split(
    ' ',
  );

const between = (from: number, to: number) => (text: string) => {
  const { length } = text.trim();
  return length >= from && length <= to;
};

export const lengthBuckets: readonly { name: string; has: (text: string) => boolean }[] = [
  { name: '1-10', has: between(1, 10) },
  { name: '11-20', has: between(11, 20) },
  { name: '21-40', has: between(21, 40) },
  { name: '41-80', has: between(41, 80) },
  { name: '81+', has: between(81, Number.POSITIVE_INFINITY) },
];

export const oneCode = (language: string | undefined): string | undefined =>
  language === 'nn' || language === 'no' ? 'nb' : language;

export function parseLines(source: string): Line[] {
  return source
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const [language = '', text = '', set = ''] = line.split('\t');
      return { language: oneCode(language) ?? '', text, set };
    });
}

export function scoreLines(lines: readonly Line[], detect: (text: string) => string | undefined): ScoredLine[] {
  return lines.map((line) => {
    const started = performance.now();
    const answer = oneCode(detect(line.text));
    const micros = (performance.now() - started) * 1000;
    return { ...line, answer, right: answer === line.language, micros };
  });
}

/** The mean over languages of the share that is right: every language counts the same. NaN for no lines. */
export function macro(lines: readonly ScoredLine[]): number {
  const byLanguage = new Map<string, { right: number; all: number }>();
  for (const { language, right } of lines) {
    const count = byLanguage.get(language) ?? { right: 0, all: 0 };
    count.all++;
    if (right) count.right++;
    byLanguage.set(language, count);
  }
  let sum = 0;
  for (const { right, all } of byLanguage.values()) sum += right / all;
  return sum / byLanguage.size;
}
