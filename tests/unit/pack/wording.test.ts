import { describe, expect, test } from 'vitest';
import { readLanguages } from '../../../lib/locale.ts';
import { calques } from '../../../lib/pack/calques.ts';
import { resolvePack } from '../../../lib/pack/resolve.ts';
import type { Pack } from '../../../lib/pack/schema.ts';
import { rulesFor, typographyRules } from '../../../lib/pack/typography.ts';
import { checkWording, longestText } from '../../../lib/pack/wording.ts';

const resolve = (locale: string, pack: Partial<Pack>) =>
  resolvePack(locale, [], [{ kind: 'built-in', pack: { format: 1, locale, ...pack } }]);
const problems = (locale: string, text: string, more: Partial<Pack> = {}, english?: string) =>
  checkWording(
    resolve(locale, { phrases: [{ id: 'ack.late', move: 'acknowledge', text: { any: text } }], ...more }),
    english === undefined
      ? undefined
      : resolve('en', { phrases: [{ id: 'ack.late', move: 'acknowledge', text: { any: english } }] }),
  ).map(({ problem }) => problem);

describe('typography', () => {
  test.each([
    ['de', 'Das ist  doppelt.'],
    ['de', 'Er sagte "nein".'],
    ['de', 'Er sagte «nein».'],
    ['de-CH', 'Mit besten Grüßen'],
    ['fr', "L'envoi est en retard."],
    ['fr', 'Pouvez-vous confirmer?'],
    ['fr', 'Le colis « perdu »'],
    ['es', 'Cuándo llega?'],
    ['es', 'Muchas gracias!'],
    ['ar', 'متى يصل الطلب?'],
    ['ar', 'شكرا, سنرد'],
    ['el', 'Πότε θα έρθει?'],
    ['ja', '確認します.'],
    ['zh', '我们 会处理'],
    ['de', 'Danke！'],
    ['ru', 'Мы провeрим заказ.'],
    ['sl', 'Pravi „da“.'],
    ['en', 'Great! Thanks!'],
  ])('%s: %s is found', (locale, text) => {
    expect(problems(locale, text)).not.toEqual([]);
  });
  test.each([
    ['de', 'Er sagte „nein“.'],
    ['de-CH', 'Mit besten Grüssen'],
    ['fr', 'L’envoi est en retard\u202f; pouvez-vous confirmer\u202f?'],
    ['fr-CA', 'Pouvez-vous confirmer?'],
    ['es', 'Gracias. ¿Cuándo llega? ¡Listo!'],
    ['ar', 'متى يصل الطلب؟ شكرا، سنرد.'],
    ['el', 'Πότε θα έρθει;'],
    ['ja', '確認します。少々お待ちください。'],
    ['he', "ג'ורג' יחזור אליך."],
    ['ru', 'Мы проверим заказ в Attune.'],
  ])('%s: %s is right', (locale, text) => {
    expect(problems(locale, text)).toEqual([]);
  });
  test('every rule holds somewhere', () => {
    const used = new Set(['de', 'de-CH', 'fr', 'es', 'ar', 'el', 'ja', 'sl', 'en'].flatMap(rulesFor));
    expect(typographyRules.filter((rule) => !used.has(rule))).toEqual([]);
  });
});

describe('wording', () => {
  test('a text that is a letter is too long, the sooner in chat', () => {
    const long = 'Wort '.repeat(longestText.chat / 5 + 1).trim();
    expect(problems('de', long)).toEqual([]);
    const phrases = [{ id: 'ack.late', move: 'acknowledge' as const, text: { any: 'Kurz.', anyChat: long } }];
    expect(problems('de', '', { phrases })).toEqual([`it has ${long.length} characters`]);
  });
  test('another script', () => {
    expect(problems('ru', 'We will check the order.')).toEqual(['most of it is in another script']);
  });
  test('accents apart from their letters', () => {
    expect(problems('de', 'Für Sie'.normalize('NFD'))).toEqual(['its accents are apart from their letters']);
  });
  test('what is left in English', () => {
    expect(problems('de', 'Thanks for waiting.', {}, 'Thanks for waiting.')).toEqual(['it is the English text']);
    expect(problems('de', '{salutation}', {}, '{salutation}')).toEqual([]);
    expect(problems('en-GB', 'Thanks for waiting.', {}, 'Thanks for waiting.')).toEqual([]);
  });
  test('the pack’s own avoid-list, in phrases and in what it offers instead', () => {
    const avoid = [{ id: 'avoid.soon', forms: ['demnächst'], why: 'no date', instead: 'Wir melden uns demnächst.' }];
    expect(problems('de', 'Wir melden uns demnächst.', { avoid })).toEqual([
      '“demnächst” is on the pack’s own avoid-list',
      '“demnächst” is on the avoid-list itself',
    ]);
  });
  test.each([
    ['en', 'I understand your frustration.'],
    ['de', 'Bitte beruhigen Sie sich.'],
    ['ja', 'お気持ちはよくわかります。'],
    ['fr', 'Je comprends votre frustration.'],
  ])('%s: empathy by template (%s)', (locale, text) => {
    expect(problems(locale, text).join()).toContain('empathy by template');
  });
  test('every language that we read has its templates', () => {
    expect(readLanguages.filter((language) => !calques[language]?.length)).toEqual([]);
  });
  test('one customer text as an example twice', () => {
    const examples = [
      { customer: 'Wo ist es?', offered: true },
      { customer: 'Wo ist es?', offered: false },
    ];
    const phrases = [{ id: 'ack.late', move: 'acknowledge' as const, text: { any: 'Spät.' }, examples }];
    expect(problems('de', '', { phrases })).toEqual(['it is the text of phrase ack.late › example 1']);
  });
});
