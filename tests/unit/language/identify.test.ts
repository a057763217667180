import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifyLanguage, type LanguageHints } from '../../../lib/language/identify.ts';
import { nameOther } from '../../../lib/language/name-other.ts';
import { rank } from '../../../lib/language/rank.ts';
import {
  choosePack,
  directionOf,
  displayName,
  languageFromIso6393,
  languageOf,
  readLanguages,
  toIso6393,
} from '../../../lib/locale.ts';
import { loadLanguageModel } from '../../../scripts/lib/shipped.ts';
import { customerWords, seeds } from '../engine/helpers.ts';
import { anyText, hostileTexts } from '../text/arbitrary.ts';

const tools = { model: loadLanguageModel(), nameOther };
const identify = (texts: string | string[], hints: LanguageHints = {}) =>
  identifyLanguage([texts].flat(), hints, tools);

describe('the seed tickets', () => {
  test.each([...seeds])('%s', (language, thread) => {
    const reading = identify(customerWords(thread).reverse());
    expect(reading.value).toBe(language);
    expect(reading.confidence).toBeGreaterThan(0.8);
  });

  test.each([...seeds])('%s, from the first message alone', (language, thread) => {
    expect(identify(customerWords(thread).slice(0, 1)).value).toBe(language);
  });
});

describe('short messages', () => {
  test.each([
    ['de', 'Wo bleibt denn meine Bestellung?'],
    ['nl', 'Waar blijft mijn bestelling nou?'],
    ['sv', 'När kommer min beställning egentligen?'],
    ['sl', 'Kje je moje naročilo? Čakam že dva tedna.'],
    ['en', 'Where is my order, please? I am still waiting.'],
    ['fr', 'Où est ma commande, s’il vous plaît ?'],
  ])('%s: %s', (language, text) => {
    expect(identify(text).value).toBe(language);
  });
  test.each([
    ['ja', 'まだ届きません'],
    ['zh', '还没有收到'],
    ['ko', '아직 안 왔어요'],
    ['el', 'Δεν ήρθε'],
    ['he', 'לא הגיע'],
    ['th', 'ยังไม่ได้รับ'],
    ['hi', 'नहीं मिला'],
    ['ja', 'Pixel 8 が動きません'],
  ])('%s is settled by its script: %s', (language, text) => {
    expect(identify(text)).toMatchObject({ value: language, source: 'text' });
  });
});

describe('too little is an answer', () => {
  test.each([
    '',
    ' \n ',
    '🙂👍',
    '48213',
    '3.11.2026 14,95 €',
    'https://example.test/de/bestellung',
    '> Wo bleibt meine Bestellung denn nur?',
    '!!! ???',
    '\uD83D',
  ])('%j is unknown', (text) => {
    expect(identify(text)).toMatchObject({ value: 'unknown', confidence: 0 });
  });
  test('a word that several languages have is unknown, and the panel can ask', () => {
    const reading = identify('ok super');
    expect(reading.value).toBe('unknown');
    expect(reading.others.length).toBeGreaterThan(0);
  });
  test('no messages at all', () => {
    expect(identify([]).value).toBe('unknown');
    expect(identify([]).others).toEqual([]);
  });
});

describe('hints', () => {
  test('what the page says of the message settles thin evidence, and says so', () => {
    expect(identify('Hallo')).toMatchObject({ value: 'unknown' });
    expect(identify('Hallo', { page: ['de-AT'] })).toMatchObject({ value: 'de', source: 'page' });
  });
  test('what the page says does not overrule a clear text', () => {
    expect(
      identify('Wo bleibt denn meine Bestellung? Ich warte schon seit drei Wochen darauf.', { page: ['sv'] }).value,
    ).toBe('de');
  });
  test('the page alone makes no language', () => {
    expect(identify('🙂', { page: ['de'] }).value).toBe('unknown');
  });
  test('the agent’s correction decides', () => {
    expect(identify('Wo bleibt denn meine Bestellung?', { corrected: 'nl', page: ['de'] })).toMatchObject({
      value: 'nl',
      confidence: 1,
      source: 'agent',
    });
  });
  test('only the languages asked for are in question', () => {
    const { candidates } = rank('Kje je moje naročilo in kdaj pride?', tools.model, { among: ['sl', 'hr'] });
    expect(candidates.map(({ language }) => language)).toEqual(['sl', 'hr']);
  });
});

test('quotes, addresses and numbers have no say', () => {
  const text =
    'Hvala, paketa še vedno ni in ne vem, kaj naj naredim.\n\n> Hello Špela,\n> thank you for your message, we are checking with the carrier and will get back to you';
  expect(identify(text).value).toBe('sl');
});

test('any text gets a language or “unknown”, in range', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { value, confidence, others } = identify(text);
      expect(value).toMatch(/^(unknown|[a-z]{2,3})$/);
      for (const c of [confidence, ...others.map((o) => o.confidence)]) {
        expect(c).toBeGreaterThanOrEqual(0);
        expect(c).toBeLessThanOrEqual(1);
      }
      expect(others.map((o) => o.language)).not.toContain(value);
    }),
  );
});

describe('hostile input is read', () => {
  test.each(hostileTexts)('%s', (_, text) => {
    expect(typeof identify(text).value).toBe('string');
  });
});

