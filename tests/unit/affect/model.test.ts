import { describe, expect, test } from 'vitest';
import { extractFeatures } from '../../../lib/affect/features.ts';
import { createLexicon } from '../../../lib/affect/lexicon.ts';
import { type AffectInput, createAffectModel } from '../../../lib/affect/model.ts';
import { readAffect } from '../../../lib/affect/read.ts';
import { readAhead } from '../../../lib/affect/read-ahead.ts';
import { loadWords } from '../../../scripts/lib/shipped.ts';
import { hostileTexts } from '../text/arbitrary.ts';
import { angry, fakeRuntime, pleased, type Speaks } from './fake-runtime.ts';

const match = createLexicon(loadWords('en'), 'en').concepts;
const input = (text: string, more: Partial<AffectInput> = {}): AffectInput => ({
  text,
  features: extractFeatures(text, match),
  language: 'en',
  evidence: true,
  ...more,
});
async function read(text: string, runtime: ReturnType<typeof fakeRuntime>, more: Partial<AffectInput> = {}) {
  const [reading] = await createAffectModel(runtime).read([input(text, more)]);
  if (!reading) throw new Error('no reading');
  return reading;
}
/** Numbers would not do: an order number is none of the customer's words. */
const filler = (words: number) => Array.from({ length: words }, () => 'lamp').join(' ');

describe('a message', () => {
  test('is read by the numbers, whatever their order', async () => {
    const reading = await read('this zorgle of yours', fakeRuntime({ zorgle: angry }));
    expect(reading).toMatchObject({ emotion: { value: 'anger' }, intensity: 3, sentiment: { value: 'negative' } });
    expect(reading.emotion.confidence).toBeGreaterThan(0.9);
  });
  test('without a sign of anything is neutral', async () => {
    const reading = await read('the parcel lies here', fakeRuntime({}));
    expect(reading).toMatchObject({ emotion: { value: 'neutral', marks: [] }, intensity: 0, signals: [] });
  });
  test('below the threshold nothing is claimed', async () => {
    const some: Speaks = { emotion: { anger: 4, worry: 2.5, sadness: 2 }, sentiment: { negative: 5 } };
    const claimed = async (emotionThreshold: number) =>
      (await read('a zorgle', fakeRuntime({ zorgle: some }, {}, { emotionThreshold }))).emotion;
    expect(await claimed(0.9)).toMatchObject({ value: 'neutral', marks: [] });
    expect((await claimed(0.2)).value).toBe('anger');
  });
  test('where no known word shows a feeling, the model must be more sure than not', async () => {
    const unsure: Speaks = { emotion: { anger: 3.2, worry: 3.1, sadness: 3 }, sentiment: { negative: 5 } };
    const runtime = fakeRuntime({ zorgle: unsure }, {}, { emotionThreshold: 0.2 });
    expect((await read('a zorgle', runtime)).emotion.value).toBe('neutral');
    expect((await read('I am so angry about the zorgle', runtime)).emotion.value).toBe('anger');
  });
  test('a signal is said from its own threshold on', async () => {
    const thanks = { zorgle: { signals: { thanks: 3.5 } } };
    const said = async (thresholds: Record<string, number>) =>
      (await read('my zorgle', fakeRuntime(thanks, {}, { thresholds }))).signals.map((s) => s.value);
    expect(await said({ thanks: 0.6 })).toEqual([]);
    expect(await said({ thanks: 0.3 })).toEqual(['thanks']);
  });
  test('of some signals known words and the model decide together', async () => {
    const faint = { zorgle: { signals: { escalation: 2 } } };
    const said = async (text: string) => (await read(text, fakeRuntime(faint))).signals.map((s) => s.value);
    expect(await said('my zorgle')).not.toContain('escalation');
    expect(await said('my zorgle: my lawyer will sue you, I want your manager')).toContain('escalation');
  });
  test('a temperature makes it less sure, not other', async () => {
    const sure = await read('this zorgle', fakeRuntime({ zorgle: angry }));
    const calm = await read('this zorgle', fakeRuntime({ zorgle: angry }, {}, { temperatures: { emotion: 2 } }));
    expect(calm.emotion.value).toBe('anger');
    expect(calm.emotion.confidence).toBeLessThan(sure.emotion.confidence);
  });
  test('joy that is surely negative is no joy', async () => {
    const runtime = fakeRuntime({ zorgle: { emotion: { joy: 5, anger: 4.9 }, sentiment: { negative: 7 } } });
    expect(await read('I am angry, what a zorgle', runtime)).toMatchObject({
      emotion: { value: 'anger' },
      sentiment: { value: 'negative' },
    });
    expect(await read('what a zorgle', runtime)).toMatchObject({
      emotion: { value: 'neutral' },
      sentiment: { value: 'negative' },
    });
  });
  test('what is likely sarcasm is not taken for praise, and praise is not called sarcasm', async () => {
    const own = () =>
      fakeRuntime(
        { blim: pleased, hm: { signals: { sarcasm: 6 } }, well: { signals: { sarcasm: 3.8 } } },
        {},
        { thresholds: { sarcasm: 0.3 } },
      );
    expect((await read('a blim', own())).emotion.value).toBe('joy');
    expect(await read('a blim well', own())).toMatchObject({ emotion: { value: 'joy' }, signals: [] });
    expect((await read('a lamp well', own())).signals.map((s) => s.value)).toEqual(['sarcasm']);
    const biting = await read('a blim hm', own());
    expect(biting.signals.map((s) => s.value)).toEqual(['sarcasm']);
    expect(biting.sentiment.value).not.toBe('positive');
    expect(['joy', 'gratitude']).not.toContain(biting.emotion.value);
  });
  test.each(['', ' \n ', '48213', '> this zorgle of yours'])('%j is not the model’s to read', async (text) => {
    expect((await read(text, fakeRuntime({ zorgle: angry }))).emotion.value).toBe('neutral');
  });
  test.each(hostileTexts)('%s is read', async (_, text) => {
    expect((await read(text, fakeRuntime({}))).emotion.confidence).toBeGreaterThan(0);
  });
});

