import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../../lib/affect/lexicon.ts';
import { readRegister } from '../../../lib/register/read.ts';
import type { Message } from '../../../lib/thread.ts';
import { loadWords } from '../../../scripts/lib/shipped.ts';
import { customerWords, seeds } from '../engine/helpers.ts';
import { anyText } from '../text/arbitrary.ts';

const matcher = (language: string) => createLexicon(loadWords(language), language).register;
const messages = (...texts: string[]): Message[] => texts.map((text, i) => ({ id: `m${i}`, role: 'customer', text }));
const german = matcher('de');

describe('the customer’s own words', () => {
  test.each([
    ['de', 'Können Sie mir bitte sagen, wann Ihre Lieferung kommt?', 'formal'],
    ['de', 'Kannst du mir sagen, wann dein Paket kommt?', 'informal'],
    ['de', 'Wann kommt das Paket?', 'unmarked'],
    ['nl', 'Kunt u mij zeggen wanneer uw pakket komt?', 'formal'],
    ['nl', 'Kun je me zeggen wanneer het komt?', 'informal'],
    ['sl', 'Ali mi lahko prosim poveste, kdaj pride?', 'formal'],
    ['fr', 'Pouvez-vous me dire quand votre colis arrive ?', 'formal'],
  ])('%s: %s is %s', (language, text, value) => {
    expect(readRegister(messages(text), matcher(language)).value).toBe(value);
  });
  test('what is quoted has no say', () => {
    expect(readRegister(messages('Danke.\n> Kannst du mir dein Foto schicken?'), german).value).toBe('unmarked');
  });
});

describe('the thread', () => {
  test('the register is held: a short last message without a sign changes nothing', () => {
    const read = readRegister(messages('Können Sie mir helfen? Ich warte auf Ihre Antwort.', 'Ok.'), german);
    expect(read.value).toBe('formal');
    expect(read.evidence.every((e) => e.message === 'm0')).toBe(true);
  });
  test('formal wins a tie: one du is no invitation', () => {
    const tie = (words: Record<string, string[]>) => createLexicon(new Map(Object.entries(words)), 'en').register;
    const match = tie({ 'r-formal': ['formal'], 'r-informal': ['informal'] });
    expect(readRegister(messages('formal', 'informal'), match).value).toBe('formal');
    expect(readRegister(messages('informal', 'formal'), match).value).toBe('formal');
    expect(readRegister(messages('informal informal', 'formal'), match).value).toBe('informal');
  });
  test('a mixed thread is less sure than a clear one', () => {
    const clear = readRegister(messages('Ich danke Ihnen. Haben Sie Ihre Mail?'), german);
    const mixed = readRegister(messages('Ich danke Ihnen. Haben Sie das? Kannst du mal?'), german);
    expect(mixed.confidence).toBeLessThan(clear.confidence);
  });
  test('no messages are unmarked, with no confidence', () => {
    expect(readRegister([], german)).toEqual({ value: 'unmarked', confidence: 0, source: 'text', evidence: [] });
  });
});

describe('the plural, polite to one and plain to a company', () => {
  const lists = new Map([
    ['r-formal', ['dobrý den']],
    ['r-informal', ['ahoj']],
    ['r-plural', ['můžete', 'máte']],
    ['r-casual', ['sakra', 'fakt']],
  ]);
  const read = (...texts: string[]) => readRegister(messages(...texts), createLexicon(lists, 'cs').register);
  test('is a polite sign in a written message', () => {
    expect(read('Kdy můžete přijet?')).toMatchObject({
      value: 'formal',
      evidence: [{ words: 'můžete', means: 'formal' }],
    });
  });
  test('is no sign in a quick line, and none in a message of another writer’s capital', () => {
    expect(read('kdy můžete přijet').value).toBe('unmarked');
    expect(read('> Dobrý den\nkdy můžete přijet').value).toBe('unmarked');
  });
  test('stays polite beside a polite sign, however the line opens', () => {
    expect(read('dobrý den, kdy můžete přijet').value).toBe('formal');
  });
  test('beside an emoji it is an unsure familiar sign; a trade mark is no emoji', () => {
    const emoji = read('Kdy můžete přijet? 😊');
    expect(emoji.value).toBe('informal');
    expect(emoji.confidence).toBeLessThan(0.6);
    expect(read('Kdy můžete dodat Sauna™?').value).toBe('formal');
  });
  test('tone alone is familiar but no invitation', () => {
    const angry = read('sakra, zase nic');
    expect(angry).toMatchObject({ value: 'informal', evidence: [{ words: 'sakra' }] });
    expect(angry.confidence).toBeLessThan(0.6);
  });
  test('tone does not outweigh address', () => {
    expect(read('Dobrý den, sakra, fakt, sakra').value).toBe('formal');
    expect(read('Máte to, sakra?').value).toBe('formal');
    expect(read('Ahoj, sakra')).toMatchObject({ value: 'informal', confidence: 0.67 });
  });
  test('tone in one message leaves a polite thread polite', () => {
    expect(read('Dobrý den, máte to?', 'sakra, fakt, sakra').value).toBe('formal');
  });
});

test('what stands in quotation marks are mostly the company’s words', () => {
  expect(readRegister(messages('Die Ansage sagt „Bitte haben Sie Geduld“. Seit Stunden.'), german).value).toBe(
    'unmarked',
  );
  const after = readRegister(messages('Erst "gleich", dann nichts. Können Sie helfen?'), german);
  expect(after.evidence.map((e) => e.words)).toEqual(['Können Sie']);
});

describe('the seed tickets', () => {
  const wanted: Record<string, string> = {
    sl: 'formal',
    nl: 'informal',
    sv: 'unmarked',
    ar: 'formal',
    de: 'formal',
    ja: 'formal',
    pt: 'unmarked',
    en: 'unmarked',
    pl: 'formal',
    fr: 'formal',
  };
  test.each([...seeds])('%s', (language, thread) => {
    expect(readRegister(messages(...customerWords(thread)), matcher(language)).value).toBe(wanted[language]);
  });
});

test('evidence is the words of the message it names, and speaks for the register', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyText, fc.constantFrom('haben Sie', 'wie Ihr', 'kannst du', 'dein ')), { maxLength: 4 }),
      (texts) => {
        const thread = messages(...texts);
        const read = readRegister(thread, german);
        for (const { message, start, end, words, means } of read.evidence) {
          expect(thread.find((m) => m.id === message)?.text.slice(start, end)).toBe(words);
          expect(means).toBe(read.value);
        }
      },
    ),
  );
});
