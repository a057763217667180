// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { surroundings } from '../../../lib/desk/insert/caret.ts';
import { copyText } from '../../../lib/desk/insert/clipboard.ts';
import { families, familyOf } from '../../../lib/desk/insert/families.ts';
import { insertText } from '../../../lib/desk/insert/insert-text.ts';

beforeEach(() => document.body.replaceChildren());

function add(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.body.append(...parsed.body.childNodes);
  return (document.querySelector('[data-here]') ?? document.body.lastElementChild) as HTMLElement;
}

describe('families', () => {
  test.each([
    ['field', '<textarea></textarea>'],
    ['ckeditor5', '<div class="ck ck-content ck-editor__editable" contenteditable="true"></div>'],
    ['prosemirror', '<div class="tiptap ProseMirror" contenteditable="true"></div>'],
    ['lexical', '<div data-lexical-editor="true" contenteditable="true"></div>'],
    [
      'quill1',
      '<div class="ql-container"><div class="ql-editor" data-here></div><div class="ql-clipboard"></div></div>',
    ],
    ['quill2', '<div class="ql-container"><div class="ql-editor" data-here></div></div>'],
    ['rooster', '<div data-testid="rooster-editor-focus-trap-zone"><div contenteditable="true" data-here></div></div>'],
    ['plaintext-only', '<div contenteditable="plaintext-only"></div>'],
    ['unknown', '<div contenteditable="true"></div>'],
  ])('%s', (name, html) => {
    expect(familyOf(add(html)).name).toBe(name);
  });

  test('have names and ways in of their own', () => {
    expect(new Set(families.map((family) => family.name)).size).toBe(families.length);
    for (const family of families) expect(family.order.length, family.name).toBeGreaterThan(0);
  });
});

describe('surroundings of the caret', () => {
  /** `|` marks the caret. */
  function at(html: string): { before: string; after: string } {
    const element = add(`<div contenteditable="true">${html}</div>`);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const offset = node.data.indexOf('|');
      if (offset === -1) continue;
      node.deleteData(offset, 1);
      document.getSelection()?.collapse(node, offset);
      return surroundings(element);
    }
    throw new Error('no caret');
  }

  test.each([
    ['Hello|', 'Hello', ''],
    ['<p>One</p><p>Two|</p>', 'One\nTwo', ''],
    ['<p>One</p>\n  <p>|</p>', 'One\n', ''],
    ['<p>One<br>two|</p><p>Three</p>', 'One\ntwo', '\nThree'],
    ['<p>One</p><p><br></p><p>|Three</p>', 'One\n\n', 'Three'],
    ['<div><p>One</p></div><ul><li>a</li><li>b|c</li></ul>', 'One\na\nb', 'c'],
    ['<p><b>He</b>llo <i>wo|rld</i></p>', 'Hello wo', 'rld'],
  ])('%s', (html, before, after) => {
    const around = at(html);
    expect(around.before).toBe(before);
    expect(around.after.trimEnd()).toBe(after);
  });

  test('of a field', () => {
    const field = add('<textarea>Hello world</textarea>') as HTMLTextAreaElement;
    field.setSelectionRange(0, 6);
    expect(surroundings(field)).toEqual({ before: 'Hello ', after: 'world' });
  });
});

describe('inserting', () => {
  test('a field takes the text at its caret and tells the page', async () => {
    const field = add('<textarea>Hello</textarea>') as HTMLTextAreaElement;
    field.setSelectionRange(5, 5);
    const onInput = vi.fn();
    field.addEventListener('input', onInput);
    expect(await insertText(field, 'One.\n\nTwo.', { separate: true })).toEqual({ ok: true, how: 'setRangeText' });
    expect(field.value).toBe('Hello\n\nOne.\n\nTwo.');
    expect(field.selectionStart).toBe(field.value.length);
    expect(onInput).toHaveBeenCalledTimes(1);
  });

  test('a selection is not replaced', async () => {
    const field = add('<textarea>Hello</textarea>') as HTMLTextAreaElement;
    field.setSelectionRange(0, 5);
    await insertText(field, ' there');
    expect(field.value).toBe('Hellothere');
  });

  test('calls at the same time wait for each other', async () => {
    const field = add('<textarea></textarea>') as HTMLTextAreaElement;
    await Promise.all([insertText(field, 'One.', { separate: true }), insertText(field, 'Two.', { separate: true })]);
    expect(field.value).toBe('One.\n\nTwo.');
  });

  test('a page that takes the text back is found out', async () => {
    const field = add('<textarea>Mine</textarea>') as HTMLTextAreaElement;
    field.addEventListener('input', () => setTimeout(() => (field.value = 'Mine'), 100));
    expect(await insertText(field, 'Yours')).toEqual({ ok: false, reason: 'rejected' });
  });

  test.each([
    ['read-only', '<textarea readonly></textarea>'],
    ['read-only', '<fieldset disabled><textarea data-here></textarea></fieldset>'],
    ['read-only', '<div contenteditable="false"></div>'],
    ['read-only', '<div inert><textarea data-here></textarea></div>'],
    ['rejected', '<input type="number">'],
    ['rejected', '<textarea maxlength="3"></textarea>'],
    ['rejected', '<div contenteditable="true"></div>'],
  ])('%s: %s', async (reason, html) => {
    const element = add(html);
    expect(await insertText(element, 'Text')).toEqual({ ok: false, reason });
    expect(element.textContent).toBe('');
  });

  test('a reply box that has left the page is gone', async () => {
    expect(await insertText(document.createElement('textarea'), 'Text')).toEqual({ ok: false, reason: 'gone' });
  });

  test('nothing is not inserted', async () => {
    expect(await insertText(add('<textarea></textarea>'), ' \n ')).toEqual({ ok: false, reason: 'rejected' });
  });
});

test('copying says so when the browser would not', async () => {
  expect(await copyText('Text')).toBe(false);
});
