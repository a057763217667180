import type { DeskDescription } from '../schema.ts';

const seen = '2026-11';
const inbox = { parameter: { name: '_mbox', is: ['INBOX'] } };
const sent = {
  parameter: {
    name: '_mbox',
    is: ['Sent', 'INBOX.Sent', 'INBOX/Sent', 'Sent Items', 'INBOX.Sent Items', 'Sent Messages'],
  },
};
/** “Re:” and “Fwd:” as mail programs write them. */
const answered = [
  'Re:',
  'Re :',
  'RE：',
  'Aw:',
  'Antw:',
  'Sv:',
  'Vs:',
  'Odp:',
  'Rif:',
  'Res:',
  'Ynt:',
  'Vá:',
  'Atb.:',
  'Fwd:',
  'Fw:',
  'Wg:',
];
const headline = { select: '#message-header h2.subject', strip: ['.voice', 'a'], seen };
const from = '#message-header .header-summary a.rcmContactAddress';
const to = '#message-header .header.to a.rcmContactAddress';

/**
 * Roundcube 1.6, skin Elastic. One mail a page: alone, in the preview frame beside the list, or quoted in the compose
 * page. The folder tells who wrote it; in a folder of the agent's own making nobody can tell, so the role is unknown.
 * A mail has no ticket number: customer's address and subject hold the pages of one matter together.
 */
export const roundcube: DeskDescription = {
  format: 1,
  id: 'roundcube',
  name: 'Roundcube',
  version: 1,
  verifiedOn: '2026-11-21',
  verifiedWith: 'Roundcube 1.6.5 (Debian), skin Elastic',
  confidence: 'A',
  match: { hosts: ['*'], fingerprint: ['body.task-mail', 'script[src*="program/js/app"]', '#layout'] },
  activeRoot: [
    { select: 'body.action-show #layout-content', seen },
    { select: 'body.action-compose #layout-content', seen },
    { frame: 'iframe#messagecontframe', select: 'body.action-preview #layout-content', seen },
  ],
  ticket: {
    parts: [
      [
        { select: '#_to', control: true, part: 'mail', seen },
        { select: from, attribute: 'title', part: 'mail', when: inbox, seen },
        { select: to, attribute: 'title', part: 'mail', when: sent, seen },
        { select: from, attribute: 'title', part: 'mail', seen },
      ],
      [
        { select: '#compose-subject', control: true, drop: answered, seen },
        { ...headline, drop: answered },
      ],
    ],
    hashed: true,
  },
  channel: { otherwise: 'email' },
  subject: [{ select: '#compose-subject', control: true, seen }, headline],
  customerName: [
    { select: '#_to', control: true, part: 'name', seen },
    { select: from, part: 'name', when: inbox, seen },
    { select: to, part: 'name', when: sent, seen },
  ],
  message: {
    items: [{ select: '#messagebody', seen }],
    order: 'oldest-first',
    id: [[{ parameter: '_mbox', seen }], [{ parameter: '_uid', seen }]],
    role: [
      { is: 'customer', when: inbox },
      { is: 'agent', when: sent },
    ],
    author: [{ select: from, within: 'ticket', part: 'name', seen }],
    body: [{ select: '.message-htmlpart .rcmBody, .message-part', seen }],
    quoted: ['blockquote'],
  },
  editor: {
    candidates: [
      { select: 'body#tinymce', frame: 'iframe#composebody_ifr', seen },
      { select: 'textarea#composebody', seen },
    ],
  },
  send: ['#compose-content button.send'],
};
