/**
 * Suggestions: a pure function of situation, pack and context. Same input, same answer; no clock, no browser. They come
 * in the order a good reply has: greet, acknowledge before explaining, ask, promise a time, close.
 */
import { type AddressResult, addressCustomer } from '../address/address.ts';
import { directionOf, languageOf } from '../locale.ts';
import type { ArgumentValues } from '../pack/arguments.ts';
import { compileText, isProblem, tidy } from '../pack/icu.ts';
import type { Move } from '../pack/moves.ts';
import { type Phrase, type ResolvedPack, textFor } from '../pack/resolve.ts';
import type { Gender, Reading, Register, Situation } from '../reading.ts';
import { weekdayKey } from './deadline.ts';
import { moodOf, orderIn, proposedIn } from './mood.ts';
import type { Gloss, Suggestion } from './types.ts';
import { type Fit, fitOf } from './when.ts';

export interface SuggestContext {
  /** The pack of the agent's own language, for glosses. Undefined: no glosses. */
  glossPack?: ResolvedPack;
  /** BCP 47; decides whether the agent writes in their own language. */
  agentLocale: string;
  agentName: string;
  agentGender: Gender;
  /** Set by the agent for this customer; never guessed. */
  customerGender?: Gender;
  /** Likewise; empty: none. */
  customerTitle?: string;
  /** When the next message is promised. */
  deadline: Date;
  timeZone: string;
  /** Phrase ids that stand in the thread already. */
  said: readonly string[];
}

/** How many of a move are proposed by themselves; further ones are there on demand. */
const proposed: Partial<Record<Move, number>> = { acknowledge: 2, comfort: 2, ask: 2, promise: 2 };
const proposedOtherwise = 1;

/** An informal register needs this much confidence; less, and the locale's default speaks. */
const informalConfidence = 0.6;

/** The suggestions for a situation, in reply order, best first within a move. */
export function suggest(situation: Situation, pack: ResolvedPack, context: SuggestContext): Suggestion[] {
  const register = chooseRegister(situation.reading, pack, situation);
  const speaker = createSpeaker(situation, pack, register, context);
  const glosser =
    context.glossPack && languageOf(context.glossPack.locale) !== languageOf(pack.locale)
      ? createSpeaker(situation, context.glossPack, chooseGlossRegister(register, context.glossPack), context)
      : undefined;
  const agentLanguage = languageOf(context.agentLocale) === languageOf(pack.locale) ? 'same' : 'other';
  const said = new Set(context.said);

  const fitting = pack.phrases.flatMap((phrase, position) => {
    if (said.has(phrase.id) || !empathyAllowed(phrase, situation.reading, pack)) return [];
    const fit = fitOf(phrase.id, phrase.when, situation, { agentLanguage });
    const text = fit && speaker(phrase);
    return fit && text ? [{ phrase, fit, text, position }] : [];
  });

  const mood = moodOf(situation.reading);
  const order = orderIn(mood);
  fitting.sort(
    (a, b) =>
      order.indexOf(a.phrase.move) - order.indexOf(b.phrase.move) ||
      Number(a.phrase.onDemand) - Number(b.phrase.onDemand) ||
      b.fit.score - a.fit.score ||
      a.position - b.position,
  );

  const counts = new Map<Move, number>();
  return fitting.map(({ phrase, fit, text }) => {
    const count = counts.get(phrase.move) ?? 0;
    const onDemand =
      phrase.onDemand || !proposedIn(mood, phrase) || count >= (proposed[phrase.move] ?? proposedOtherwise);
    if (!onDemand) counts.set(phrase.move, count + 1);
    return toSuggestion(phrase, fit, text, onDemand, pack.locale, glossOf(phrase, glosser, context.glossPack));
  });
}

/**
 * The register to answer in: the customer's own, if the pack has it and the sign is clear; else the locale's default for
 * the channel. A pack with one register has no choice.
 */
