/** A ticket: its thread and the reply box. */
import { h } from './dom.ts';
import { type EditorName, mountEditor, type ReplyEditor } from './editors/editor.ts';
import { messageView } from './message.ts';
import { addMessage, agent, company, type Ticket } from './tickets.ts';

export interface TicketPage {
  main: HTMLElement;
  /** The reply box, once its library is there. */
  editor: Promise<ReplyEditor>;
  leave(): void;
}

const channels = { email: 'E-mail', chat: 'Chat' } as const;

export function ticketPage(ticket: Ticket, editorName: EditorName): TicketPage {
  const thread = h('div', { class: 'thread' }, ...ticket.messages.map(messageView));
  const again = h('button', { type: 'button', class: 'again' }, 'Customer writes again');
  const heading = h(
    'header',
    { class: 'ticket-head' },
    h('h1', { class: 'subject', dir: 'auto' }, ticket.subject),
    h(
      'p',
      { class: 'meta' },
      h('bdi', { class: 'customer-name' }, ticket.customer.name),
      h('span', { class: 'email' }, ticket.customer.email),
      h('span', { class: 'tag' }, channels[ticket.channel]),
      h('span', { class: 'tag' }, ticket.key),
      again,
    ),
  );
  const host = h('div', { class: 'editor' });
  const send = h('button', { type: 'submit', class: 'send' }, 'Send');
  const modes = { reply: modeTab('Public reply'), note: modeTab('Internal note') };
  const form = h(
    'form',
    { class: 'reply', 'aria-label': 'Reply' },
    h('div', { class: 'modes', role: 'group', 'aria-label': 'Kind of message' }, modes.reply, modes.note),
    host,
    h('div', { class: 'actions' }, h('span', { class: 'hint' }, `${agent} · ${company}`), send),
  );
  const main = h('main', { 'data-ticket': ticket.key, 'data-channel': ticket.channel }, heading, thread, form);

  const setMode = (mode: 'reply' | 'note'): void => {
    form.dataset.mode = mode;
    for (const [name, tab] of Object.entries(modes)) tab.setAttribute('aria-pressed', String(name === mode));
    send.textContent = mode === 'note' ? 'Add note' : 'Send';
  };
  const show = (message: Ticket['messages'][number]): void => {
    const view = messageView(message);
    thread.append(view);
    view.scrollIntoView({ block: 'nearest' });
  };
  setMode('reply');
  modes.reply.addEventListener('click', () => setMode('reply'));
  modes.note.addEventListener('click', () => setMode('note'));
  again.addEventListener('click', () => show(addMessage(ticket, 'customer', ticket.customer.name, ticket.again)));

  const editor = mountEditor(editorName, host);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const box = await editor;
    const text = box.text().trim();
    if (text === '') return;
    show(addMessage(ticket, form.dataset.mode === 'note' ? 'note' : 'agent', agent, text));
    box.clear();
  });
  return { main, editor, leave: () => void editor.then((box) => box.destroy()) };
}

function modeTab(label: string): HTMLButtonElement {
  return h('button', { type: 'button' }, label);
}
