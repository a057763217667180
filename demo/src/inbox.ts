/** The list of tickets: a page of its own, and the column beside a ticket where there is room. */
import { h } from './dom.ts';
import { type Ticket, tickets } from './tickets.ts';

export function inboxList(current: string | undefined, linkTo: (path: string) => string): HTMLElement {
  return h('ul', { class: 'inbox' }, ...tickets.map((ticket) => h('li', {}, row(ticket, current, linkTo))));
}

function row(ticket: Ticket, current: string | undefined, linkTo: (path: string) => string): HTMLElement {
  const last = ticket.messages.findLast((message) => message.role === 'customer');
  const link = h(
    'a',
    { href: linkTo(`/tickets/${ticket.key}`), 'data-link': true },
    h(
      'span',
      { class: 'row-head' },
      h('bdi', { class: 'from' }, ticket.customer.name),
      h('span', { class: `status ${ticket.status}` }, ticket.status),
    ),
    h('span', { class: 'row-subject', dir: 'auto' }, ticket.subject),
    h('span', { class: 'row-text', dir: 'auto' }, (last?.text ?? '').slice(0, 300)),
  );
  if (ticket.key === current) link.setAttribute('aria-current', 'page');
  return link;
}
