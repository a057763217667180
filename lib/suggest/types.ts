/** What the panel shows: suggestions, each with its reason, and all that was found out about one thread. */
import type { Finding } from '../draft/types.ts';
import type { Move } from '../pack/moves.ts';
import type { Reading } from '../reading.ts';
import type { AddressChoice } from './address-choice.ts';
import type { Tip } from './tip.ts';

export type Direction = 'ltr' | 'rtl';

/** The same phrase in the agent's own language. */
export interface Gloss {
  text: string;
  locale: string;
  dir: Direction;
}

/** What in a thread called for a phrase; the panel has a name for each in the agent's language. */
export interface Cause {
  kind: 'concept' | 'emotion' | 'signal' | 'topic';
  id: string;
}

export interface Reason {
  /** Why this wording, in this culture: the pack's note. */
  note: string;
  because: Cause[];
  source?: string;
  /** Step of the empathy ladder, 0 to 4. */
  empathy?: number;
}

export interface Suggestion {
  id: string;
  move: Move;
  locale: string;
  dir: Direction;
  /** Ready to insert. */
  text: string;
  gloss?: Gloss;
  reason: Reason;
  /** Never proposed by itself: listed under “More phrases”. */
  onDemand: boolean;
  /** The text holds [square brackets] that only the agent can fill in. */
  blanks: boolean;
}

/** The answer to one look at a thread. */
export interface Analysis {
  /** The locale of the pack in use; null where there is none for the customer's language. */
  locale: string | null;
  /** The pack's name in its own language; empty where there is no pack. */
  packName: string;
  reading: Reading;
  /** Best first within a move. */
  suggestions: Suggestion[];
  findings: Finding[];
  tip?: Tip;
  address?: AddressChoice;
  /** Lines for the agent, already in the agent's language. */
  notices: string[];
  /** The trained model cannot read at the moment: feelings are those that the rules found. */
  byRulesOnly?: boolean;
  /** The model that a lead chose cannot read at the moment: the shipped one does. */
  shippedAlone?: boolean;
  /** The trained model is reading: its answer will take this one's place. */
  refining?: boolean;
}
