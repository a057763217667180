/**
 * The desk format, version 1: what we know of one helpdesk's pages, as data. Built-in desks and those that a team adds
 * share it. Content scripts import the types only; zod stays out of the page.
 *
 * Selectors are CSS. Patterns are globs: `*` stands for any run of characters without a slash, `**` for any run.
 */
import { z } from 'zod';
import { channels, roles } from '../thread.ts';

export const deskFormat = 1;

const selector = z.string().trim().min(1).max(300);
const glob = z
  .string()
  .min(1)
  .max(200)
  .refine((g) => g.split('*').length <= 9, 'has more than eight asterisks');
const name = z.string().regex(/^[a-zA-Z_][\w:.-]{0,60}$/, 'is not a name of an attribute or parameter');
const words = z.array(z.string().min(1).max(200)).min(1).max(300);
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'is a month, as in 2026-11');

/** All conditions given must hold; a list holds when any of its members does. */
export const whenSchema = z
  .strictObject({
    /** An attribute of the item, or of the first element in it that `select` finds. */
    attribute: z.strictObject({ select: selector.optional(), name, is: words }).optional(),
    class: words.optional(),
    /** The item stands inside (or is) such an element. */
    ancestor: selector.optional(),
    has: selector.optional(),
    without: selector.optional(),
    /** The text of the element ends so. For desks that say it in no other way; give every language of the interface. */
    endsWith: z.strictObject({ select: selector, words }).optional(),
    /** An attribute of the item that is also found in the list elsewhere on the ticket: the author is a requestor. */
    sameId: z.strictObject({ select: selector, attribute: name, among: selector }).optional(),
    /** A URL parameter; `is` holds globs. */
    parameter: z.strictObject({ name, is: z.array(glob).min(1) }).optional(),
    /** What a form control of the ticket is set to. */
    control: z.strictObject({ select: selector, is: words }).optional(),
    /** On which side the item stands in what is around it or, with `select`, the bubble in the item. */
    side: z.strictObject({ select: selector.optional(), is: z.enum(['left', 'right']) }).optional(),
  })
  .refine((when) => Object.keys(when).length > 0, 'needs at least one condition');

/** Where something is. `frame` leads into an iframe of the same origin, `seen` is when somebody last saw it so. */
export const placeSchema = z.strictObject({ select: selector, frame: selector.optional(), seen: month });

/** Candidates, best first: the first that is on the page counts. */
export const placesSchema = z.array(placeSchema).min(1).max(20);

/** How to get a short text. Without `attribute` and the like it is the text of the element. */
export const valueSchema = z
  .strictObject({
    /** Absent: the item itself. */
    select: selector.optional(),
    /** Where to look. Messages: `item` unless said otherwise; all else: `ticket`. */
    within: z.enum(['item', 'ticket', 'page']).optional(),
    when: whenSchema.optional(),
    attribute: name.optional(),
    /** The value of the form control. */
    control: z.literal(true).optional(),
    parameter: name.optional(),
    /** What the first asterisk of the pattern stands for. */
    path: glob.optional(),
    hash: glob.optional(),
    strip: z.array(selector).max(20).optional(),
    /** Keep what follows the first of these. */
    after: z.string().min(1).max(20).optional(),
    /** Beginnings to drop, in any case and number: `Re:`. */
    drop: words.optional(),
    /** The part of `Name <mail>` that is wanted. */
    part: z.enum(['name', 'mail']).optional(),
    seen: month,
  })
  .refine(
    (v) => [v.attribute, v.control, v.parameter, v.path, v.hash].filter((x) => x !== undefined).length <= 1,
    'takes its text from one place only',
  );

const values = z.array(valueSchema).min(1).max(20);
/** Each part is a list of candidates; the parts together are the key. A missing part means no key. */
const key = z.array(values).min(1).max(4);

export const deskSchema = z.strictObject({
  format: z.literal(deskFormat),
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'is lower case words joined by hyphens'),
  name: z.string().trim().min(1).max(60),
  version: z.number().int().min(1),
  verifiedOn: z.iso.date(),
  /** What was verified against: product and release. */
  verifiedWith: z.string().min(1).max(200),
  /** A: read in the product's source or run; B: two sources agree; C: one source; D: guessed. */
  confidence: z.enum(['A', 'B', 'C', 'D']),

  /** All that is given must hold. */
  match: z.strictObject({
    /** Globs; a self-hosted desk has `*` and a fingerprint. */
    hosts: z.array(glob).min(1).max(20),
    paths: z.array(glob).min(1).max(20).optional(),
    hashes: z.array(glob).min(1).max(20).optional(),
    parameters: z
      .array(z.strictObject({ name, is: z.array(glob).min(1) }))
      .max(10)
      .optional(),
    /** Selectors that must all be on the page. */
    fingerprint: z.array(selector).max(10).optional(),
  }),
  /** `open-shadow`: look into open shadow roots as well. */
  pierce: z.literal('open-shadow').optional(),
  /** The ticket on screen. More than one visible: nothing is read. */
  activeRoot: placesSchema,
  /** The element that messages come and go in, where the active root has much else that moves. */
  conversation: placesSchema.optional(),
  /** Nodes are used again for other messages. */
  virtualised: z.literal(true).optional(),
  /** The same on the reading page and on the reply page. */
  ticket: z.strictObject({
    parts: key,
    /** The parts are personal (an address, a subject): only a hash of them is used. */
    hashed: z.literal(true).optional(),
  }),
  channel: z.strictObject({
    from: values.optional(),
    /** The desk's word for a channel, and ours. */
    names: z.record(z.string().min(1).max(60), z.enum(channels)).optional(),
    otherwise: z.enum(channels),
  }),
  subject: values.optional(),
  /** Absent or not found: the author of the newest message of the customer. */
  customerName: values.optional(),

  message: z.strictObject({
    items: placesSchema,
    order: z.enum(['oldest-first', 'newest-first']),
    id: key.optional(),
    /** Internal notes. Asked before `role`, so that a note is never taken for the customer's. */
    note: z.array(whenSchema).max(10).optional(),
    /** In order, the first that holds counts; none: unknown. */
    role: z
      .array(z.strictObject({ is: z.enum(roles), when: whenSchema }))
      .min(1)
      .max(20),
    author: values.optional(),
    /** All that the first matching candidate finds, in order. */
    body: placesSchema,
    /** The language that the page states for the message. */
    lang: values.optional(),
    /** Quotes, and what unfolds them. */
    quoted: z.array(selector).max(20).optional(),
    /** Signatures, buttons, receipts. */
    strip: z.array(selector).max(20).optional(),
  }),

  /** Absent where the desk is only read. */
  editor: z
    .strictObject({
      candidates: placesSchema,
      /** A family of `insert`, where it cannot be told from the element. */
      kind: z
        .string()
        .regex(/^[a-z][a-z0-9-]*$/)
        .optional(),
      paragraphs: z.enum(['p', 'p+empty', 'br']).optional(),
      /** What is written now is an internal note. */
      note: z.array(whenSchema).max(10).optional(),
    })
    .optional(),
  /** Observed to know that something was sent; never pressed. */
  send: z.array(selector).max(10).optional(),
});

export type DeskDescription = z.infer<typeof deskSchema>;
export type When = z.infer<typeof whenSchema>;
export type Place = z.infer<typeof placeSchema>;
export type Value = z.infer<typeof valueSchema>;
