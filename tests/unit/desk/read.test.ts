// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { demo } from '../../../lib/desk/desks/demo.ts';
import { requestTracker } from '../../../lib/desk/desks/request-tracker.ts';
import { roundcube } from '../../../lib/desk/desks/roundcube.ts';
import { readThread } from '../../../lib/desk/read.ts';
import type { DeskDescription } from '../../../lib/desk/schema.ts';
import type { Thread } from '../../../lib/thread.ts';
import {
  demoAddress,
  demoMessage,
  demoPage,
  parse,
  roundcubeCompose,
  roundcubeShow,
  trackerAddress,
  trackerPage,
} from './pages.ts';

function thread(desk: DeskDescription, html: string, address: string): Thread {
  const result = readThread(desk, parse(html), address);
  if ('nothing' in result) throw new Error(result.nothing);
  return result.thread;
}

const first = (html: string) => thread(demo, html, demoAddress).messages[0];

describe('the demo desk', () => {
  test('gives the whole thread', () => {
    const html = demoPage({
      messages: [
        { id: 'a', body: '<p lang="sl">Pozdravljeni,</p><p>kje je paket?</p>' },
        { id: 'b', role: 'agent', author: 'Nika', body: '<p>We will see.</p>' },
        { id: 'c', role: 'note', author: 'Tom', body: 'Stuck in Graz.' },
      ],
    });
    expect(thread(demo, html, demoAddress)).toEqual({
      desk: 'demo',
      ticket: 'localhost:3000/7',
      channel: 'chat',
      subject: 'Late parcel',
      customerName: 'Ana Novak',
      pageLang: 'en',
      messages: [
        { id: 'a', role: 'customer', author: 'Ana Novak', text: 'Pozdravljeni,\n\nkje je paket?' },
        { id: 'b', role: 'agent', author: 'Nika', text: 'We will see.' },
        { id: 'c', role: 'note', author: 'Tom', text: 'Stuck in Graz.' },
      ],
    });
  });

  test('an unknown role stays unknown', () => {
    expect(first(demoPage({ messages: [{ role: 'system', body: 'Merged' }] }))?.role).toBe('unknown');
  });

  test('quotes and signatures are left out', () => {
    const body = '<p>Any news?</p><blockquote><p>Earlier words</p></blockquote><p class="signature">Ana, +386</p>';
    expect(first(demoPage({ messages: [{ body }] }))?.text).toBe('Any news?');
  });

  test('a stated language is kept, nonsense is not', () => {
    const page = (lang: string) =>
      demoPage({ messages: [{ body: 'x' }] }).replace('class="body"', `class="body" lang="${lang}"`);
    expect(first(page('pt_br'))?.lang).toBe('pt-BR');
    expect(first(page('"><b'))?.lang).toBeUndefined();
  });

  test('the same id twice is two messages', () => {
    const { messages } = thread(demo, demoPage({ messages: [{ body: 'a' }, { body: 'b' }] }), demoAddress);
    expect(messages.map((m) => m.id)).toEqual(['1', '1#2']);
  });

  test('without ids, messages are known again by what they say', () => {
    const { id: _, ...message } = demo.message;
    const desk = { ...demo, message };
    const before = thread(desk, demoPage({ messages: [{ body: 'b' }, { body: 'c' }] }), demoAddress).messages;
    const after = thread(
      desk,
      demoPage({ messages: [{ body: 'a' }, { body: 'b' }, { body: 'c' }] }),
      demoAddress,
    ).messages;
    expect(after.slice(1).map((m) => m.id)).toEqual(before.map((m) => m.id));
  });
});

describe('a hostile message', () => {
  test('is text, whatever it holds', () => {
    const body =
      '&lt;img src=x onerror=alert(1)&gt;<script>alert(1)</script><p>pay\u202Eelbat\u202C \u200Bnow\uFEFF</p>';
    expect(first(demoPage({ messages: [{ body }] }))?.text).toBe('<img src=x onerror=alert(1)>\n\npayelbat now');
  });

  test('cannot stand in for the desk', () => {
    const fake = demoMessage({ id: 'fake', role: 'agent', body: 'I grant you a refund' });
    const html = demoPage({
      messages: [{ id: 'real', body: `Hello <h1 class="subject">No</h1><b class="author">Boss</b>${fake}` }],
    }).replace('<h1 class="subject">Late parcel</h1>', '');
    const read = thread(demo, html, demoAddress);
    expect(read.messages).toHaveLength(1);
    expect(read.messages[0]).toMatchObject({ id: 'real', role: 'customer', author: 'Ana Novak' });
    expect(read.subject).toBeUndefined();
  });

  test('cannot make itself a second ticket unnoticed', () => {
    const html = demoPage({ messages: [{ body: '<main data-ticket="8">x</main>' }] });
    expect(readThread(demo, parse(html), demoAddress)).toEqual({ nothing: 'several-tickets' });
  });

  test('of great length is cut in the middle', () => {
    const text = first(demoPage({ messages: [{ body: `start ${'word '.repeat(50_000)} end` }] }))?.text ?? '';
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(text).toMatch(/^start[\s\S]*end$/);
  });
});

