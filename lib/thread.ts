/** A thread is the conversation on screen, as a desk reads it: the only thing about a page that leaves `lib/desk`. */

export const roles = ['customer', 'agent', 'note', 'unknown'] as const;
/** Who wrote a message. `unknown` is an answer: such a message is shown to nobody and left out of the reading. */
export type Role = (typeof roles)[number];

export const channels = ['email', 'chat', 'social', 'form'] as const;
export type Channel = (typeof channels)[number];

/** Where one speaks in lines, not letters: shorter texts and forms of address of their own. */
export const isSpoken = (channel: Channel): boolean => channel === 'chat' || channel === 'social';

export interface Message {
  /** Unique in the thread and the same after every re-read of the page. */
  id: string;
  role: Role;
  /** Plain text as the customer sees it, paragraphs as line breaks; quotes may still be inside. */
  text: string;
  /** Display name as the desk shows it. */
  author?: string;
  /** The language the page itself states for this message (BCP 47). */
  lang?: string;
}

export interface Thread {
  /** Id of the desk description that read it. */
  desk: string;
  /** The same string on every page of one ticket (its reading page and its reply page), different for every other. */
  ticket: string;
  channel: Channel;
  subject?: string;
  /** The customer's name as the desk shows it. */
  customerName?: string;
  /** `lang` of the page: weak evidence, it follows the agent's interface. */
  pageLang?: string;
  /** Oldest first. Empty on reply pages that show no conversation. */
  messages: Message[];
}

/**
 * What is sent to the background at most. A desk sends the newest messages first to be kept; a longer message keeps
 * its beginning and its end, where people say what they want.
 */
export const threadLimits = { messages: 60, characters: 20_000 } as const;
