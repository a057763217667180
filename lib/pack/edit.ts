/**
 * Edits of a pack layer: each takes the lead's own layer and what lies below it, and returns the layer that says only
 * what differs. What equals the wording below is dropped, so that a newer built-in pack shows through. Never changes
 * its input. A layer may be unfinished while a lead types; `checkPack` says what it still lacks.
 */
import { editWordList, type WordList } from '../affect/words.ts';
import type { Phrase, ResolvedPack } from './resolve.ts';
import {
  type Address,
  type AddressForms,
  type AvoidItem,
  type Pack,
  type PhraseLayer,
  type Profile,
  packFormat,
  type Tip,
} from './schema.ts';

export const emptyLayer = (locale: string): Pack => ({ format: packFormat, locale });

/** True where the layer changes nothing. */
export function isEmptyLayer(layer: Pack): boolean {
  const { format: _, locale: __, ...rest } = withoutEmpty(layer);
  return Object.keys(rest).length === 0;
}

/** The same layer without empty lists and groups. */
export function withoutEmpty(layer: Pack): Pack {
  return prune(layer, 2) as Pack;
}

function prune(value: unknown, depth: number): unknown {
  if (!isPlain(value)) return value;
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, depth > 0 ? prune(inner, depth - 1) : inner] as const)
    .filter(
      ([, inner]) =>
        inner !== undefined &&
        !(Array.isArray(inner) && inner.length === 0) &&
        !(isPlain(inner) && Object.keys(inner).length === 0),
    );
  return Object.fromEntries(kept);
}

export type PhraseChange = Partial<Omit<PhraseLayer, 'id'>>;

/** Changes fields of a phrase, or adds it. A field set to undefined goes back to the wording below. */
export function setPhrase(layer: Pack, below: Phrase | undefined, id: string, change: PhraseChange): Pack {
  const merged = { ...layer.phrases?.find((phrase) => phrase.id === id), ...change };
  const differs = Object.entries(merged).filter(
    ([field, value]) => value !== undefined && field !== 'id' && !(below && equal(value, below[field as keyof Phrase])),
  );
  const others = layer.phrases ?? [];
  const next = { id, ...Object.fromEntries(differs) } as PhraseLayer;
  if (differs.length === 0) return { ...layer, phrases: others.filter((phrase) => phrase.id !== id) };
  return {
    ...layer,
    phrases: others.some((phrase) => phrase.id === id)
      ? others.map((phrase) => (phrase.id === id ? next : phrase))
      : [...others, next],
  };
}

/** Takes the lead's edit of a phrase away; a phrase that only the lead's layer has is gone with it. */
export function restorePhrase(layer: Pack, id: string): Pack {
  return { ...layer, phrases: (layer.phrases ?? []).filter((phrase) => phrase.id !== id) };
}

/** Takes a phrase out of use, without losing it or the lead's edit of it. */
export function switchOffPhrase(layer: Pack, below: Phrase | undefined, id: string): Pack {
  return setPhrase(layer, below, id, { off: true });
}

/** Puts it back into use. `offBelow`: a lower layer switched it off. */
export function switchOnPhrase(layer: Pack, below: Phrase | undefined, id: string, offBelow: boolean): Pack {
  return setPhrase(layer, below, id, { off: offBelow ? false : undefined });
}

export type AddressPlace = { register: 'formal' | 'informal'; where: 'email' | 'chat' | 'inText' };
export type AddressForm = keyof AddressForms;

export function formsAt(address: Address | undefined, { register, where }: AddressPlace): AddressForms | undefined {
  return where === 'inText' ? address?.inText?.[register] : address?.[register]?.[where];
}

