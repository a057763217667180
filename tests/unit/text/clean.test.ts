import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownWords, withoutQuotes } from '../../../lib/text/clean.ts';
import { anyText, hostileTexts } from './arbitrary.ts';

const squeezed = (text: string): string => ownWords(text).replace(/\s+/gu, ' ').trim();

describe('ownWords', () => {
  test('has the length of the text, whatever the text is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(ownWords(text)).toHaveLength(text.length);
        expect(withoutQuotes(text)).toHaveLength(text.length);
      }),
    );
  });

  test('every character is the one of the text or a space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const own = ownWords(text);
        for (let i = 0; i < text.length; i++) expect([text[i], ' ']).toContain(own[i]);
      }),
    );
  });

  test('cleaning what is clean changes nothing', () => {
    const text = 'Guten Tag,\n\nich warte noch immer. Was ist los?\n\nAnna';
    expect(ownWords(text)).toBe(text);
  });

  test.each([
    ['quoted lines', 'Thanks!\n> You are angry\n  > > very angry\nAnna', 'Thanks! Anna'],
    ['quotes with a bar', 'Danke\n| wütend\nAnna', 'Danke Anna'],
    ['the header above a quote', 'Hvala.\n\nOn 18. 11. 2026 at 10:12, Nika Hren wrote:\n> Hello', 'Hvala.'],
    [
      'the header with an empty line before the quote',
      'Hvala.\nDne 18. 11. 2026 je Nika napisala:\n\n> Hello',
      'Hvala.',
    ],
    ['a header whose quote the desk took away', 'Hvala.\n\nOn 18. 11. 2026 at 10:12, Nika Hren wrote:\n', 'Hvala.'],
    ['all behind the signature mark', 'Danke\n-- \nAnna Müller\nWütend GmbH', 'Danke'],
    ['a device line', 'Danke\n\nSent from my iPhone', 'Danke'],
    ['a German device line', 'Danke\n\nVon meinem iPhone gesendet', 'Danke'],
    ['a Japanese device line', 'ありがとう\n\niPhoneから送信', 'ありがとう'],
    ['web addresses', 'see https://example.test/angry?x=y and www.sad.test ok', 'see and ok'],
    ['mail addresses', 'write to angry.man@very-sad.example please', 'write to please'],
    [
      'order numbers, amounts, dates and codes',
      'order 48213 for € 14,95 on 3.11. says E-1043 v7.2',
      'order for € on says',
    ],
  ])('takes out %s', (_, text, left) => {
    expect(squeezed(text)).toBe(left);
  });

  test.each([
    ['a colon without a quote behind it', 'I ordered 2 things:\na lamp\na chair\na table\na bed'],
    ['a sentence that begins like a device line', 'Von meinem Konto wurde doppelt abgebucht'],
    ['a Finnish sentence that begins with “sent”', 'Lähetetty paketti ei ole saapunut'],
  ])('keeps %s', (_, text) => {
    expect(squeezed(text)).toBe(text.replace(/\S*\d\S*/gu, '').replace(/\s+/gu, ' '));
  });

  test.each([
    ['Japanese', '注文から3日待っても届きません', '注文から 日待っても届きません'],
    ['Japanese beside a code', 'E-1043です。困っています', 'です。困っています'],
    ['Chinese', '我等了3个星期还没收到', '我等了 个星期还没收到'],
    ['Thai', 'รอมา3วันแล้ว', 'รอมา วันแล้ว'],
    ['Korean', '3일째기다렸어요', '일째기다렸어요'],
  ])('a digit takes no sentence of %s with it', (_, text, left) => {
    expect(squeezed(text)).toBe(left);
  });

  test.each(['7abibi', '3ayez a3raf fein el order', 'ma 3ad te5las', 'el shi7na a7ot'])(
    'keeps Arabic in Latin letters: %s',
    (text) => {
      expect(ownWords(text)).toBe(text);
    },
  );
  test.each(['3rd', '5km', '9am', 'b2b', 'mp3', 'x7k', 'SKU7abibi', '7up9', '3mal', 'A7B3'])(
    'a code or amount is no Arabic: %s',
    (text) => {
      expect(ownWords(text).trim()).toBe('');
    },
  );

  test.each(hostileTexts)('reads %s in one go', (_, text) => {
    expect(ownWords(text)).toHaveLength(text.length);
  });
});

describe('withoutQuotes', () => {
  test('keeps numbers and addresses', () => {
    expect(withoutQuotes('order 48213 at https://a.test\n> quoted 99999')).toBe(
      `order 48213 at https://a.test\n${' '.repeat(14)}`,
    );
  });
});
