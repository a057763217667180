import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractFeatures } from '../../../lib/affect/features.ts';
import { createLexicon, type Lexicon } from '../../../lib/affect/lexicon.ts';
import { readAffect } from '../../../lib/affect/read.ts';
import { weights } from '../../../lib/affect/weights.ts';
import { emotions, sentiments, signals } from '../../../lib/reading.ts';
import { loadWords } from '../../../scripts/lib/shipped.ts';
import { customerWords, seeds } from '../engine/helpers.ts';
import { anyText, hostileTexts } from '../text/arbitrary.ts';

const kept = new Map<string, Lexicon>();
function lexicon(language: string): Lexicon {
  const known = kept.get(language) ?? createLexicon(loadWords(language), language);
  kept.set(language, known);
  return known;
}
const read = (text: string, language = 'en') => readAffect(text, lexicon(language).concepts);
const features = (text: string, language = 'en') => extractFeatures(text, lexicon(language).concepts).map((f) => f.id);

describe('negation', () => {
  test.each([
    ['en', 'It is not perfect', 'x-not-good'],
    ['en', 'not at all happy', 'x-not-good'],
    ['de', 'Das ist nicht perfekt', 'x-not-good'],
    ['nl', 'Dat is niet perfect', 'x-not-good'],
    ['en', 'I am not angry', 'x-not-bad'],
  ])('%s: “%s” is turned round', (language, text, id) => {
    expect(features(text, language)).toContain(id);
  });
  test('reaches no further than its sentence', () => {
    expect(features('No. Terrible service!')).toContain('e-terrible');
    expect(features('No! Perfect service')).toContain('e-excellent');
  });
  test('reaches no further than two words', () => {
    expect(features('not what we said in May, terrible')).toContain('e-terrible');
  });
  test('not happy is no joy', () => {
    expect(['joy', 'gratitude']).not.toContain(read('I am not happy with this at all').emotion.value);
  });
});

describe('signs that are no words', () => {
  test('a Greek question ends in what is a semicolon elsewhere', () => {
    const ids = (text: string, language: string) => extractFeatures(text, lexicon(language).concepts).map((f) => f.id);
    expect(ids('Πόσο κοστίζει η παράδοση;', 'el')).toContain('x-question');
    expect(ids('I waited; nothing came.', 'en')).not.toContain('x-question');
  });
  test('Romanian is read with comma and with cedilla', () => {
    const ids = (text: string) => read(text, 'ro').concepts;
    expect(ids('Mulţumesc, aştept coletul.')).toEqual(ids('Mulțumesc, aștept coletul.'));
    expect(ids('Mulţumesc')).toContain('w-gratitude');
  });
  test('a Turkish capital İ is an i', () => {
    expect(read('İade etmek istiyorum.', 'tr').concepts).toContain('f-refund');
  });
  test.each([
    ['Is it here?', 'x-question'],
    ['Hello; is it here?', 'x-question'],
    ['هل وصل؟', 'x-question'],
    ['Stop!!', 'x-exclamations'],
    ['GIVE ME MY MONEY BACK', 'x-capitals'],
    ['ok 😡', 'x-emoji-angry'],
    ['ok ❤', 'x-emoji-love'],
    ['well…', 'x-dots'],
  ])('%s has %s', (text, id) => {
    expect(features(text)).toContain(id);
  });
  test('a word in capitals is an abbreviation', () => {
    expect(features('The HTTP call and the PDF fail')).not.toContain('x-capitals');
  });
  test('quoted shouting is not the customer’s', () => {
    expect(features('Thanks\n> STOP SHOUTING!!')).not.toContain('x-capitals');
    expect(features('Thanks\n> STOP SHOUTING!!')).not.toContain('x-exclamations');
  });
});

describe('emphasis and a feast are no joy beside an ill that is named', () => {
  test.each([
    [
      'fr',
      'Je suis extrêmement déçue, c’était le cadeau d’anniversaire de mon fils et tout est gâché, quelle catastrophe !',
    ],
    ['it', 'Sono preoccupata, ho tanta paura, non dormo più!!'],
    ['es', 'Estoy muy decepcionada, era el regalo de mi madre, me siento totalmente defraudada!'],
    ['pt', 'Estou muito preocupada e com muito medo, em pânico, não consigo dormir!!'],
    ['pl', 'Bardzo się boję, ktoś włamał się na moje konto!'],
    ['cs', 'Moc se bojím, někdo se mi naboural do účtu!'],
  ])('%s: %s', (language, text) => {
    const { emotion, sentiment } = read(text, language);
    expect(['joy', 'gratitude']).not.toContain(emotion.value);
    expect(sentiment.value).not.toBe('positive');
  });
  test('joy that is named stays', () => {
    expect(read('I was so worried, but it arrived in time. I am so happy!').emotion.value).toBe('joy');
  });
});

