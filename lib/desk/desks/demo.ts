import type { DeskDescription } from '../schema.ts';

const seen = '2026-11';

/** The desk in `demo/`. The shortest complete description: start from a copy of it. */
export const demo: DeskDescription = {
  format: 1,
  id: 'demo',
  name: 'Demo desk',
  version: 1,
  verifiedOn: '2026-11-21',
  verifiedWith: 'demo/ of this repository',
  confidence: 'A',
  match: { hosts: ['*'], paths: ['/tickets/*'], fingerprint: ['meta[name="attune-demo-desk"]'] },
  activeRoot: [{ select: 'main[data-ticket]', seen }],
  ticket: { parts: [[{ attribute: 'data-ticket', seen }]] },
  channel: { from: [{ attribute: 'data-channel', seen }], names: { email: 'email', chat: 'chat' }, otherwise: 'email' },
  subject: [{ select: 'h1.subject', seen }],
  customerName: [{ select: '.customer-name', seen }],
  message: {
    items: [{ select: 'article[data-message-id]', seen }],
    order: 'oldest-first',
    id: [[{ attribute: 'data-message-id', seen }]],
    note: [{ attribute: { name: 'data-role', is: ['note'] } }],
    role: [
      { is: 'customer', when: { attribute: { name: 'data-role', is: ['customer'] } } },
      { is: 'agent', when: { attribute: { name: 'data-role', is: ['agent'] } } },
    ],
    author: [{ select: '.author', seen }],
    body: [{ select: '.body', seen }],
    quoted: ['blockquote'],
    strip: ['.signature'],
  },
  editor: {
    candidates: [
      { select: 'form.reply .ck-editor__editable', seen },
      { select: 'form.reply .ProseMirror', seen },
      { select: 'form.reply textarea', seen },
    ],
    note: [{ ancestor: 'form.reply[data-mode="note"]' }],
  },
  send: ['form.reply button.send'],
};
