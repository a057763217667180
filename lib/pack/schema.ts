/**
 * The pack format, version 1: what a file in `locales/packs`, an imported file, a team's pack and a lead's own edits
 * all are. Every layer may be partial; `resolve.ts` lays them over each other and `gate.ts` says what is missing.
 */
import { z } from 'zod';
import { emotions, sentiments, signals, topics } from '../reading.ts';
import { channels } from '../thread.ts';
import { moves } from './moves.ts';

export const packFormat = 1;

/** Upper bounds that no sincere pack reaches; they keep a hostile or broken file from filling the page. */
export const packLimits = { bytes: 2_000_000, phrases: 1_000, text: 2_000, note: 1_000, list: 2_000 } as const;

const text = z.string().trim().min(1).max(packLimits.text);
const note = z.string().trim().min(1).max(packLimits.note);
const id = z
  .string()
  .regex(/^[a-z][a-z-]*(\.[a-z0-9-]+)+$/, 'an id is lower case words joined by a dot, as in “greet.first”');
const form = z.string().trim().min(1).max(200);
const concept = z.string().regex(/^[a-z]-[a-z-]+$/, 'a concept id looks like “f-late”');
const intensity = z.number().int().min(0).max(3);
const registerName = z.enum(['formal', 'informal']);

/** A zone that the platform does not know would make every date throw. */
function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** All conditions given must hold; a list holds when any of its members does. */
export const whenSchema = z.strictObject({
  emotion: z.array(z.enum(emotions)).min(1).optional(),
  sentiment: z.array(z.enum(sentiments)).min(1).optional(),
  minIntensity: intensity.optional(),
  maxIntensity: intensity.optional(),
  signals: z.array(z.enum(signals)).min(1).optional(),
  withoutSignals: z.array(z.enum(signals)).min(1).optional(),
  concepts: z.array(concept).min(1).optional(),
  withoutConcepts: z.array(concept).min(1).optional(),
  topic: z.array(z.enum(topics)).min(1).optional(),
  channel: z.array(z.enum(channels)).min(1).optional(),
  stage: z.enum(['first', 'follow-up']).optional(),
  /** Whether the customer gave an order, invoice or booking number. */
  reference: z.enum(['given', 'missing']).optional(),
  /** Whether the agent's own language differs from the customer's. */
  agentLanguage: z.enum(['same', 'other']).optional(),
  /** Words of the customer that call for this phrase, in the format of the word lists. */
  words: z.array(form).min(1).optional(),
});

/** Where a locale says it otherwise in chat and on social channels, `…Chat` holds that. */
export const textKeys = ['formal', 'informal', 'any', 'formalChat', 'informalChat', 'anyChat'] as const;
export type TextKey = (typeof textKeys)[number];
export const isChatKey = (key: string): boolean => key.endsWith('Chat');

/**
 * One text for each register that the locale has, or `any` where the register makes no difference. A chat text stands
 * beside the one for every channel, never alone.
 */
export const textSchema = z
  .strictObject(
    Object.fromEntries(textKeys.map((key) => [key, text.optional()])) as Record<TextKey, z.ZodOptional<typeof text>>,
  )
  .refine(
    (t) => [t.formal, t.informal, t.any].some((one) => one !== undefined),
    'needs a text for at least one register',
  )
  .refine(
    (t) => (!t.formalChat || t.formal || t.any) && (!t.informalChat || t.informal || t.any) && (!t.anyChat || t.any),
    'a chat text needs the text for other channels beside it',
  );

export const exampleSchema = z.strictObject({
  /** What the customer wrote, in the pack's language. */
  customer: z.string().min(1).max(4_000),
  /** True: the phrase must be among the suggestions. False: it must not. */
  offered: z.boolean(),
  channel: z.enum(channels).optional(),
  customerName: z.string().min(1).max(80).optional(),
  /** An agent's earlier message, where the example needs one. */
  agentBefore: z.string().min(1).max(4_000).optional(),
});

export const phraseSchema = z.strictObject({
  id,
  move: z.enum(moves).optional(),
  when: whenSchema.optional(),
  /** Step of the empathy ladder (0 acts, 1 fact, 2 consequence, 3 names the feeling, 4 shares it). */
  empathy: z.number().int().min(0).max(4).optional(),
  /** True: the agent's own decision; listed under “More phrases”, never proposed by itself. */
  onDemand: z.boolean().optional(),
  text: textSchema.optional(),
  note: note.optional(),
  source: z.string().trim().min(1).max(500).optional(),
  examples: z.array(exampleSchema).max(20).optional(),
  /** True: this layer takes the phrase out of use without losing it. */
  off: z.boolean().optional(),
});

/**
 * A tip on how wording is usually read in this locale, for the agent, at most one a thread. It speaks of wording and never
 * of what people are.
 */
export const tipSchema = z.strictObject({
  id,
  /** What in the thread raises it. */
  when: whenSchema.omit({ words: true, agentLanguage: true }),
  /** In the agent's interface language; English is what the others fall back to. */
  text: z
    .record(z.string().regex(/^[a-z]{2,3}$/, 'a language looks like “de”'), note)
    .refine((t) => t.en !== undefined, {
      error: 'needs the tip in English (“en”)',
    }),
  source: z.string().trim().min(1).max(500).optional(),
  off: z.boolean().optional(),
});