describe('scripts', () => {
  test.each([
    ['Привіт', 'cyrillic'],
    ['مرحبا', 'arabic'],
    ['Hello', 'latin'],
    ['ሰላም', 'ethiopic'],
    ['', 'other'],
  ])('%s is %s', (text, script) => {
    expect(rank(text, tools.model).script).toBe(script);
  });
  test('a brand name in Latin letters does not turn a Thai message', () => {
    expect(identify('สั่งซื้อ Samsung แล้วยังไม่ได้รับ').value).toBe('th');
  });
  test('a Japanese name in a Chinese message does not turn it', () => {
    expect(identify('我在你们店里买了一个の牌子的东西还没有收到请尽快处理谢谢').value).toBe('zh');
  });
  test.each([
    ['am', 'እንኳን ደህና መጡ'],
    ['ka', 'სად არის ჩემი შეკვეთა'],
    ['hy', 'Որտեղ է իմ պատվերը'],
    ['ur', 'میرا آرڈر کہاں ہے، ابھی تک نہیں ملا'],
    ['fa', 'سفارش من کجاست؟ هنوز نرسیده است'],
    ['is', 'Hvar er pöntunin mín? Ég hef beðið í tvær vikur.'],
    ['eu', 'Non dago nire eskaera? Bi aste daramatzat zain.'],
    ['lv', 'Kur ir mans pasūtījums? Gaidu jau divas nedēļas.'],
  ])('%s has no word list, but a name', (language, text) => {
    expect(identify(text).value).toBe(language);
  });
});

describe('Latin letters in the place of others', () => {
  test.each([
    ['ru', 'gde moy zakaz? ya zhdu uzhe dve nedeli i nikto ne otvechaet'],
    ['el', 'pou einai i paraggelia mou? perimeno edo kai dio evdomades'],
    ['ar', 'fein el talab beta3i, ana mestani men esbo3ein w ma7adesh byrod 3alaya'],
    ['ar', '7abibi, el shi7na lessa mawsaletsh, 3ayez a3raf hya fein'],
    ['hi', 'mera order abhi tak nahi aaya hai, kab milega mujhe'],
    ['sr', 'Gde je moja porudžbina? Čekam već dve nedelje i niko se ne javlja.'],
  ])('%s', (language, text) => {
    expect(identify(text).value).toBe(language);
  });
});

describe('the region, where words show it', () => {
  test.each([
    ['de-AT', 'Ich warte schon seit Jänner auf meine Bestellung, Servus und danke.'],
    ['de-CH', 'Das Velo ist grossartig, aber die Lieferung an meine Strasse heisst es sei verspätet.'],
    ['pt-BR', 'Você pode me ajudar com o boleto? Estou esperando o reembolso.'],
    ['pt-PT', 'O meu telemóvel ainda não chegou e já fiz o contacto com a transportadora.'],
    ['zh-TW', '請問我的訂單什麼時候會到？'],
    ['zh-CN', '请问我的订单什么时候会到？'],
    ['en-GB', 'My favourite mug arrived in the wrong colour, the parcel was open.'],
    ['en-US', 'My favorite mug arrived in the wrong color, please check my zip.'],
  ])('%s', (region, text) => {
    expect(identify(text).region?.value).toBe(region);
  });
  test('most messages show none', () => {
    expect(identify('Wo bleibt denn meine Bestellung? Ich warte schon lange.').region).toBeUndefined();
  });
});

describe('a thread', () => {
  test('the latest message leads when the customer changes the language', () => {
    expect(
      identify([
        'Sorry, I would rather write in English, is that all right for you?',
        'Wo bleibt denn meine Bestellung? Ich warte schon seit drei Wochen darauf.',
      ]).value,
    ).toBe('en');
  });
  test('earlier messages settle a lone ambiguous word', () => {
    expect(identify(['Ciao', 'Dov’è il mio ordine? Lo aspetto ormai da tre settimane.'])).toMatchObject({
      value: 'it',
    });
  });
});

test('a megabyte of one letter is read, because only its beginning is', () => {
  for (const text of [
    'a'.repeat(1_000_000),
    'a '.repeat(500_000),
    '\u202e\u0645a'.repeat(300_000),
    '\ud83d'.repeat(1_000_000),
  ]) {
    expect(identify(text).value).toBe(identify(text.slice(0, 4_000)).value);
  }
});

describe('tags', () => {
  test.each([
    ['de-AT', 'de'],
    ['pt_BR', 'pt'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['ZH-Hant', 'zh'],
    ['', undefined],
    ['deutsch', undefined],
    ['d', undefined],
    ['x-klingon', undefined],
  ])('%j is %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });
  test('every language we read has a code of ISO 639-3 and comes back from it', () => {
    for (const language of readLanguages) expect(languageFromIso6393(toIso6393(language) ?? '')).toBe(language);
  });
  test('writing direction follows the language', () => {
    expect(['ar-EG', 'he', 'de', ''].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
  });
  test('a name that the platform does not have is the tag', () => {
    expect(displayName('de', 'en')).toBe('German');
    expect(displayName('not a tag', 'en')).toBe('not a tag');
  });
});

describe('choosePack', () => {
  const available = ['de', 'de-AT', 'de-CH', 'pt-BR', 'en', 'en-GB'];
  test.each([
    ['the language', 'de', [], 'de'],
    ['the region that the team prefers', 'de', ['de-AT'], 'de-AT'],
    ['the region asked for before the preferred one', 'de-CH', ['de-AT'], 'de-CH'],
    ['the preferred region where the one asked for has no pack', 'de-LI', ['de-AT'], 'de-AT'],
    ['the language where the region has no pack', 'de-LI', [], 'de'],
    ['another region where the language has no pack of its own', 'pt', [], 'pt-BR'],
    ['nothing of another language', 'fr', ['de-AT'], undefined],
    ['no preference that has no pack', 'en', ['en-NZ'], 'en'],
  ])('takes %s', (_, wanted, preferred, chosen) => {
    expect(choosePack(wanted, available, preferred)).toBe(chosen);
  });
});
