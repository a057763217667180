/** How a customer is addressed just now, and which forms the agent may choose instead with one click. */
import { languageOf } from '../locale.ts';
import type { ResolvedPack } from '../pack/resolve.ts';
import { type Gender, genders, type Situation } from '../reading.ts';
import { addressIn, chooseRegister, type SuggestContext } from './suggest.ts';

export interface AddressChoice {
  /** With its punctuation, in the pack's language. */
  salutation: string;
  locale: string;
  gender: Gender;
  /** What each gender is called in the pack's language (“Frau”, “Herr”); empty where the forms show none. */
  genders: { gender: Gender; label: string }[];
  /** The academic title in use; empty: none. */
  title: string;
  /** Titles that the salutation has a place for; empty where there is no name to put one before. */
  titles: string[];
}

/** Undefined where the pack has no salutation for this channel. */
export function addressChoice(
  situation: Situation,
  pack: ResolvedPack,
  context: Pick<SuggestContext, 'customerGender' | 'customerTitle'>,
): AddressChoice | undefined {
  const register = chooseRegister(situation.reading, pack, situation);
  const chosen = addressIn(situation, pack, register, context);
  if (!chosen.salutation) return undefined;
  const shown = (gender: Gender) =>
    addressIn(situation, pack, register, { ...context, customerGender: gender }).salutation;
  const differ = new Set(genders.map(shown)).size > 1;
  const withTitle = (title: string) =>
    addressIn(situation, pack, register, { ...context, customerTitle: title }).salutation;
  // A form has a place for every title or for none, so that one shows it. Some give way to a form without name and title.
  const [probe = ''] = pack.address.titles ?? [];
  const probed = chosen.name && probe ? withTitle(probe) : undefined;
  const placed = probed?.includes(probe) && probed !== withTitle('');
  const label = (gender: Gender): string =>
    gender === 'other' ? '' : capital(pack.address.courtesy?.[gender]?.[0] ?? '', languageOf(pack.locale));
  return {
    salutation: chosen.salutation,
    locale: pack.locale,
    gender: chosen.gender,
    genders: differ ? genders.map((gender) => ({ gender, label: label(gender) })) : [],
    title: chosen.name?.title ?? '',
    titles: placed ? (pack.address.titles ?? []) : [],
  };
}

const capital = (word: string, language: string | undefined): string =>
  word.slice(0, 1).toLocaleUpperCase(language) + word.slice(1);