export function chooseRegister(
  reading: Reading,
  pack: ResolvedPack,
  { channel }: Pick<Situation, 'channel'>,
): Register {
  const { registers, defaultRegister } = pack.profile;
  const { value, confidence } = reading.register;
  const wanted =
    value === 'unmarked' || (value === 'informal' && confidence < informalConfidence)
      ? defaultRegister[channel]
      : value;
  return registers.includes(wanted) ? wanted : (registers[0] as Register);
}

const chooseGlossRegister = (register: Register, pack: ResolvedPack): Register =>
  pack.profile.registers.includes(register) ? register : (pack.profile.registers[0] as Register);

/** Never above the locale's ceiling, unless the customer named the feeling first: then it is answered, not assumed. */
function empathyAllowed(phrase: Phrase, reading: Reading, pack: ResolvedPack): boolean {
  return phrase.empathy <= pack.profile.empathyCeiling || reading.concepts.includes(`w-${reading.emotion.value}`);
}

type Speaker = (phrase: Phrase) => string | undefined;

/** Fills phrases of one pack in one register; a phrase that lacks a text or an argument stays silent. */
function createSpeaker(situation: Situation, pack: ResolvedPack, register: Register, context: SuggestContext): Speaker {
  const address = addressIn(situation, pack, register, context);
  const values = valuesFor(situation, address, context);
  return (phrase) => {
    const text = textFor(phrase.text, register, situation.channel);
    if (text === undefined) return undefined;
    const compiled = compileText(text, pack.locale);
    if (isProblem(compiled) || compiled.arguments.some((name) => values[name] === undefined)) return undefined;
    return tidy(compiled.format(values, context.timeZone));
  };
}

/** How the customer is addressed in one pack's words. */
export function addressIn(
  { channel, customerName, signedName }: Pick<Situation, 'channel' | 'customerName' | 'signedName'>,
  pack: ResolvedPack,
  register: Register,
  { customerGender, customerTitle }: Pick<SuggestContext, 'customerGender' | 'customerTitle'>,
): AddressResult {
  return addressCustomer(pack, {
    register,
    channel,
    ...(customerName ? { displayName: customerName } : {}),
    ...(signedName ? { signedName } : {}),
    ...(customerGender ? { gender: customerGender } : {}),
    ...(customerTitle === undefined ? {} : { title: customerTitle }),
  });
}

function valuesFor(situation: Situation, address: AddressResult, context: SuggestContext): ArgumentValues {
  return {
    agentName: context.agentName,
    agentGender: context.agentGender,
    customerGender: address.gender,
    deadline: context.deadline,
    deadlineDay: weekdayKey(context.deadline, context.timeZone),
    ...(address.salutation ? { salutation: address.salutation } : {}),
    ...(address.addressee ? { addressee: address.addressee } : {}),
    ...(situation.reference ? { reference: situation.reference } : {}),
  };
}

function glossOf(phrase: Phrase, glosser: Speaker | undefined, pack: ResolvedPack | undefined): Gloss | undefined {
  const counterpart = glosser && pack?.phrases.find((p) => p.id === phrase.id);
  const text = counterpart && glosser(counterpart);
  return text && pack ? { text, locale: pack.locale, dir: directionOf(pack.locale) } : undefined;
}

function toSuggestion(
  phrase: Phrase,
  fit: Fit,
  text: string,
  onDemand: boolean,
  locale: string,
  gloss: Gloss | undefined,
): Suggestion {
  return {
    id: phrase.id,
    move: phrase.move,
    locale,
    dir: directionOf(locale),
    text,
    ...(gloss ? { gloss } : {}),
    reason: {
      note: phrase.note ?? '',
      because: fit.because,
      ...(phrase.source ? { source: phrase.source } : {}),
      ...(phrase.empathy > 0 ? { empathy: phrase.empathy } : {}),
    },
    onDemand,
    blanks: /\[[^\]\n]+\]/u.test(text),
  };
}