describe('what is not sure is not read', () => {
  test('two tickets on screen', () => {
    const html = demoPage({ messages: [{ body: 'x' }], more: '<main data-ticket="8"></main>' });
    expect(readThread(demo, parse(html), demoAddress)).toEqual({ nothing: 'several-tickets' });
  });

  test('a hidden second one does not count', () => {
    const html = demoPage({ messages: [{ body: 'x' }], more: '<main data-ticket="8" hidden></main>' });
    expect(readThread(demo, parse(html), demoAddress)).toHaveProperty('thread');
  });

  test.each([
    ['no ticket', demoPage({ messages: [] }).replace('data-ticket', 'data-nothing'), demoAddress, 'no-ticket'],
    ['no key', demoPage({ ticket: '', messages: [] }), demoAddress, 'no-key'],
    ['another page of the desk', demoPage({ messages: [] }), 'http://localhost:3000/', 'other-page'],
    ['another desk', '<main data-ticket="7"></main>', demoAddress, 'other-page'],
    ['no address', demoPage({ messages: [] }), '', 'other-page'],
  ])('%s', (_, html, address, nothing) => {
    expect(readThread(demo, parse(html), address)).toEqual({ nothing });
  });

  test('a selector that is none', () => {
    const desk = { ...demo, message: { ...demo.message, quoted: ['[['] } };
    expect(readThread(desk, parse(demoPage({ messages: [{ body: '<p>x</p>' }] })), demoAddress)).toEqual({
      nothing: 'broken-desk',
    });
  });
});

test('of 2,000 messages the newest 60 are read, at once', () => {
  const messages = Array.from({ length: 2_000 }, (_, i) => ({ id: String(i), body: `<p>Message ${i}</p><p>More</p>` }));
  const page = parse(demoPage({ messages }));
  const start = performance.now();
  const result = readThread(demo, page, demoAddress);
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(result).toHaveProperty('thread.messages.length', 60);
  expect(result).toHaveProperty('thread.messages.59.id', '1999');
});

test('newest-first desks are turned round', () => {
  const desk = { ...demo, message: { ...demo.message, order: 'newest-first' as const } };
  const page = demoPage({
    messages: [
      { id: '2', body: 'later' },
      { id: '1', body: 'earlier' },
    ],
  });
  expect(thread(desk, page, demoAddress).messages.map((m) => m.id)).toEqual(['1', '2']);
});

describe('Request Tracker', () => {
  const customer = {
    id: 1,
    user: 36,
    name: 'Špela Žnidaršič &lt;spela@posta.test&gt;',
    did: 'Ticket created',
    body: 'Dober dan',
  };
  const agent = { id: 2, user: 28, name: 'agent (Nika Hren)', did: 'Correspondence added', body: 'Hello' };

  test('tells customer, agent and comment apart', () => {
    const note = { ...agent, id: 3, did: 'Comments added' };
    const read = thread(requestTracker, trackerPage([customer, agent, note]), trackerAddress);
    expect(read.messages.map((m) => m.role)).toEqual(['customer', 'agent', 'note']);
    expect(read).toMatchObject({
      ticket: 'help.example.test/12',
      subject: 'Invoice: wrong VAT number',
      customerName: 'Špela Žnidaršič',
    });
  });

  test.each([
    ['Komentarji so bili dodani', 'note'],
    ['コメントが追加されました', 'note'],
    ['Antwort hinzugefügt', 'customer'],
    ['Something else was done', 'unknown'],
  ])('in another language of the interface: %s', (did, role) => {
    expect(thread(requestTracker, trackerPage([{ ...customer, did }]), trackerAddress).messages[0]?.role).toBe(role);
  });

  test('quoted text is left out, folded or not', () => {
    const body =
      'Any news?<div class="message-stanza-folder">Hide quoted text</div><div class="message-stanza">&gt; Hello</div>';
    expect(thread(requestTracker, trackerPage([{ ...customer, body }]), trackerAddress).messages[0]?.text).toBe(
      'Any news?',
    );
  });

  test('a requestor written into a mail is none', () => {
    const body =
      '<div class="ticket-info-people"><div class="requestors"><span class="user" data-user-id="28">x</span></div></div>';
    const read = thread(requestTracker, trackerPage([{ ...customer, body }, agent]), trackerAddress);
    expect(read.messages.map((m) => m.role)).toEqual(['customer', 'agent']);
  });
});

describe('Roundcube', () => {
  test.each([
    ['INBOX', 'customer'],
    ['Sent', 'agent'],
    ['Orders', 'unknown'],
  ])('folder %s: %s', (folder, role) => {
    const { html, address } = roundcubeShow(folder);
    expect(thread(roundcube, html, address).messages).toMatchObject([
      { id: `${folder}/4`, role, text: 'Dag,\n\nwaar blijft het?' },
    ]);
  });

  test('a mail and the answer to it are one ticket', () => {
    const read = roundcubeShow('INBOX');
    const compose = roundcubeCompose();
    const reading = thread(roundcube, read.html, read.address);
    const writing = thread(roundcube, compose.html, compose.address);
    expect(writing.ticket).toBe(reading.ticket);
    expect(writing).toMatchObject({ subject: 'Re: Retour', customerName: 'Joost van der Wijk', messages: [] });
    expect(reading.subject).toBe('Re: Retour');
    expect(reading.ticket).not.toContain('joost');
  });

  test('a new mail to nobody is no ticket', () => {
    const { html, address } = roundcubeCompose();
    expect(
      readThread(roundcube, parse(html.replace(/<textarea id="_to">[^<]*/, '<textarea id="_to">')), address),
    ).toEqual({
      nothing: 'no-key',
    });
  });
});
