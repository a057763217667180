/** One message of a thread. */
import { h } from './dom.ts';
import type { TicketMessage } from './tickets.ts';

const labels = { customer: 'Customer', agent: 'Agent', note: 'Internal note' } as const;

const shortTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

export function messageView(message: TicketMessage): HTMLElement {
  const header = h(
    'header',
    {},
    h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(message.author)),
    h('bdi', { class: 'author' }, message.author),
    h('span', { class: 'role' }, labels[message.role]),
    h('time', { datetime: message.time }, shortTime.format(new Date(message.time))),
  );
  const body = h('div', { class: 'body' }, ...paragraphs(message.text));
  return h('article', { 'data-message-id': message.id, 'data-role': message.role }, header, body);
}

/** Two letters, or one where letters join or a name begins with the family. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.'));
  const latin = words.every((word) => /^\p{Script=Latin}/u.test(word));
  const chosen = latin && words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return chosen.map((word) => [...(word ?? '')][0] ?? '').join('');
}

function paragraphs(text: string): Node[] {
  return text.split('\n\n').map((paragraph) => {
    if (!paragraph.startsWith('> ')) return lines(paragraph);
    return h('blockquote', {}, lines(paragraph.replace(/^> ?/gm, '')));
  });
}

function lines(text: string): HTMLElement {
  const element = h('p', { dir: 'auto' });
  for (const [index, line] of text.split('\n').entries()) element.append(...(index ? [h('br'), line] : [line]));
  return element;
}