describe('evidence', () => {
  test('the place of every feature is in the text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'de', 'ar', 'ja'), (text, language) => {
        for (const { start, end } of extractFeatures(text, lexicon(language).concepts)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
  test('of an emoji is the emoji and no half of what follows', () => {
    for (const text of ['❤', '❤ x', 'ok 😡 now']) {
      const found = extractFeatures(text, lexicon('en').concepts).find((f) => f.id.startsWith('x-emoji'));
      expect(['❤', '😡']).toContain(text.slice(found?.start, found?.end));
    }
  });
  test('shows the words that led to the emotion, at most four', () => {
    const text = 'I am furious. This is the third time I have written and it is still broken. Unacceptable!';
    const { emotion } = read(text);
    expect(emotion.value).toBe('anger');
    const words = emotion.marks.map((m) => text.slice(m.start, m.end).toLowerCase());
    expect(words).toContain('furious');
    expect(emotion.marks.length).toBeLessThanOrEqual(4);
  });
  test('no emotion is claimed without a word to show for it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { emotion } = read(text);
        if (emotion.value !== 'neutral') expect(emotion.marks.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('nothing to read', () => {
  test.each(['', ' \n ', '48213', '…', 'https://example.test', '> quoted anger', 'xyzzy plugh'])(
    '%j is neutral, without intensity or signals',
    (text) => {
      const { emotion, intensity, signals: said, sentiment } = read(text);
      expect([emotion.value, intensity, said, sentiment.value]).toEqual(['neutral', 0, [], 'neutral']);
    },
  );
});

describe('readings', () => {
  test.each([
    ['en', 'I am so angry, this is the worst service ever!!', 'anger'],
    ['de', 'Ich bin stinksauer, das ist eine Frechheit!', 'anger'],
    ['nl', 'Ik ben woedend, dit is een schande!', 'anger'],
    ['en', 'Thank you so much, you saved me!', 'gratitude'],
    ['sl', 'Najlepša hvala za hitro pomoč!', 'gratitude'],
    ['de', 'Ich bin sehr enttäuscht von Ihrem Produkt.', 'disappointment'],
    ['en', 'I am really worried that my money is lost.', 'worry'],
  ])('%s: %s', (language, text, emotion) => {
    expect(read(text, language).emotion.value).toBe(emotion);
  });
  test('sarcasm is heard, and no gratitude for it', () => {
    const { signals: said, emotion } = read('Oh great, another delay. Thanks for nothing.');
    expect(said.map((s) => s.value)).toContain('sarcasm');
    expect(['gratitude', 'joy']).not.toContain(emotion.value);
  });
  test('a plain question is neutral', () => {
    const { emotion, sentiment } = read('Do you also have this lamp in white?');
    expect([emotion.value, sentiment.value]).toEqual(['neutral', 'neutral']);
  });
  test('smoke is a matter of safety', () => {
    expect(read('There is smoke coming out of the charger, is it dangerous?').signals.map((s) => s.value)).toContain(
      'safety',
    );
  });
  test.each([...seeds])('the seed ticket in %s gives a reading in range', (language, thread) => {
    for (const text of customerWords(thread)) {
      const { emotion, urgency, signals: said } = read(text, language);
      expect(emotion.confidence).toBeGreaterThan(0);
      expect(emotion.confidence).toBeLessThanOrEqual(1);
      expect(urgency).toBeGreaterThanOrEqual(0);
      expect(urgency).toBeLessThanOrEqual(1);
      for (const { confidence } of said) expect(confidence).toBeGreaterThanOrEqual(0.5);
    }
  });
});

test('the table of weights has a column for every answer', () => {
  for (const output of [
    ...emotions,
    ...signals,
    ...sentiments.map((s) => `sentiment-${s}` as const),
    'intensity' as const,
    'urgency' as const,
  ]) {
    expect(Object.keys(weights[output]).length).toBeGreaterThan(0);
  }
});

test('the same text gives the same reading', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(read(text)).toEqual(read(text));
    }),
  );
});

describe('hostile input is read', () => {
  test.each(hostileTexts)('%s', (_, text) => {
    expect(emotions).toContain(read(text).emotion.value);
  });
});
