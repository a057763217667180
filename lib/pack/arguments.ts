/**
 * The arguments a phrase may use in its ICU MessageFormat text. The gate renders every phrase with every sample, so a
 * phrase is never wrong for one gender or one day only. A phrase whose argument has no value in a thread is not
 * offered, except for those marked `optional`.
 */
export type ArgumentKind = 'text' | 'select' | 'date';

export interface PhraseArgument {
  kind: ArgumentKind;
  /** What a lead reads beside the field. */
  purpose: string;
  samples: readonly (string | Date)[];
  optional?: boolean;
}

/** ISO weekday keys for `deadlineDay`, Sunday first as `Date.getUTCDay` counts. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const genderSamples = ['female', 'male', 'other'] as const;

export const phraseArguments = {
  salutation: {
    kind: 'text',
    purpose: 'The salutation line with its punctuation, from the forms of address',
    samples: ['⟦salutation⟧'],
  },
  addressee: {
    kind: 'text',
    purpose: 'The customer as addressed inside a sentence, from the forms of address',
    samples: ['⟦name⟧'],
  },
  agentName: {
    kind: 'text',
    purpose: 'The name the agent signs with; empty if not set',
    samples: ['Nika Hren', ''],
    optional: true,
  },
  agentGender: {
    kind: 'select',
    purpose: 'female, male or other (neutral): for grammar that shows who writes',
    samples: genderSamples,
  },
  customerGender: {
    kind: 'select',
    purpose: 'female, male or other (unknown): for grammar that shows who reads',
    samples: genderSamples,
  },
  deadline: {
    kind: 'date',
    purpose: 'When the next message is promised; write {deadline, date, ::EEEEdMMMM} and {deadline, time, ::Hmm}',
    samples: [new Date('2026-11-24T16:00:00Z')],
  },
  deadlineDay: {
    kind: 'select',
    purpose: 'mon … sun: the weekday of the deadline, for languages that inflect it',
    samples: weekdays,
  },
  reference: {
    kind: 'text',
    purpose: 'The order, invoice or booking number that the customer gave',
    samples: ['48213', 'RE-2026-1187'],
  },
} as const satisfies Record<string, PhraseArgument>;

export type ArgumentName = keyof typeof phraseArguments;
export type ArgumentValues = Partial<Record<ArgumentName, string | Date>>;
