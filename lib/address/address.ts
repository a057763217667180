/**
 * Forms of address: the salutation and the form inside a sentence, from the pack's forms and the customer's name.
 * Gender is what the agent set or the customer's own courtesy title said; it is never guessed from a name.
 */
import { languageOf } from '../locale.ts';
import type { ResolvedPack } from '../pack/resolve.ts';
import type { Address, AddressForms } from '../pack/schema.ts';
import type { Gender, Register } from '../reading.ts';
import { type Channel, isSpoken } from '../thread.ts';
import { type PersonName, parseName } from './name.ts';
import { vocative } from './vocative.ts';

export interface AddressInput {
  displayName?: string;
  signedName?: string;
  register: Register;
  channel: Channel;
  /** What the agent set for this customer. */
  gender?: Gender;
  /** The academic title that the agent set; empty: none. Undefined: the one in the display name. */
  title?: string;
}

export interface AddressResult {
  /** With its punctuation; always there in a complete pack. */
  salutation?: string;
  /** For use inside a sentence; absent where no safe form exists. */
  addressee?: string;
  /** The gender that the forms were chosen for. */
  gender: Gender;
  /** With the title that the forms had to place. */
  name?: PersonName;
}

/** Chooses and fills the forms; falls back to the form that needs less where a part of the name is missing. */
export function addressCustomer(
  { address, profile, locale }: Pick<ResolvedPack, 'address' | 'profile' | 'locale'>,
  input: AddressInput,
): AddressResult {
  const language = languageOf(locale) ?? locale;
  const parsed = input.displayName
    ? parseName(input.displayName, {
        nameOrder: profile.nameOrder,
        language,
        titles: address.titles ?? [],
        courtesy: { female: address.courtesy?.female ?? [], male: address.courtesy?.male ?? [] },
        ...(input.signedName ? { signed: input.signedName } : {}),
      })
    : undefined;
  const gender = input.gender ?? parsed?.gender ?? 'other';
  const name = parsed && nameFor(parsed, address, language, input.title, gender);
  const byChannel = address[input.register] ?? address.formal ?? address.informal;
  const forms = (isSpoken(input.channel) ? byChannel?.chat : byChannel?.email) ?? byChannel?.email ?? byChannel?.chat;
  const salutation = forms && fillForms(forms, gender, name);
  const inside = address.inText?.[input.register];
  const addressee = inside && fillForms(inside, gender, name);
  return {
    gender,
    ...(salutation ? { salutation } : {}),
    ...(addressee ? { addressee } : {}),
    ...(name ? { name } : {}),
  };
}

/** The name with everything that a form may ask for. */
interface FormName extends PersonName {
  familyAlone?: string | undefined;
  givenVocative?: string | undefined;
  familyVocative?: string | undefined;
}

function nameFor(
  parsed: PersonName,
  address: Address,
  language: string,
  chosenTitle: string | undefined,
  gender: Gender,
): FormName {
  const { title: shown, ...rest } = parsed;
  const title = chosenTitle ?? shown;
  const inflect = (part: 'given' | 'family') =>
    parsed[part] === undefined ? undefined : vocative(language, part, parsed[part], gender);
  return {
    ...rest,
    ...(title ? { title } : {}),
    ...(address.familyAlone === 'capital' ? { familyAlone: capital(parsed.family) } : {}),
    givenVocative: inflect('given'),
    familyVocative: inflect('family'),
  };
}

function fillForms(forms: AddressForms, gender: Gender, name: FormName | undefined): string | undefined {
  if (name) {
    const titled = name.title && forms.titled !== undefined ? fillForm(forms.titled, name) : undefined;
    if (titled !== undefined) return titled;
    const gendered = gender === 'other' ? undefined : forms[gender];
    // “Ms. Dr. Chen” is no form and “Ms. Chen” would take her title away: then the form that has a place for it.
    if (gendered !== undefined && (!name.title || gendered.includes('{title}'))) {
      const filled = fillForm(gendered, name);
      if (filled !== undefined) return filled;
    }
    // A family name alone (“Hallo Weber”) is rude without its courtesy title: then no name.
    const bareFamily = name.family !== undefined && name.given === undefined && !name.title;
    if (forms.unknown !== undefined && !bareFamily) {
      // A name that is one word or cannot be split is used whole (culture §3), never dropped; behind a title (“Dr. Weber”)
      // it is most likely the family's, so it does not stand for the given name.
      const filled =
        fillForm(forms.unknown, name) ??
        (name.title ? undefined : fillForm(forms.unknown, { ...name, given: name.given ?? name.full }));
      if (filled !== undefined) return filled;
    }
  }
  return forms.noName;
}

const capital = (family: string | undefined): string | undefined =>
  family && family.slice(0, 1).toUpperCase() + family.slice(1);

/** What a form may hold. Title and patronymic just leave their place where they are not known; without another part a form is not used. */
export const namePlaceholders = [
  'title',
  'given',
  'patronymic',
  'family',
  'full',
  'givenVocative',
  'familyVocative',
] as const;
const placeholder = /\{(title|given|patronymic|family|full|givenVocative|familyVocative)\}/gu;

/** The form with the name in it; undefined where a part it needs is not known. */
export function fillForm(form: string, name: FormName): string | undefined {
  let complete = true;
  const alone = !/\{(?:given|givenVocative|full)\}/u.test(form);
  const filled = form.replace(placeholder, (_, part: (typeof namePlaceholders)[number]) => {
    const value = part === 'family' && alone ? (name.familyAlone ?? name.family) : name[part];
    if (value === undefined && part !== 'title' && part !== 'patronymic') complete = false;
    return value ?? '';
  });
  return complete
    ? filled
        .replace(/ {2,}/gu, ' ')
        .replace(/ (?=[,.!:،、，！])/gu, '')
        .trim()
    : undefined;
}
