// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { demo } from '../../../lib/desk/desks/demo.ts';
import { desks } from '../../../lib/desk/index.ts';
import type { DeskDescription } from '../../../lib/desk/schema.ts';
import { type ThreadChange, watchThread } from '../../../lib/desk/watch.ts';
import { demoMessage, demoPage, show } from './pages.ts';

let lifetime: AbortController;
let changes: ThreadChange[];
const page = demoPage({ messages: [{ id: 'a', body: '<p>First</p>' }] });

beforeEach(() => {
  lifetime = new AbortController();
  changes = [];
});
afterEach(() => {
  lifetime.abort();
  vi.restoreAllMocks();
});

function watch(known: readonly DeskDescription[] = desks): void {
  watchThread(known, document, (change) => changes.push(change), lifetime.signal);
}

/** Longer than a batch takes. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 120));

function texts(change = changes.at(-1)): string[] | string | null {
  if (!change?.result) return null;
  return 'thread' in change.result ? change.result.thread.messages.map((m) => m.text) : change.result.nothing;
}

function append(selector: string, html: string): void {
  document.querySelector(selector)?.insertAdjacentHTML('beforeend', html);
}

describe('a ticket on screen', () => {
  test('is told at once, and not again without need', async () => {
    show(page);
    watch();
    expect(texts()).toEqual(['First']);
    append('h1', '<span hidden>x</span>');
    await settled();
    expect(changes).toHaveLength(1);
  });

  test('is followed when a message comes and when its text changes', async () => {
    show(page);
    watch();
    append('main section', demoMessage({ id: 'b', body: 'Second' }));
    await settled();
    expect(texts()).toEqual(['First', 'Second']);
    const text = document.querySelector('.body p')?.firstChild as Text;
    text.data = 'First, edited';
    await settled();
    expect(texts()).toEqual(['First, edited', 'Second']);
    expect(changes).toHaveLength(3);
  });

  test('many changes are one call', async () => {
    show(page);
    watch();
    for (let i = 0; i < 50; i++) append('main section', demoMessage({ id: `m${i}`, body: `${i}` }));
    await settled();
    expect(changes).toHaveLength(2);
  });

  test('is gone when it is taken away, and found when it comes back', async () => {
    show(page);
    watch();
    const main = document.querySelector('main');
    main?.remove();
    await settled();
    expect(texts()).toBe('no-ticket');
    if (main) document.body.append(main);
    await settled();
    expect(texts()).toEqual(['First']);
  });

  test('only the conversation is looked at where the desk names it', async () => {
    const desk: DeskDescription = { ...demo, conversation: [{ select: 'section', seen: '2026-11' }] };
    show(page);
    watch([desk]);
    append('main section', demoMessage({ id: 'b', body: 'Second' }));
    await settled();
    expect(texts()).toEqual(['First', 'Second']);
    const query = vi.spyOn(Element.prototype, 'querySelectorAll');
    append('h1', '<b>!</b>');
    await settled();
    expect(query).not.toHaveBeenCalled();
    const section = document.createElement('section');
    document.querySelector('main section')?.replaceWith(section);
    await settled();
    expect(texts()).toEqual([]);
    section.insertAdjacentHTML('beforeend', demoMessage({ id: 'c', body: 'Third' }));
    await settled();
    expect(texts()).toEqual(['Third']);
  });

  test('typing in the reply box is not looked at', async () => {
    show(page.replace('<textarea></textarea>', '<div class="ProseMirror" contenteditable="true"></div>'));
    watch();
    const query = vi.spyOn(Element.prototype, 'querySelectorAll');
    append('.ProseMirror', '<p>typed</p>');
    await settled();
    expect(query).not.toHaveBeenCalled();
  });
});

describe('going elsewhere', () => {
  test('by the History API', async () => {
    show(page);
    watch();
    history.pushState(null, '', '/tickets/8');
    document.querySelector('main')?.setAttribute('data-ticket', '8');
    await settled();
    expect(changes.at(-1)).toHaveProperty('result.thread.ticket', 'localhost:3000/8');
    history.pushState(null, '', '/');
    document.title = 'Inbox';
    await settled();
    expect(changes.at(-1)).toEqual({ desk: null, result: null });
    history.pushState(null, '', '/tickets/8');
    document.title = 'Ticket 8';
    await settled();
    expect(texts()).toEqual(['First']);
  });

  test('by going back', async () => {
    show(page);
    watch();
    history.replaceState(null, '', '/');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await settled();
    expect(changes.at(-1)?.desk).toBeNull();
  });

  test('by the hash', async () => {
    const { paths: _, ...match } = demo.match;
    const desk: DeskDescription = {
      ...demo,
      match: { ...match, hashes: ['#ticket/zoom/*'] },
      ticket: { parts: [[{ hash: '#ticket/zoom/*', seen: '2026-11' }]] },
    };
    show(page, 'http://localhost:3000/#ticket/zoom/4');
    watch([desk]);
    expect(changes.at(-1)).toHaveProperty('result.thread.ticket', 'localhost:3000/4');
    location.hash = '#ticket/zoom/5';
    await settled();
    expect(changes.at(-1)).toHaveProperty('result.thread.ticket', 'localhost:3000/5');
    location.hash = '#dashboard';
    await settled();
    expect(changes.at(-1)?.desk).toBeNull();
  });
});

test('a ticket in a frame that comes later is read, and followed there', async () => {
  const desk: DeskDescription = {
    ...demo,
    activeRoot: [{ frame: 'iframe', select: 'main[data-ticket]', seen: '2026-11' }],
  };
  show('<html><head><meta name="attune-demo-desk"></head><body><div></div></body></html>');
  watch([desk]);
  expect(texts()).toBe('no-ticket');
  const frame = document.createElement('iframe');
  document.querySelector('div')?.append(frame);
  const inner = new DOMParser().parseFromString(page, 'text/html').querySelector('main');
  if (inner) frame.contentDocument?.body.append(inner);
  frame.dispatchEvent(new Event('load'));
  await settled();
  expect(texts()).toEqual(['First']);
  frame.contentDocument
    ?.querySelector('section')
    ?.insertAdjacentHTML('beforeend', demoMessage({ id: 'b', body: 'Second' }));
  await settled();
  expect(texts()).toEqual(['First', 'Second']);
});

describe('where there is nothing to do', () => {
  test('a page of no desk is left alone', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    show('<html><head><title>Shop</title></head><body><main></main></body></html>');
    watch();
    append('main', '<p>x</p>');
    await settled();
    expect(changes).toEqual([]);
    expect(observe).not.toHaveBeenCalled();
  });

  test('a signal that is over starts nothing', () => {
    show(page);
    const listen = vi.spyOn(document, 'addEventListener');
    lifetime.abort();
    watch();
    expect(changes).toEqual([]);
    expect(listen).not.toHaveBeenCalled();
  });

  test('the signal ends everything, a look that is due as well', async () => {
    show(page);
    watch();
    append('main section', demoMessage({ id: 'b', body: 'Second' }));
    await Promise.resolve();
    lifetime.abort();
    append('main section', demoMessage({ id: 'c', body: 'Third' }));
    history.pushState(null, '', '/');
    window.dispatchEvent(new PopStateEvent('popstate'));
    document.title = 'x';
    await settled();
    expect(changes).toHaveLength(1);
  });

  test('a desk with a broken selector does not take the others with it', () => {
    show(page);
    const broken = { ...demo, id: 'broken', match: { hosts: ['*'], fingerprint: ['[['] } };
    watch([broken, ...desks]);
    expect(texts()).toEqual(['First']);
  });
});
