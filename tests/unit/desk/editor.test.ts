// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { demo } from '../../../lib/desk/desks/demo.ts';
import { findEditor, rememberEditor, watchSend } from '../../../lib/desk/editor.ts';
import type { DeskDescription } from '../../../lib/desk/schema.ts';
import { demoPage, show } from './pages.ts';

const page = demoPage({ messages: [{ body: '<textarea class="not-this"></textarea>' }] });
const seen = '2026-11';

let lifetime: AbortController;
beforeEach(() => {
  lifetime = new AbortController();
});
afterEach(() => lifetime.abort());

function must(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(selector);
  return element;
}

describe('the reply box', () => {
  test('is found, with what is written in it', () => {
    show(page);
    expect(findEditor(demo, document)).toMatchObject({ element: must('form.reply textarea'), mode: 'reply' });
    must('form.reply').setAttribute('data-mode', 'note');
    expect(findEditor(demo, document)?.mode).toBe('note');
  });

  test('does not count while it is hidden or switched off', () => {
    show(page);
    must('form.reply').style.display = 'none';
    expect(findEditor(demo, document)).toBeNull();
  });

  test('is not looked for on a page with two tickets', () => {
    show(demoPage({ messages: [], more: '<main data-ticket="8"></main>' }));
    expect(findEditor(demo, document)).toBeNull();
  });

  test('is the one that had the focus last', () => {
    show(page);
    must('form.reply').insertAdjacentHTML('beforeend', '<textarea id="second"></textarea>');
    rememberEditor(demo, document, lifetime.signal);
    must('#second').focus();
    must('button.send').focus();
    expect(findEditor(demo, document)?.element.id).toBe('second');
  });

  test('is forgotten with the signal', () => {
    show(page);
    must('form.reply').insertAdjacentHTML('beforeend', '<textarea id="second"></textarea>');
    rememberEditor(demo, document, lifetime.signal);
    lifetime.abort();
    must('#second').focus();
    must('button.send').focus();
    expect(findEditor(demo, document)?.element.id).toBe('');
  });

  test('is found in a frame and in an open shadow root', () => {
    show(page);
    const frame = document.createElement('iframe');
    must('form.reply').append(frame);
    frame.contentDocument?.body.setAttribute('contenteditable', 'true');
    const host = document.createElement('div');
    must('form.reply').append(host);
    const inner = document.createElement('div');
    inner.setAttribute('contenteditable', 'true');
    host.attachShadow({ mode: 'open' }).append(inner);
    const desk = (select: string, frameSelector?: string): DeskDescription => ({
      ...demo,
      pierce: 'open-shadow',
      editor: { ...demo.editor, candidates: [{ select, seen, ...(frameSelector ? { frame: frameSelector } : {}) }] },
    });
    const framed = findEditor(desk('body', 'form.reply iframe'), document);
    expect(framed?.element).toBe(frame.contentDocument?.body);
    expect(framed?.rect()).toMatchObject({ left: 0, top: 0 });
    expect(findEditor(desk('div[contenteditable]'), document)?.element).toBe(inner);
  });
});

test('sending is noticed until the signal', () => {
  show(page);
  const sent = vi.fn();
  watchSend(demo, document, sent, lifetime.signal);
  must('button.send').click();
  must('h1').click();
  lifetime.abort();
  must('button.send').click();
  expect(sent).toHaveBeenCalledTimes(1);
});
