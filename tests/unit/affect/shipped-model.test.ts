/** The files that ship, through the code that reads tickets. What they read is the bench's to measure; here they must work. */
import { beforeAll, describe, expect, test } from 'vitest';
import { extractFeatures } from '../../../lib/affect/features.ts';
import { createLexicon } from '../../../lib/affect/lexicon.ts';
import { type AffectInput, type AffectModel, createAffectModel, type ModelRuntime } from '../../../lib/affect/model.ts';
import { loadRuntime } from '../../../lib/affect/model-onnx.ts';
import { loadWords, shippedAffectSource } from '../../../scripts/lib/shipped.ts';

let runtime: ModelRuntime;
let model: AffectModel;
beforeAll(async () => {
  runtime = await loadRuntime(shippedAffectSource());
  model = createAffectModel(runtime);
}, 60_000);

const input = (language: string, text: string): AffectInput => ({
  text,
  features: extractFeatures(text, createLexicon(loadWords(language), language).concepts),
  language,
  evidence: true,
});
const readOne = async (language: string, text: string) => {
  const [reading] = await model.read([input(language, text)]);
  if (!reading) throw new Error('no reading');
  return reading;
};

const plain: [language: string, text: string, sentiment: string][] = [
  ['en', 'This is a disgrace, I am furious and I want my money back now!', 'negative'],
  ['de', 'Ich bin stinksauer, das ist eine Frechheit!', 'negative'],
  ['sl', 'Že tretjič vam pišem in še vedno nimam odgovora, to je nesprejemljivo!', 'negative'],
  ['ar', 'أنا غاضب جدا من هذه الخدمة السيئة!', 'negative'],
  ['ja', '本当に腹が立っています。最悪の対応です。', 'negative'],
  ['nl', 'Heel erg bedankt, jullie zijn geweldig!', 'positive'],
  ['sv', 'Tack så jättemycket för den snabba hjälpen!', 'positive'],
];

describe('the model that ships', () => {
  test.each(plain)('%s: %s', async (language, text, sentiment) => {
    const reading = await readOne(language, text);
    expect(reading.sentiment.value).toBe(sentiment);
    expect(reading.emotion.value).not.toBe('neutral');
    expect(reading.emotion.marks.length).toBeGreaterThan(0);
  });
  test('shows words of the message it read', async () => {
    for (const [language, text] of plain)
      for (const mark of (await readOne(language, text)).emotion.marks) {
        expect(mark.start).toBeGreaterThanOrEqual(0);
        expect(mark.end).toBeLessThanOrEqual(text.length);
        expect(text.slice(mark.start, mark.end).trim()).not.toBe('');
      }
  });
  test('reads a message alone as among others', async () => {
    const together = await model.read(plain.map(([language, text]) => input(language, text)));
    for (const [i, [language, text]] of plain.entries()) expect(await readOne(language, text)).toEqual(together[i]);
  });
  test('reads a message of 20,000 characters, in windows of its own length at most', async () => {
    const long = 'Where is my order? I have been waiting for weeks and nobody answers. '.repeat(290);
    const lengths: number[] = [];
    const counted = createAffectModel({
      ...runtime,
      run: (windows) => {
        lengths.push(...windows.map((w) => w.inputIds.length));
        return runtime.run(windows);
      },
    });
    const [reading] = await counted.read([input('en', long)]);
    const { window, maxConcepts } = runtime.settings;
    expect(lengths.length).toBeGreaterThan(10);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(window + maxConcepts + 2);
    expect(reading?.sentiment.value).toBe('negative');
  });
  test('a word that a lead teaches is one that it reads', async () => {
    const text = 'The lamp is skrumpled.';
    const words = loadWords('en');
    const taught = new Map([...words, ['f-broken', [...(words.get('f-broken') ?? []), 'skrumpled']]]);
    const read = (list: typeof words) =>
      model.read([{ ...input('en', text), features: extractFeatures(text, createLexicon(list, 'en').concepts) }]);
    const [before] = await read(words);
    const [after] = await read(taught);
    expect(after?.sentiment).not.toEqual(before?.sentiment);
    expect(after?.concepts).toContain('f-broken');
  });
});