describe('a long message', () => {
  const runtime = () => fakeRuntime({ zorgle: angry, blim: { signals: { safety: 8 }, urgency: 6 } });
  test('is read in windows, and what stands at its very end counts', async () => {
    const own = runtime();
    const reading = await read(`${filler(40)} zorgle`, own);
    expect(own.runs[0]).toBeGreaterThan(3);
    expect(reading.emotion.value).toBe('anger');
  });
  test('a signal in any window is a signal of the message, and so is its hurry', async () => {
    const reading = await read(`${filler(15)} blim ${filler(15)} zorgle`, runtime());
    expect(reading.signals.map((s) => s.value)).toEqual(['safety']);
    expect(reading.urgency).toBeGreaterThan(0.9);
    expect(reading.emotion.value).toBe('anger');
  });
  test('windows of the same feeling agree', async () => {
    const short = await read('zorgle', runtime());
    const long = await read(`zorgle ${filler(20)} zorgle`, runtime());
    expect(long.emotion.value).toBe(short.emotion.value);
    expect(long.intensity).toBe(short.intensity);
  });
});

describe('the words that carried it', () => {
  test('are the known ones where they speak for the answer', async () => {
    const own = fakeRuntime({}, { 'w-anger': angry });
    const text = 'I am furious, the lamp is here';
    const { emotion } = await read(text, own);
    expect(emotion.marks.map((m) => [m.id, text.slice(m.start, m.end)])).toEqual([['w-anger', 'furious']]);
    expect(own.runs).toHaveLength(1);
  });
  test('else the phrase without which the feeling is gone', async () => {
    const own = fakeRuntime({ zorgle: angry });
    const text = 'The lamp is here. You are such a zorgle, I think. It is blue.';
    const { emotion } = await read(text, own);
    expect(emotion.marks).toHaveLength(1);
    expect(text.slice(emotion.marks[0]?.start, emotion.marks[0]?.end)).toContain('zorgle');
    expect(emotion.marks[0]?.end).toBeLessThanOrEqual(text.indexOf(' I think'));
    expect(own.runs).toHaveLength(2);
  });
  test('one run answers for the feeling and the signals', async () => {
    const own = fakeRuntime({ zorgle: angry, blim: { signals: { sarcasm: 9 } } });
    const text = 'The zorgle came. How very blim of you, dear people.';
    const { emotion, signals } = await read(text, own);
    const words = (marks: readonly { start: number; end: number }[]) =>
      marks.map((m) => text.slice(m.start, m.end)).join(' ');
    expect(words(emotion.marks)).toContain('zorgle');
    expect(words(signals.find((s) => s.value === 'sarcasm')?.marks ?? [])).toContain('blim');
    expect(own.runs).toHaveLength(2);
  });
  test('are never those of a quote', async () => {
    const text = 'A zorgle. That is all of it.\n> A zorgle, they wrote.';
    for (const mark of (await read(text, fakeRuntime({ zorgle: angry }))).emotion.marks)
      expect(mark.end).toBeLessThan(text.indexOf('>'));
  });
  test('cost nothing where nobody asks for them', async () => {
    const own = fakeRuntime({ zorgle: angry });
    expect((await read('You are a zorgle, I think.', own, { evidence: false })).emotion.marks).toEqual([]);
    expect(own.runs).toHaveLength(1);
  });
  test('a message of one phrase is its own evidence', async () => {
    const { emotion } = await read('zorgle', fakeRuntime({ zorgle: angry }));
    expect(emotion.marks).toEqual([{ id: 'x-said', start: 0, end: 6 }]);
  });
  test('in a language without spaces too', async () => {
    const text = '昨日届きました。本当に許せません。よろしくお願いします。';
    const japanese = createLexicon(new Map(), 'ja').concepts;
    const own = fakeRuntime({});
    // One piece a sign: the fake's words are what stands between spaces.
    own.tokenize = (given) => ({
      tokens: [...`▁${given}`],
      ids: [...`▁${given}`].map((sign) => (sign === '許' ? 50 : 51)),
    });
    own.run = async (windows) =>
      windows.map(({ inputIds }) => ({
        sentiment: [0, 0, inputIds.includes(50) ? 9 : 0],
        emotion: [0, 0, 0, 0, 0, 0, 0, 0, inputIds.includes(50) ? 9 : 0],
        intensity: [0, 0, 1, 0],
        signals: Array.from({ length: 9 }, () => -5),
        urgency: [0],
      }));
    own.settings = { ...own.settings, window: 60 };
    const features = extractFeatures(text, japanese);
    const { emotion } = await read(text, own, { features, language: 'ja' });
    expect(emotion.value).toBe('anger');
    expect(emotion.marks.map((m) => text.slice(m.start, m.end)).join('')).toContain('許');
    expect(emotion.marks.every((m) => m.end <= text.indexOf('よろしく'))).toBe(true);
  });
});

