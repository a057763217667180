import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../lib/affect/lexicon.ts';
import { readAffect } from '../../../lib/affect/read.ts';
import { correct, customerTexts, emptyReading, readThread, statedLanguages } from '../../../lib/read-thread.ts';
import { emotions, type LanguageReading, sentimentOf } from '../../../lib/reading.ts';
import { findReference } from '../../../lib/reference.ts';
import { correctionSchema, threadSchema } from '../../../lib/thread-schema.ts';
import { readTopics } from '../../../lib/topics.ts';
import { loadWords } from '../../../scripts/lib/shipped.ts';
import { anyText, hostileTexts } from '../text/arbitrary.ts';
import { readingOf, seeds, threadOf } from './helpers.ts';

const english: LanguageReading = { value: 'en', confidence: 1, source: 'agent', evidence: [], others: [] };
const lexicon = createLexicon(loadWords('en'), 'en');
const read = (...args: Parameters<typeof threadOf>) =>
  readThread(threadOf(...args), english, {}, { lexicon, affect: readAffect });

describe('the thread', () => {
  test('the latest message leads, and the one before tells where it goes', () => {
    const calm = 'Do you know when my parcel comes?';
    const angry = 'I am furious, this is unacceptable and the worst service ever!';
    expect(read([calm, angry]).reading).toMatchObject({ emotion: { value: 'anger' }, trend: 'rising' });
    expect(read([angry, calm]).reading).toMatchObject({ emotion: { value: 'neutral' }, trend: 'falling' });
    expect(read([angry]).reading.trend).toBe('steady');
  });
  test('the stage is first until someone wrote before', () => {
    expect(read(['a']).stage).toBe('first');
    expect(read(['a', 'b']).stage).toBe('follow-up');
    expect(read([['agent', 'a'], 'b']).stage).toBe('follow-up');
    expect(read([['note', 'a'], 'b']).stage).toBe('first');
  });
  test('no customer, no words: a neutral reading', () => {
    expect(read([]).reading).toEqual(emptyReading(english));
    expect(read([['agent', 'I am furious']]).reading).toEqual(emptyReading(english));
  });
  test('the customer’s texts come newest first, and what the page says of them alone', () => {
    const thread = threadOf(['a', ['agent', 'b'], 'c']);
    expect(customerTexts(thread)).toEqual(['c', 'a']);
    expect(
      statedLanguages({
        ...thread,
        messages: thread.messages.map((m) => ({ ...m, lang: m.role === 'agent' ? 'en' : 'de' })),
      }),
    ).toEqual(['de', 'de']);
  });
  test('any messages give a reading', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('customer', 'agent', 'note', 'unknown'), anyText), { maxLength: 5 }),
        fc.option(anyText, { nil: undefined }),
        (messages, customerName) => {
          const { reading } = read(messages, customerName === undefined ? {} : { customerName });
          expect(emotions).toContain(reading.emotion.value);
          expect(reading.emotion.intensity === 0).toBe(reading.emotion.value === 'neutral');
        },
      ),
    );
  });
});

describe('corrections', () => {
  const before = readingOf({ emotion: 'anger', intensity: 2 });
  test('none changes nothing', () => {
    expect(correct(before, {})).toEqual(before);
  });
  test('an emotion brings its sentiment, and an intensity that fits', () => {
    for (const emotion of emotions) {
      const { emotion: after, sentiment } = correct(before, { emotion });
      expect([after.value, after.source, sentiment]).toEqual([emotion, 'agent', sentimentOf(emotion)]);
      expect(after.intensity).toBe(emotion === 'neutral' ? 0 : 2);
    }
    expect(correct(readingOf(), { emotion: 'joy' }).emotion.intensity).toBe(1);
  });
});

describe('findReference', () => {
  test.each([
    ['order 48213 please', '48213'],
    ['Rechnung RE-2026-1187 vom 02.11.2026', 'RE-2026-1187'],
    ['注文番号:JP-55302', 'JP-55302'],
    ['pedido 7730-BR', '7730-BR'],
    ['(48213)', '48213'],
    ['orders 48213 and 48214', undefined],
    ['48213, and 48213 again', '48213'],
    ['RE-2026-1187 for 20000 pieces', 'RE-2026-1187'],
    ['call +43 660 1234567', undefined],
    ['Tel. 01234567', undefined],
    ['am 2026-11-20', undefined],
    ['in 2026', undefined],
    ['€ 1249 or 1249 EUR', undefined],
    ['12000 km', undefined],
    ['fel E-1043', undefined],
    ['DE 999 999 999', undefined],
    ['00000', undefined],
    ['1.249,00', undefined],
    ['see https://a.test/48213', undefined],
    ['a@48213.test', undefined],
    ['> order 48213', undefined],
    ['order 12', undefined],
    ['', undefined],
  ])('%j: %s', (text, wanted) => {
    expect(findReference([text])).toBe(wanted);
  });
  test.each([
    ['sl', '48213'],
    ['nl', 'NL-00721'],
    ['sv', undefined],
    ['ar', '90417'],
    ['de', 'RE-2026-1187'],
    ['ja', 'JP-55302'],
    ['pt', '7730-BR'],
    ['en', undefined],
    ['pl', '66120'],
    ['fr', undefined],
  ])('the seed ticket in %s: %s', (language, wanted) => {
    expect(findReference(customerTexts(seeds.get(language) ?? threadOf([])))).toBe(wanted);
  });
  test.each(hostileTexts)('reads %s', (_, text) => {
    expect(['string', 'undefined']).toContain(typeof findReference([text]));
  });
});

describe('topics', () => {
  const topicsOf = (...texts: string[]) => readTopics(texts, lexicon.concepts);
  test('the one most spoken of comes first; praise only where nothing is the matter', () => {
    expect(topicsOf('I was charged twice, please refund me. The parcel is late.')[0]).toBe('billing');
    expect(topicsOf('Excellent, perfect service, thank you!')).toEqual(['praise']);
    expect(topicsOf('Thank you, but my parcel is late')).toEqual(['delivery']);
    expect(topicsOf('xyzzy')).toEqual([]);
  });
});

describe('what the background accepts', () => {
  const thread = threadOf(['a'], { customerName: 'Anna' });
  test('a thread, and nothing beside it', () => {
    expect(threadSchema.parse(thread)).toEqual(thread);
    for (const wrong of [
      null,
      {},
      { ...thread, extra: 1 },
      { ...thread, channel: 'fax' },
      { ...thread, ticket: '' },
      { ...thread, customerName: 'x'.repeat(501) },
      { ...thread, messages: [{ id: 'a', role: 'boss', text: '' }] },
      { ...thread, messages: Array.from({ length: 61 }, () => thread.messages[0]) },
      { ...thread, messages: [{ id: 'a', role: 'customer', text: 'x'.repeat(30_000) }] },
    ]) {
      expect(threadSchema.safeParse(wrong).success).toBe(false);
    }
  });
  test('a correction, or null', () => {
    expect(correctionSchema.parse({ language: 'de', intensity: 3 })).toEqual({ language: 'de', intensity: 3 });
    expect(correctionSchema.parse(null)).toBeNull();
    for (const wrong of [{ language: 'DE-AT; drop' }, { intensity: 4 }, { emotion: 'rage' }, { evidence: [] }])
      expect(correctionSchema.safeParse(wrong).success).toBe(false);
  });
});
