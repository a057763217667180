import type { DeskDescription } from '../schema.ts';
import { commentWords, publicWords } from './request-tracker-words.ts';

const seen = '2026-11';
const requestors = '.ticket-info-people .requestors .user[data-user-id]';

/**
 * Request Tracker 5. The conversation is on Display.html and comes with a second request; the reply is written on
 * Update.html, which shows no conversation. No class tells customer from agent or comment from answer: the customer is
 * whoever is among the requestors, a comment is known by its wording alone.
 */
export const requestTracker: DeskDescription = {
  format: 1,
  id: 'request-tracker',
  name: 'Request Tracker',
  version: 1,
  verifiedOn: '2026-11-21',
  verifiedWith: 'Request Tracker 5.0.3 (Debian)',
  confidence: 'A',
  match: {
    hosts: ['*'],
    paths: ['**/Ticket/Display.html', '**/Ticket/Update.html'],
    fingerprint: ['body[id^="comp-Ticket-"]', '#rt-header-container'],
  },
  activeRoot: [{ select: '.main-container', seen }],
  ticket: {
    parts: [
      [
        { parameter: 'id', seen },
        // After a form was sent back (a file added, a field missing) the address has no parameter.
        { select: 'form[name="TicketUpdate"] input[name="id"]', control: true, seen },
      ],
    ],
  },
  channel: { otherwise: 'email' },
  subject: [
    { select: 'input[name="UpdateSubject"]', control: true, seen },
    { select: '#header h1', after: ': ', seen },
  ],
  customerName: [{ select: '.ticket-info-people .requestors .user', part: 'name', seen }],
  message: {
    items: [{ select: '.history .transaction.message', seen }],
    order: 'oldest-first',
    id: [[{ attribute: 'data-transaction-id', seen }]],
    note: [{ endsWith: { select: '.metadata .description', words: commentWords } }],
    role: [
      {
        is: 'customer',
        when: {
          sameId: { select: '.metadata .description .user', attribute: 'data-user-id', among: requestors },
          endsWith: { select: '.metadata .description', words: publicWords },
        },
      },
      {
        is: 'agent',
        when: {
          has: '.metadata .description .user[data-user-id]',
          endsWith: { select: '.metadata .description', words: publicWords },
        },
      },
    ],
    author: [{ select: '.metadata .description .user', part: 'name', seen }],
    body: [{ select: '.messagebody', seen }],
    quoted: ['.message-stanza-folder', '.message-stanza-folder + .message-stanza', 'blockquote'],
  },
  editor: {
    candidates: [
      { select: 'body.cke_editable', frame: '#cke_UpdateContent iframe.cke_wysiwyg_frame', seen },
      { select: 'textarea#UpdateContent', seen },
    ],
    note: [{ control: { select: '[name="UpdateType"]', is: ['private'] } }],
  },
  send: ['form[name="TicketUpdate"] input[name="SubmitTicket"]'],
};
