// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { demo } from '../../../lib/desk/desks/demo.ts';
import type { Value, When } from '../../../lib/desk/schema.ts';
import { holds, lookAtTicket, readValue, type Ticket } from '../../../lib/desk/ticket.ts';
import { demoPage, parse } from './pages.ts';

const seen = '2026-11';
const address = 'http://localhost:3000/tickets/7?folder=INBOX.Sent#ticket/zoom/9';

function look(): { ticket: Ticket; item: Element } {
  const html = demoPage({ messages: [{ body: '<i class="inside">x</i>' }] })
    .replace('<article', '<article class="row left" data-user="36"')
    .replace('</h1>', '</h1><input name="kind" value="private"><ul><li class="requestor" data-user="36"></li></ul>');
  const result = lookAtTicket(demo, parse(html), new URL(address));
  if ('nothing' in result) throw new Error(result.nothing);
  const item = result.ticket.root.querySelector('article');
  if (!item) throw new Error('no message');
  return { ticket: result.ticket, item };
}

describe('conditions', () => {
  test.each<[string, When, boolean]>([
    ['attribute', { attribute: { name: 'data-role', is: ['agent', 'customer'] } }, true],
    ['attribute of another value', { attribute: { name: 'data-role', is: ['agent'] } }, false],
    ['attribute that is not there', { attribute: { name: 'data-none', is: [''] } }, false],
    ['class', { class: ['right', 'left'] }, true],
    ['ancestor', { ancestor: 'main' }, true],
    ['no such ancestor', { ancestor: 'form' }, false],
    ['has', { has: '.author' }, true],
    ['has, but only in what the customer wrote', { has: '.inside' }, false],
    ['without', { without: '.lock' }, true],
    ['text that ends so', { endsWith: { select: '.author', words: ['Novak'] } }, true],
    ['the same id elsewhere', { sameId: { select: '.author', attribute: 'data-user', among: '.requestor' } }, false],
    ['parameter', { parameter: { name: 'folder', is: ['*.Sent'] } }, true],
    ['control', { control: { select: '[name="kind"]', is: ['private'] } }, true],
    ['all of several', { class: ['left'], has: '.author' }, true],
    ['not all of several', { class: ['left'], has: '.lock' }, false],
  ])('%s', (_, when, expected) => {
    const { ticket, item } = look();
    expect(holds(when, item, ticket)).toBe(expected);
  });

  test.each([
    [0, 300, 'left'],
    [300, 600, 'right'],
    [150, 450, undefined],
    [0, 0, undefined],
  ])('a box from %i to %i of 600 stands %s', (left, right, side) => {
    const { ticket, item } = look();
    const rect = (from: number, to: number) => () => ({ left: from, right: to, width: to - from }) as DOMRect;
    item.getBoundingClientRect = rect(left, right);
    (item.parentElement as Element).getBoundingClientRect = rect(0, 600);
    const sides = (['left', 'right'] as const).filter((is) => holds({ side: { is } }, item, ticket));
    expect(sides).toEqual(side ? [side] : []);
  });
});

describe('values', () => {
  const value = (...values: Omit<Value, 'seen'>[]) =>
    readValue(
      values.map((v) => ({ ...v, seen })),
      look().ticket,
    );

  test.each<[string, Omit<Value, 'seen'>[], string | undefined]>([
    ['the first that is there', [{ select: '.none' }, { select: 'h1' }], 'Late parcel'],
    ['attribute', [{ attribute: 'data-ticket' }], '7'],
    ['control', [{ select: '[name="kind"]', control: true }], 'private'],
    ['parameter', [{ parameter: 'folder' }], 'INBOX.Sent'],
    ['path', [{ path: '/tickets/*' }], '7'],
    ['hash', [{ hash: '#ticket/zoom/*' }], '9'],
    ['after', [{ select: 'h1', after: 'e ' }], 'parcel'],
    ['after what is not there', [{ select: 'h1', after: ': ' }], undefined],
    ['drop', [{ select: 'h1', drop: ['LATE'] }], 'parcel'],
    ['only where it holds', [{ select: 'h1', when: { has: '.none' } }], undefined],
  ])('%s', (_, values, expected) => {
    expect(value(...values)).toBe(expected);
  });

  test.each([
    ['"Ana Novak" <Ana@Posta.test>', 'Ana Novak', 'ana@posta.test'],
    ['Ana <a@x.test>, Bo <b@x.test>,', 'Ana', 'a@x.test'],
    ['ana@posta.test', undefined, 'ana@posta.test'],
  ])('name and mail of %s', (text, name, mail) => {
    const { ticket } = look();
    const heading = ticket.root.querySelector('h1') as Element;
    heading.textContent = text;
    expect(readValue([{ select: 'h1', part: 'name', seen }], ticket)).toBe(name);
    expect(readValue([{ select: 'h1', part: 'mail', seen }], ticket)).toBe(mail);
  });
});
