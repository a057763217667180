/** What only a real browser can say about reading a page: style, layout, the Navigation API, time. Starts no program. */
import { expect, type Page, test } from '@playwright/test';
import type { ThreadResult } from '../../lib/desk/read.ts';
import { deskWorld } from './helpers.ts';

async function open(page: Page, messages: string, more = ''): Promise<<T>(expression: string) => Promise<T>> {
  await page.route('http://desk.test/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><head><meta name="attune-demo-desk"><title>Ticket</title>${more}</head><body>
        <main data-ticket="1" data-channel="email"><h1 class="subject">Late</h1><p class="customer-name">Ana</p>
        ${messages}<form class="reply"><div class="ProseMirror" contenteditable="true"><p><br></p></div></form></main></body></html>`,
    }),
  );
  await page.goto('http://desk.test/tickets/1');
  return deskWorld(page);
}

const message = (id: number, body: string) =>
  `<article data-message-id="${id}" data-role="customer"><b class="author">Ana</b><div class="body">${body}</div></article>`;

test('text that style hides is not read, and style decides about line ends', async ({ page }) => {
  const body = `<p>Seen.</p><p class="a">No.</p><p class="b">No.</p><p class="c">No.</p><div class="w">one\ntwo</div><div>three\nfour</div>`;
  const style = '<style>.a{display:none}.b{visibility:hidden}.c{opacity:0}.w{white-space:pre-wrap}</style>';
  const evaluate = await open(page, message(1, body), style);
  const result = await evaluate<ThreadResult>('attuneDesk.read()');
  expect(result).toHaveProperty('thread.messages.0.text', 'Seen.\n\none\ntwo\nthree four');
});

test('a message that is fading in is read', async ({ page }) => {
  const evaluate = await open(
    page,
    message(1, '<p>Here<span class="a"> not this</span></p>'),
    '<style>article{opacity:0}.a{display:none}</style>',
  );
  expect(await evaluate('attuneDesk.read()')).toHaveProperty('thread.messages.0.text', 'Here');
});

test('the page’s own History API is followed', async ({ page }) => {
  const evaluate = await open(page, message(1, 'Hello'));
  await evaluate('attuneDesk.watch()');
  const tickets = () => evaluate<(string | null)[]>('attuneDesk.changes().map((r) => r?.thread?.ticket ?? null)');
  await page.evaluate(() => history.pushState(null, '', '/'));
  await expect.poll(tickets).toEqual(['desk.test/1', null]);
  await page.evaluate(() => {
    history.pushState(null, '', '/tickets/2');
    document.querySelector('main')?.setAttribute('data-ticket', '2');
  });
  await expect.poll(tickets).toEqual(['desk.test/1', null, 'desk.test/2']);
  await page.goBack();
  await expect.poll(tickets).toEqual(['desk.test/1', null, 'desk.test/2', null]);
});

test('2,000 messages cost a few milliseconds, and typing nothing', async ({ page }) => {
  const body =
    '<p>Where is my <b>parcel</b>?</p><p>I have waited for a week.</p><blockquote><p>Before</p></blockquote>';
  const messages = Array.from({ length: 2_000 }, (_, i) => message(i, body)).join('');
  const evaluate = await open(page, messages);
  const cost = await evaluate<number>(
    '(() => { attuneDesk.read(); const t = performance.now(); for (let i = 0; i < 10; i++) attuneDesk.read(); return (performance.now() - t) / 10; })()',
  );
  test.info().annotations.push({ type: 'read of 2,000 messages', description: `${cost.toFixed(1)} ms` });
  expect(cost).toBeLessThan(50);
  const watch = await evaluate<number>(
    '(() => { const t = performance.now(); attuneDesk.watch(); return performance.now() - t; })()',
  );
  test.info().annotations.push({ type: 'watch of 2,000 messages', description: `${watch.toFixed(1)} ms` });
  expect(watch).toBeLessThan(100);
  await evaluate(
    'globalThis.looks = 0; const find = Element.prototype.querySelectorAll; Element.prototype.querySelectorAll = function (s) { globalThis.looks++; return find.call(this, s); }; undefined',
  );
  await page.locator('.ProseMirror').pressSequentially('Dear Ana');
  await page.waitForTimeout(500);
  expect(await evaluate('globalThis.looks')).toBe(0);
  await page.evaluate(
    (html) => document.querySelector('form.reply')?.insertAdjacentHTML('beforebegin', html),
    message(2_001, 'New'),
  );
  await expect.poll(() => evaluate('attuneDesk.changes().at(-1).thread.messages.at(-1).text')).toBe('New');
});
