/** Pages of the demo desk and of the others' documented structure, built for a test. */

export interface PageMessage {
  id?: string;
  role?: string;
  author?: string;
  /** Markup of the body. */
  body: string;
}

export function demoMessage({ id = '1', role = 'customer', author = 'Ana Novak', body }: PageMessage): string {
  return `<article data-message-id="${id}" data-role="${role}"><b class="author">${author}</b><div class="body">${body}</div></article>`;
}

export interface DemoPage {
  ticket?: string;
  messages: PageMessage[];
  mode?: 'reply' | 'note';
  more?: string;
}

export function demoPage({ ticket = '7', messages, mode = 'reply', more = '' }: DemoPage): string {
  return `<!doctype html><html lang="en"><head><meta name="attune-demo-desk"><title>Ticket</title></head><body>
    <main data-ticket="${ticket}" data-channel="chat">
      <h1 class="subject">Late parcel</h1><p class="customer-name">Ana Novak</p>
      <section>${messages.map(demoMessage).join('')}</section>
      <form class="reply" data-mode="${mode}"><textarea></textarea><button class="send" type="button">Send</button></form>
    </main>${more}</body></html>`;
}

export const demoAddress = 'http://localhost:3000/tickets/7';

/** Puts a page into the test's own document, whose window and events are live. */
export function show(html: string, address = demoAddress): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
  history.replaceState(null, '', new URL(address).href.slice(new URL(address).origin.length));
}

export function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

interface TrackerMessage {
  id: number;
  user: number;
  name: string;
  did: string;
  body: string;
}

export const trackerAddress = 'https://help.example.test/rt/Ticket/Display.html?id=12';

export function trackerPage(messages: TrackerMessage[]): string {
  const rows = messages.map(
    (m) => `<div class="transaction Ticket-transaction message odd" data-transaction-id="${m.id}">
      <div class="metadata"><span class="description"><span class="user" data-user-id="${m.user}"><a>${m.name}</a></span> - ${m.did}</span></div>
      <div class="content"><div class="messagebody"></div><div class="messagebody"><div class="message-stanza">${m.body}</div></div></div></div>`,
  );
  return `<!doctype html><html lang="en"><body id="comp-Ticket-Display"><div id="rt-header-container"></div>
    <div class="main-container"><div id="header"><h1>#12: Invoice: wrong VAT number</h1></div>
    <div class="ticket-info-people"><div class="requestors"><span class="user" data-user-id="36"><a>Špela Žnidaršič &lt;spela@posta.test&gt;</a></span></div></div>
    <div class="history">${rows.join('')}</div></div></body></html>`;
}

export function roundcubeShow(folder: string): { html: string; address: string } {
  return {
    address: `https://mail.example.test/?_task=mail&_mbox=${folder}&_uid=4&_action=show`,
    html: roundcubePage(
      'show',
      `<div id="message-header"><h2 class="subject"><span class="voice">Subject: </span> Re: Retour <a>Open in new window</a></h2>
        <div class="header-summary">From <a class="rcmContactAddress" title="joost@mail.test">Joost van der Wijk</a></div>
        <table><tr><td class="header to"><a class="rcmContactAddress" title="agent@helpdesk.test">Support</a></td></tr></table></div>
        <div id="messagebody"><div class="message-part"><div class="pre">Dag,<br>\n<br>\nwaar blijft het?<blockquote>Hello</blockquote></div></div></div>`,
    ),
  };
}

export function roundcubeCompose(): { html: string; address: string } {
  return {
    address: 'https://mail.example.test/?_task=mail&_action=compose&_id=1',
    html: roundcubePage(
      'compose',
      `<textarea id="_to">Joost van der Wijk &lt;Joost@mail.test&gt;,</textarea><input id="compose-subject" value="Re: Retour">
        <textarea id="composebody"></textarea>`,
    ),
  };
}

function roundcubePage(action: string, content: string): string {
  return `<!doctype html><html lang="en"><head><script src="program/js/app.min.js"></script></head>
    <body class="task-mail action-${action}"><div id="layout"><div id="layout-content">${content}</div></div></body></html>`;
}
