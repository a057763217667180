/**
 * Layers: catalogue ← language ← region ← team ← own edits. Each may say only what differs; phrases merge by id and
 * field by field, so that a newer built-in pack never swallows a lead's edit and an edit never hides a newer note.
 */
import type { WordEdits } from '../affect/words.ts';
import type { Register } from '../reading.ts';
import { type Channel, isSpoken } from '../thread.ts';
import type { Move } from './moves.ts';
import type {
  Address,
  AvoidItem,
  Catalogue,
  Example,
  Pack,
  PhraseLayer,
  PhraseText,
  Profile,
  Tip,
  When,
} from './schema.ts';

export type LayerKind = 'built-in' | 'team' | 'own';

export interface Layer {
  kind: LayerKind;
  pack: Pack;
}

/** A phrase after all layers. `text` is missing where no layer gave one: such a phrase is never offered. */
export interface Phrase {
  id: string;
  move: Move;
  when: When;
  text: PhraseText;
  empathy: number;
  onDemand: boolean;
  note?: string;
  source?: string;
  examples: Example[];
  /** The highest layer that changed it. */
  layer: LayerKind;
}

export interface ResolvedPack {
  locale: string;
  profile: Required<
    Pick<Profile, 'registers' | 'empathyCeiling' | 'nameOrder' | 'weekend' | 'timeZone' | 'defaultRegister'>
  > &
    Profile;
  address: Address;
  phrases: Phrase[];
  /** Phrases that a layer switched off. */
  off: string[];
  absent: { id: string; why: string }[];
  avoid: AvoidItem[];
  tips: Tip[];
  /** Edits of the word list, in layer order. */
  words: WordEdits[];
}

/** What holds where a pack says nothing: the careful choice, not a particular culture's. */
const neutralProfile: ResolvedPack['profile'] = {
  registers: ['formal', 'informal'],
  defaultRegister: { email: 'formal', chat: 'formal', social: 'formal', form: 'formal' },
  empathyCeiling: 2,
  nameOrder: 'given-first',
  weekend: [0, 6],
  timeZone: 'UTC',
};

/** The layers of one locale, lowest first (language before region before team before own), laid over each other. */
export function resolvePack(locale: string, catalogue: Catalogue, layers: readonly Layer[]): ResolvedPack {
  const phrases = new Map<string, PhraseLayer & { layer: LayerKind }>();
  for (const entry of catalogue) phrases.set(entry.id, { ...withoutPurpose(entry), layer: 'built-in' });
  const avoid = new Map<string, AvoidItem>();
  const absent = new Map<string, string>();
  const tips = new Map<string, Tip>();
  let profile = neutralProfile;
  let address: Address = {};
  const words: WordEdits[] = [];

  for (const { kind, pack } of layers) {
    profile = { ...profile, ...pack.profile };
    if (pack.address) address = mergeAddress(address, pack.address);
    for (const phrase of pack.phrases ?? []) {
      const below = phrases.get(phrase.id);
      const text = mergeText(below?.text, phrase.text);
      phrases.set(phrase.id, { ...below, ...phrase, ...(text && { text }), layer: kind });
      // A note alone does not bring back what a region left out.
      if (phrase.text) absent.delete(phrase.id);
    }
    for (const { id, why } of pack.absent ?? []) absent.set(id, why);
    for (const item of pack.avoid ?? []) avoid.set(item.id, { ...avoid.get(item.id), ...item });
    for (const tip of pack.tips ?? []) tips.set(tip.id, { ...tips.get(tip.id), ...tip });
    if (pack.words) words.push(pack.words);
  }

  const usable: Phrase[] = [];
  const off: string[] = [];
  for (const phrase of phrases.values()) {
    if (phrase.off) off.push(phrase.id);
    else if (phrase.text && phrase.move && !absent.has(phrase.id))
      usable.push(complete(phrase, phrase.move, phrase.text));
  }
  return {
    locale,
    profile,
    address,
    phrases: usable,
    off,
    absent: [...absent].map(([id, why]) => ({ id, why })),
    avoid: [...avoid.values()].filter((item) => !item.off),
    tips: [...tips.values()].filter((tip) => !tip.off),
    words,
  };
}

function complete(phrase: PhraseLayer & { layer: LayerKind }, move: Move, text: PhraseText): Phrase {
  return {
    id: phrase.id,
    move,
    when: phrase.when ?? {},
    text,
    empathy: phrase.empathy ?? 0,
    onDemand: phrase.onDemand ?? false,
    ...(phrase.note ? { note: phrase.note } : {}),
    ...(phrase.source ? { source: phrase.source } : {}),
    examples: phrase.examples ?? [],
    layer: phrase.layer,
  };
}

function withoutPurpose({ purpose: _, ...entry }: Catalogue[number]): PhraseLayer {
  return entry;
}

/**
 * Register by register; a text for any register takes the place of all. A register's text brings its own chat text or
 * none: what stood below was another wording's.
 */
function mergeText(low: PhraseText | undefined, high: PhraseText | undefined): PhraseText | undefined {
  if (!low || !high || high.any) return high ?? low;
  const { formalChat, informalChat, ...rest } = low;
  return {
    ...rest,
    ...(formalChat && !high.formal && { formalChat }),
    ...(informalChat && !high.informal && { informalChat }),
    ...high,
  };
}

/** The wording for a register and a channel; undefined where the phrase is silent there. */
export function textFor(text: PhraseText, register: Register, channel: Channel): string | undefined {
  const written = text[register] ?? text.any;
  if (!isSpoken(channel)) return written;
  return text[`${register}Chat`] ?? (text[register] ? undefined : text.anyChat) ?? written;
}

/** Forms merge down to the single form; lists are replaced whole. */
function mergeAddress(low: Address, high: Address): Address {
  const forms = (a: Address['formal'], b: Address['formal']) =>
    a || b
      ? {
          ...((a?.email || b?.email) && { email: { ...a?.email, ...b?.email } }),
          ...((a?.chat || b?.chat) && { chat: { ...a?.chat, ...b?.chat } }),
        }
      : undefined;
  const formal = forms(low.formal, high.formal);
  const informal = forms(low.informal, high.informal);
  const inText =
    low.inText || high.inText
      ? {
          formal: { ...low.inText?.formal, ...high.inText?.formal },
          informal: { ...low.inText?.informal, ...high.inText?.informal },
        }
      : undefined;
  return { ...low, ...high, ...(formal && { formal }), ...(informal && { informal }), ...(inText && { inText }) };
}

/** The chain of built-in packs for a locale, the language first. Stops at a pack that is missing or repeats. */
export function packChain(locale: string, packs: ReadonlyMap<string, Pack>): Pack[] {
  const chain: Pack[] = [];
  const seen = new Set<string>();
  for (
    let current: string | undefined = locale;
    current !== undefined && !seen.has(current);
    current = packs.get(current)?.extends
  ) {
    seen.add(current);
    const pack = packs.get(current);
    if (pack) chain.unshift(pack);
  }
  return chain;
}