/** Sets one form of address. Empty or equal to the one below: the lower form shows again. */
export function setAddressForm(
  layer: Pack,
  below: Address,
  place: AddressPlace,
  form: AddressForm,
  text: string,
): Pack {
  const value = text === '' || text === formsAt(below, place)?.[form] ? undefined : text;
  const forms = { ...formsAt(layer.address, place), [form]: value };
  const kept = Object.values(forms).some((one) => one !== undefined)
    ? (Object.fromEntries(Object.entries(forms).filter(([, one]) => one !== undefined)) as AddressForms)
    : undefined;
  const { register, where } = place;
  const address = layer.address ?? {};
  const next: Address =
    where === 'inText'
      ? { ...address, inText: { ...address.inText, [register]: kept } }
      : { ...address, [register]: { ...address[register], [where]: kept } };
  return { ...layer, address: prune(next, 2) as Address };
}

/** Replaces one of the lists of the forms of address whole; equal to the one below: that one shows again. */
export function setTitles(layer: Pack, below: Address, titles: string[]): Pack {
  return {
    ...layer,
    address: prune({ ...layer.address, titles: equal(titles, below.titles ?? []) ? undefined : titles }, 0) as Address,
  };
}

/** The register used where the customer gave no sign, for one channel. */
export function setDefaultRegister(
  layer: Pack,
  below: ResolvedPack['profile'],
  channel: keyof NonNullable<Profile['defaultRegister']>,
  register: 'formal' | 'informal',
): Pack {
  const next = { ...(layer.profile?.defaultRegister ?? below.defaultRegister), [channel]: register };
  const { defaultRegister: _, ...profile } = layer.profile ?? {};
  return { ...layer, profile: equal(next, below.defaultRegister) ? profile : { ...profile, defaultRegister: next } };
}

/** Changes an item of the avoid-list, or adds it. The format wants it whole, so an edit is a copy. */
export function setAvoid(
  layer: Pack,
  below: AvoidItem | undefined,
  id: string,
  change: Partial<Omit<AvoidItem, 'id'>>,
): Pack {
  const others = layer.avoid ?? [];
  const known = others.find((item) => item.id === id);
  const next: AvoidItem = { forms: [], why: '', instead: '', ...below, ...known, ...change, id };
  if (next.off === undefined || (next.off === false && !below?.off)) delete next.off;
  if (below && equal(next, below)) return restoreAvoid(layer, id);
  return { ...layer, avoid: known ? others.map((item) => (item.id === id ? next : item)) : [...others, next] };
}

export function restoreAvoid(layer: Pack, id: string): Pack {
  return { ...layer, avoid: (layer.avoid ?? []).filter((item) => item.id !== id) };
}

/** Takes a tip out of use. The format wants it whole, so the edit is a copy. */
export function switchOffTip(layer: Pack, tip: Tip): Pack {
  return { ...layer, tips: [...(layer.tips ?? []).filter(({ id }) => id !== tip.id), { ...tip, off: true }] };
}

/** The lead's own edit of a tip is taken back; one that a layer below switched off is switched on. */
export function restoreTip(layer: Pack, tip: Tip): Pack {
  const others = (layer.tips ?? []).filter(({ id }) => id !== tip.id);
  return { ...layer, tips: others.length < (layer.tips?.length ?? 0) ? others : [...others, { ...tip, off: false }] };
}

/** Teaches a word for a concept. `known`: forms that the layers below have. */
export function addWord(layer: Pack, concept: string, word: string, known: readonly string[]): Pack {
  const { add = [], remove = [] } = layer.words?.[concept] ?? {};
  return setWords(
    layer,
    concept,
    known.includes(word) || add.includes(word) ? add : [...add, word],
    remove.filter((form) => form !== word),
  );
}

/** Takes a word away: the lead's own is forgotten, one from below is struck out. */
export function removeWord(layer: Pack, concept: string, word: string, known: readonly string[]): Pack {
  const { add = [], remove = [] } = layer.words?.[concept] ?? {};
  return setWords(
    layer,
    concept,
    add.filter((form) => form !== word),
    known.includes(word) && !remove.includes(word) ? [...remove, word] : remove,
  );
}

