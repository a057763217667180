/** What a team and an agent may change, as it is kept. Shapes only, so that a page's script can know them cheaply. */
import type { Pack } from './pack/schema.ts';
import type { Gender } from './reading.ts';

export interface Settings {
  /** The name that closings are signed with; empty: the agent signs by hand. */
  agentName: string;
  agentGender: Gender;
  /** The agent's language, for glosses; empty: the browser's. */
  agentLocale: string;
  /** IANA; empty: the pack's. */
  timeZone: string;
  /** When the next message is promised. */
  promise: { workingDays: number; hour: number };
  /** Regional packs the team uses, at most one a language (`de-AT`). */
  regions: string[];
  /** Whether corrections are kept on this machine, and with them the customer's words. */
  keepCorrections: boolean;
  keepWords: boolean;
}

export const defaultSettings: Settings = {
  agentName: '',
  agentGender: 'other',
  agentLocale: '',
  timeZone: '',
  promise: { workingDays: 1, hour: 17 },
  regions: [],
  keepCorrections: false,
  keepWords: false,
};

/** How often the agent corrected a reading to a language, by language: counts alone, nothing of the ticket. */
export type LanguagesCorrected = Readonly<Record<string, number>>;

/** An imported pack, kept as the text that came, so that a broken one can be shown, mended and is never lost. */
export interface TeamPack {
  id: string;
  /** The file's name. */
  name: string;
  text: string;
  on: boolean;
}

/** A lead's own edits, one partial pack a locale, in the pack format. */
export type OwnEdits = Record<string, Pack>;
