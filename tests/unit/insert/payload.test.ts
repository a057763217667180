import { describe, expect, test } from 'vitest';
import {
  commandApart,
  escapeHtml,
  htmlPayload,
  linePayload,
  type PayloadOptions,
  paragraphsOf,
  textPayload,
} from '../../../lib/desk/insert/payload.ts';

const nothing = { before: '', after: '' };
const options: PayloadOptions = { paragraphs: 'p', separate: false, apart: { before: '<p></p>', after: '<p></p>' } };
const separate: PayloadOptions = { ...options, separate: true };

describe('paragraphs', () => {
  test('blank lines divide them, single breaks stay inside', () => {
    expect(paragraphsOf('One\r\ntwo\r\n\r\nThree\n \n\t\nFour')).toEqual([['One', 'two'], ['Three'], ['Four']]);
  });

  test('white space at the edges is no paragraph', () => {
    expect(paragraphsOf('\n\n One \n\n')).toEqual([['One']]);
    expect(paragraphsOf(' \n\n ')).toEqual([]);
  });
});

describe('text', () => {
  test('gets as many line breaks as the draft lacks for a blank line', () => {
    const around = (before: string, after = '') => textPayload('Thanks.', { before, after }, { separate: true });
    expect(around('')).toBe('Thanks.');
    expect(around('  \n')).toBe('Thanks.');
    expect(around('Hello')).toBe('\n\nThanks.');
    expect(around('Hello\n')).toBe('\nThanks.');
    expect(around('Hello\n\n')).toBe('Thanks.');
    expect(around('', 'Yours')).toBe('Thanks.\n\n');
    expect(around('', '\n\n-- \nAna')).toBe('Thanks.');
  });

  test('goes on with the line unless it must be separate', () => {
    expect(textPayload('One.\n\nTwo.', { before: 'Hello ', after: 'x' }, { separate: false })).toBe('One.\n\nTwo.');
  });

  test('is one line in a field of one line', () => {
    expect(linePayload('One,\ntwo.\n\nThree.', { before: 'Re:', after: '' }, { separate: true })).toBe(
      ' One, two. Three.',
    );
  });
});

describe('html', () => {
  test('shows markup literally', () => {
    expect(escapeHtml('<b title="x">&amp;</b>')).toBe('&lt;b title=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;');
    expect(htmlPayload('<script>x</script>', nothing, options)).toBe('&lt;script&gt;x&lt;/script&gt;');
  });

  test('one paragraph is inline, several are blocks', () => {
    expect(htmlPayload('One,\ntwo.', nothing, options)).toBe('One,<br>two.');
    expect(htmlPayload('One.\n\nTwo.', nothing, options)).toBe('<p>One.</p><p>Two.</p>');
  });

  test('the first paragraph goes on with the line the caret stands in', () => {
    expect(htmlPayload('One.\n\nTwo.', { before: 'Hello ', after: '' }, options)).toBe('One.<p>Two.</p>');
    expect(htmlPayload('One.\n\nTwo.', { before: 'Hello\n', after: '' }, options)).toBe('<p>One.</p><p>Two.</p>');
  });

  test('right-to-left paragraphs say so', () => {
    expect(htmlPayload('أ\n\nب', nothing, { ...options, dir: 'rtl' })).toBe('<p dir="rtl">أ</p><p dir="rtl">ب</p>');
  });

  test('paragraphs have an attribute where the editor would take the plain text otherwise', () => {
    const picky = { ...options, needsAttribute: true };
    expect(htmlPayload('One.\n\nTwo.', nothing, picky)).toBe('<p dir="auto">One.</p><p dir="auto">Two.</p>');
    expect(htmlPayload('One.\n\nTwo.', nothing, { ...picky, dir: 'ltr' })).toContain('<p dir="ltr">Two.</p>');
    expect(htmlPayload('One.', nothing, picky)).toBe('One.');
  });

  test('a separate phrase is never joined to what stands on its line', () => {
    const around = { before: 'Hello', after: '' };
    expect(htmlPayload('One.', around, separate)).toBe('<p></p><p>One.</p>');
    expect(htmlPayload('One.', around, { ...separate, apart: { before: '', after: '' } })).toBe('<p>One.</p>');
    expect(htmlPayload('One.', around, { ...separate, apart: commandApart })).toBe('<p><br></p><p>One.</p>');
    expect(htmlPayload('One.', { before: '', after: 'Yours' }, separate)).toBe('<p>One.</p><p></p>');
    expect(htmlPayload('One.', { before: '', after: 'Yours' }, { ...separate, apart: { before: '', after: '' } })).toBe(
      '<p>One.</p>',
    );
    expect(htmlPayload('One.', nothing, separate)).toBe('One.');
  });

  test('empty blocks between paragraphs where the desk wants them', () => {
    const wide: PayloadOptions = { ...separate, paragraphs: 'p+empty' };
    expect(htmlPayload('One.\n\nTwo.', nothing, wide)).toBe('<p>One.</p><p><br></p><p>Two.</p>');
    expect(htmlPayload('One.', { before: 'Hello', after: '' }, wide)).toBe('<p></p><p><br></p><p>One.</p>');
    expect(htmlPayload('One.', { before: 'Hello\n', after: '' }, wide)).toBe('<p><br></p><p>One.</p>');
    expect(htmlPayload('One.', { before: 'Hello\n\n', after: '' }, wide)).toBe('One.');
  });

  test('blank lines in one block where the desk wants those', () => {
    const lines: PayloadOptions = { ...separate, paragraphs: 'br' };
    expect(htmlPayload('One.\n\nTwo.', { before: 'Hello', after: '' }, lines)).toBe('<br><br>One.<br><br>Two.');
  });
});