describe('beside the rules', () => {
  test('the model leads', async () => {
    const text = 'Thank you so much, you really are the best!';
    expect(readAffect(text, match).emotion.value).toBe('gratitude');
    const biting = fakeRuntime({
      best: { emotion: { anger: 8 }, sentiment: { negative: 8 }, signals: { sarcasm: 8 } },
    });
    const reading = await read(text, biting);
    expect(reading).toMatchObject({ emotion: { value: 'anger' }, sentiment: { value: 'negative' } });
    expect(reading.signals.map((s) => s.value)).toContain('sarcasm');
  });
  test('a feeling that the customer names stays where the model half agrees', async () => {
    const text = 'I am so angry, this is the worst service ever!!';
    const frustrated = (anger: number): Speaks => ({
      emotion: { frustration: 5, anger },
      sentiment: { negative: 9 },
    });
    expect((await read(text, fakeRuntime({ worst: frustrated(4.2) }))).emotion.value).toBe('anger');
    expect((await read(text, fakeRuntime({ worst: frustrated(0) }))).emotion.value).toBe('frustration');
  });
  test('smoke stays a matter of safety unless the model rules it out', async () => {
    const text = 'There is smoke coming out of the charger, is it dangerous?';
    const said = async (safety: number) =>
      (await read(text, fakeRuntime({ smoke: { signals: { safety } } }))).signals.map((s) => s.value);
    expect(await said(2.5)).toContain('safety');
    expect(await said(-4)).not.toContain('safety');
  });
  test('a word that a lead teaches changes the model’s reading', async () => {
    const text = 'Das Paket ist verschlurft';
    const words = loadWords('de');
    const taught = new Map([...words, ['f-late', [...(words.get('f-late') ?? []), 'verschlurft']]]);
    const own = () => fakeRuntime({}, { 'f-late': { emotion: { disappointment: 6 }, sentiment: { negative: 6 } } });
    const featuresBy = (list: typeof words) => extractFeatures(text, createLexicon(list, 'de').concepts);
    const before = await read(text, own(), { features: featuresBy(words), language: 'de' });
    const after = await read(text, own(), { features: featuresBy(taught), language: 'de' });
    expect(before.emotion.value).toBe('neutral');
    expect(after.emotion.value).toBe('disappointment');
    expect(after.concepts).toContain('f-late');
  });
});

describe('several messages', () => {
  test('are answered in their order, in one run', async () => {
    const own = fakeRuntime({ zorgle: angry, blim: pleased });
    const readings = await createAffectModel(own).read([
      input('a zorgle', { evidence: false }),
      input(`${filler(20)} blim`, { evidence: false }),
      input('a lamp', { evidence: false }),
    ]);
    expect(readings.map((r) => r.emotion.value)).toEqual(['anger', 'joy', 'neutral']);
    expect(own.runs).toHaveLength(1);
  });
  test('none are no run', async () => {
    const own = fakeRuntime({});
    expect(await createAffectModel(own).read([])).toEqual([]);
    expect(own.runs).toEqual([]);
  });
});

describe('reading ahead', () => {
  test('gives the model’s readings to whoever asks for these texts', async () => {
    const model = createAffectModel(fakeRuntime({ zorgle: angry, blim: pleased }));
    const reader = await readAhead(['a zorgle', 'a blim'], match, 'en', model);
    expect(reader('a blim', match).emotion.value).toBe('joy');
    expect(reader('a zorgle', match).emotion.value).toBe('anger');
  });
  test('fails as a whole: no reading is half the model’s', async () => {
    const broken = { read: () => Promise.reject(new Error('gone')) };
    await expect(readAhead(['a zorgle', 'a blim'], match, 'en', broken)).rejects.toThrow('gone');
  });
});