export const avoidSchema = z.strictObject({
  id,
  /** In the format of the word lists: words in order, `stem*` for any ending. */
  forms: z.array(form).min(1).max(50),
  why: note,
  instead: text,
  off: z.boolean().optional(),
});

/** Placeholders: {title} {given} {family} {full}. An empty one takes its space with it. */
const addressForms = z.strictObject({
  female: text.optional(),
  male: text.optional(),
  /** Gender unknown or neither. Required in a complete pack. */
  unknown: text.optional(),
  /** Where an academic title takes the place of the courtesy, whatever the gender (ดร.วิชัย, 정하늘 박사님). */
  titled: text.optional(),
  /** No usable name. Required for salutations in a complete pack. */
  noName: text.optional(),
});
const addressByChannel = z.strictObject({ email: addressForms.optional(), chat: addressForms.optional() });

export const addressSchema = z.strictObject({
  formal: addressByChannel.optional(),
  informal: addressByChannel.optional(),
  /** Inside a sentence; leave a form out where no safe one exists. */
  inText: z.strictObject({ formal: addressForms.optional(), informal: addressForms.optional() }).optional(),
  /** Titles that stay in the salutation when the customer uses them, as written (“Dr.”). */
  titles: z.array(form).max(100).optional(),
  /** Whether a family name that opens with a particle gets a capital where no given name precedes it (mevrouw De Vries). */
  familyAlone: z.enum(['capital', 'as-written']).optional(),
  /** Courtesy titles that state a gender and are not repeated (“Frau”, “Mr”). */
  courtesy: z.strictObject({ female: z.array(form).optional(), male: z.array(form).optional() }).optional(),
});

export const profileSchema = z.strictObject({
  /** The locale's name in its own language. */
  name: z.string().trim().min(1).max(80).optional(),
  registers: z.array(registerName).min(1).optional(),
  /** Where the customer gave no sign. */
  defaultRegister: z
    .strictObject({ email: registerName, chat: registerName, social: registerName, form: registerName })
    .optional(),
  /** Highest step of the empathy ladder unless the customer named the feeling first. */
  empathyCeiling: z.number().int().min(0).max(4).optional(),
  nameOrder: z.enum(['given-first', 'family-first']).optional(),
  /** Days without promises, 0 Sunday to 6 Saturday. */
  weekend: z.array(z.number().int().min(0).max(6)).max(6).optional(),
  /** The zone promises are given in (IANA), where the team sets none. */
  timeZone: z
    .string()
    .min(1)
    .max(60)
    .refine(isTimeZone, 'it is no time zone; one looks like “Europe/Vienna”')
    .optional(),
  quotes: z.tuple([z.string().min(1).max(3), z.string().min(1).max(3)]).optional(),
});

export const packSchema = z.strictObject({
  format: z.literal(packFormat),
  /** BCP 47: `de`, `de-AT`. Also the file's name. */
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?$/, 'a locale looks like “de” or “de-AT”'),
  /** The locale this one says only the differences of. */
  extends: z.string().optional(),
  /** Where the pack stands: who read it, what a native reader should look at. */
  status: note.optional(),
  profile: profileSchema.optional(),
  address: addressSchema.optional(),
  phrases: z.array(phraseSchema).max(packLimits.phrases).optional(),
  /** Catalogue phrases that have no place in this locale, and why. */
  absent: z
    .array(z.strictObject({ id, why: note }))
    .max(packLimits.phrases)
    .optional(),
  avoid: z.array(avoidSchema).max(packLimits.list).optional(),
  tips: z.array(tipSchema).max(packLimits.list).optional(),
  /** Changes to the word list of the pack's language, by concept. */
  words: z
    .record(
      concept,
      z.strictObject({
        add: z.array(form).max(packLimits.list).optional(),
        remove: z.array(form).max(packLimits.list).optional(),
      }),
    )
    .optional(),
});

/** The catalogue: the root layer of every pack. One entry a phrase id, the same in every locale. */
export const catalogueSchema = z.array(
  z.strictObject({
    id,
    move: z.enum(moves),
    /** In English, for whoever writes a locale. */
    purpose: note,
    when: whenSchema.optional(),
    empathy: phraseSchema.shape.empathy,
    onDemand: phraseSchema.shape.onDemand,
  }),
);

export type When = z.infer<typeof whenSchema>;
export type PhraseText = z.infer<typeof textSchema>;
export type Example = z.infer<typeof exampleSchema>;
export type PhraseLayer = z.infer<typeof phraseSchema>;
export type Tip = z.infer<typeof tipSchema>;
export type AvoidItem = z.infer<typeof avoidSchema>;
export type Address = z.infer<typeof addressSchema>;
export type AddressForms = z.infer<typeof addressForms>;
export type Profile = z.infer<typeof profileSchema>;
export type Pack = z.infer<typeof packSchema>;
export type Catalogue = z.infer<typeof catalogueSchema>;
