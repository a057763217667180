/**
 * Forms of address: the salutation and the form inside a sentence, from the pack's forms and the customer's name.
 * Gender is what the agent set or the customer's own courtesy title said; it is never guessed from a name.
 */
import type { Address, AddressForms } from '../pack/schema.ts';
import type { Gender, Register } from '../reading.ts';
import type { Channel } from '../thread.ts';
import { type NameRules, type PersonName, parseName } from './name.ts';

export interface AddressInput {
  displayName?: string;
  signedName?: string;
  register: Register;
  channel: Channel;
  /** What the agent set for this customer. */
  gender?: Gender;
  nameOrder: NameRules['nameOrder'];
}

export interface AddressResult {
  /** With its punctuation; always there in a complete pack. */
  salutation?: string;
  /** For use inside a sentence; absent where no safe form exists. */
  addressee?: string;
  /** The gender that the forms were chosen for. */
  gender: Gender;
  name?: PersonName;
}

/** Chooses and fills the forms; falls back to the form that needs less where a part of the name is missing. */
export function addressCustomer(address: Address, input: AddressInput): AddressResult {
  const parsed = input.displayName
    ? parseName(input.displayName, {
        nameOrder: input.nameOrder,
        titles: address.titles ?? [],
        courtesy: { female: address.courtesy?.female ?? [], male: address.courtesy?.male ?? [] },
        ...(input.signedName ? { signed: input.signedName } : {}),
      })
    : undefined;
  const name =
    parsed && address.familyAlone === 'capital' ? { ...parsed, familyAlone: capital(parsed.family) } : parsed;
  const gender = input.gender ?? name?.gender ?? 'other';
  const byChannel = address[input.register] ?? address.formal ?? address.informal;
  const spoken = input.channel === 'chat' || input.channel === 'social';
  const forms = (spoken ? byChannel?.chat : byChannel?.email) ?? byChannel?.email ?? byChannel?.chat;
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

function fillForms(
  forms: AddressForms,
  gender: Gender,
  name: Parameters<typeof fillForm>[1] | undefined,
): string | undefined {
  if (name) {
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

const placeholder = /\{(title|given|family|full)\}/gu;

/** The form with the name in it; undefined where a part it needs is not known. A missing title just leaves its place. */
export function fillForm(form: string, name: PersonName & { familyAlone?: string | undefined }): string | undefined {
  let complete = true;
  const alone = !form.includes('{given}') && !form.includes('{full}');
  const filled = form.replace(placeholder, (_, part: 'title' | 'given' | 'family' | 'full') => {
    const value = part === 'family' && alone ? (name.familyAlone ?? name.family) : name[part];
    if (value === undefined && part !== 'title') complete = false;
    return value ?? '';
  });
  return complete
    ? filled
        .replace(/ {2,}/gu, ' ')
        .replace(/ (?=[,.!:،、])/gu, '')
        .trim()
    : undefined;
}
