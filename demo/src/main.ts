/** The demo desk: somebody else's helpdesk, as far as Attune is concerned. Routes are `/` and `/tickets/<key>`. */
import { h } from './dom.ts';
import { type EditorName, editorLabels, editorNames, type ReplyEditor } from './editors/editor.ts';
import { inboxList } from './inbox.ts';
import { type TicketPage, ticketPage } from './ticket-page.ts';
import { company, ticketBy } from './tickets.ts';

export interface DemoDesk {
  /** The draft from the editor's own model; null while there is no reply box. */
  draft(): { editor: EditorName; text: string; html: string } | null;
}

declare global {
  interface Window {
    demoDesk: DemoDesk;
  }
}

let page: TicketPage | undefined;
let box: ReplyEditor | undefined;

window.demoDesk = { draft: () => (box ? { editor: editorChoice(), text: box.text(), html: box.html() } : null) };

function editorChoice(): EditorName {
  const wanted = new URLSearchParams(location.search).get('editor');
  return editorNames.find((name) => name === wanted) ?? 'textarea';
}

/** The choice of editor travels with every link. */
function linkTo(path: string, editor: EditorName = editorChoice()): string {
  return `${path}?editor=${editor}`;
}

function header(): HTMLElement {
  const select = h('select', { id: 'editor-choice' });
  for (const name of editorNames) {
    select.append(h('option', { value: name, selected: name === editorChoice() }, editorLabels[name]));
  }
  select.addEventListener('change', () => go(linkTo(location.pathname, select.value as EditorName)));
  const home = h(
    'a',
    { href: linkTo('/'), 'data-link': true, class: 'brand' },
    h('span', { class: 'mark', 'aria-hidden': 'true' }),
    'Deskling',
  );
  const choice = h('label', { for: 'editor-choice' }, h('span', {}, 'Reply box'), select);
  return h('header', { class: 'top' }, home, h('span', { class: 'company' }, company), choice);
}

function render(): void {
  page?.leave();
  page = undefined;
  box = undefined;
  const key = /^\/tickets\/([^/]+)\/?$/.exec(location.pathname)?.[1];
  const ticket = key === undefined ? undefined : ticketBy(decodeURIComponent(key));
  document.title = ticket ? `${ticket.key} ${ticket.subject}` : 'Inbox · Deskling';
  if (!ticket) {
    const nothing = key === undefined ? [] : [h('p', { class: 'nothing' }, 'There is no such ticket.')];
    const main = h('main', { class: 'list' }, h('h1', {}, 'Inbox'), ...nothing, inboxList(undefined, linkTo));
    document.body.replaceChildren(header(), main);
    return;
  }
  const opened = ticketPage(ticket, editorChoice());
  page = opened;
  const showLast = (): void =>
    opened.main.querySelector('.thread > article:last-child')?.scrollIntoView({ block: 'end' });
  void opened.editor.then((editor) => {
    if (page !== opened) return;
    box = editor;
    // The editor has taken room from the thread.
    showLast();
  });
  const side = h('nav', { class: 'side', 'aria-label': 'Inbox' }, inboxList(ticket.key, linkTo));
  document.body.replaceChildren(header(), side, opened.main);
  side.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  showLast();
}

function go(path: string): void {
  history.pushState(null, '', path);
  render();
}

document.addEventListener('click', (event) => {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-link]');
  if (!link) return;
  event.preventDefault();
  go(link.href);
});
window.addEventListener('popstate', render);
render();