function setWords(layer: Pack, concept: string, add: string[], remove: string[]): Pack {
  const { [concept]: _, ...others } = layer.words ?? {};
  if (add.length === 0 && remove.length === 0) return { ...layer, words: others };
  return {
    ...layer,
    words: { ...others, [concept]: { ...(add.length > 0 && { add }), ...(remove.length > 0 && { remove }) } },
  };
}

/** A resolved pack as one complete pack of its own, for a file. */
export function toPack(pack: ResolvedPack): Pack {
  const concepts = [...new Set(pack.words.flatMap((edits) => Object.keys(edits)))];
  return withoutEmpty({
    format: packFormat,
    locale: pack.locale,
    profile: pack.profile,
    address: pack.address,
    phrases: [
      ...pack.phrases.map(({ layer: _, onDemand, empathy, when, examples, ...phrase }) => ({
        ...phrase,
        when,
        ...(empathy > 0 && { empathy }),
        ...(onDemand && { onDemand }),
        ...(examples.length > 0 && { examples }),
      })),
      ...pack.off.map((id) => ({ id, off: true })),
    ],
    absent: pack.absent,
    avoid: pack.avoid,
    tips: pack.tips,
    words: Object.fromEntries(concepts.map((concept) => [concept, sumOf(pack, concept)])),
  });
}

/** The net effect of all layers' edits on one concept, whatever the list below says. */
function sumOf(pack: ResolvedPack, concept: string): { add?: string[]; remove?: string[] } {
  const removed = new Set(pack.words.flatMap((edits) => edits[concept]?.remove ?? []));
  const nothing: WordList = new Map([[concept, []]]);
  const add = editWordList(nothing, pack.words).get(concept) ?? [];
  const remove = [...removed].filter((form) => !add.includes(form));
  return { ...(add.length > 0 && { add }), ...(remove.length > 0 && { remove }) };
}

/**
 * Three versions made one, as when two tabs edit: what either changed since `base` counts, and where both changed the
 * same thing `mine` does. Lists of items with an id merge by id, lists of words by word.
 */
export function merge<T>(base: T | undefined, mine: T, theirs: T): T {
  return mergeValue(base, mine, theirs) as T;
}

function mergeValue(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (equal(mine, base)) return theirs;
  if (equal(theirs, base)) return mine;
  if (isPlain(mine) && isPlain(theirs)) {
    const from = isPlain(base) ? base : {};
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return Object.fromEntries(
      keys
        .map((key) => [key, mergeValue(from[key], mine[key], theirs[key])] as const)
        .filter(([, value]) => value !== undefined),
    );
  }
  if (!Array.isArray(mine) || !Array.isArray(theirs)) return mine === undefined && base === undefined ? theirs : mine;
  const before = Array.isArray(base) ? base : [];
  if ([...mine, ...theirs].every(hasId)) {
    const [b, m, t] = [before.filter(hasId), mine, theirs].map(
      (list) => new Map(list.map((item) => [item.id, item])),
    ) as [Map<string, unknown>, Map<string, unknown>, Map<string, unknown>];
    const ids = [...new Set([...t.keys(), ...m.keys()])];
    return ids.map((id) => mergeValue(b.get(id), m.get(id), t.get(id))).filter((item) => item !== undefined);
  }
  if ([...mine, ...theirs].every((item) => typeof item === 'string')) {
    return [
      ...theirs.filter((item) => mine.includes(item) || !before.includes(item)),
      ...mine.filter((item) => !before.includes(item) && !theirs.includes(item)),
    ];
  }
  return mine;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasId = (value: unknown): value is { id: string } => isPlain(value) && typeof value.id === 'string';

/** Deep equality of plain data; a missing field and an undefined one are the same. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => equal(item, b[index]));
  if (!isPlain(a) || !isPlain(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => equal(a[key], b[key]));
}
