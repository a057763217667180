/**
 * What a desk shows as the customer's name, taken apart only where that is certain. “Do not split a display name to find
 * the first name”: parts are given where the writing itself tells them apart, or where name order is the rule in that
 * script; else there is only the whole, or nothing.
 */

import { namesCompany } from './company.ts';
import {
  type Parts,
  splitHan,
  splitPatronymic,
  splitSpanish,
  splitVietnamese,
  startsVietnamese,
  withoutThaiPrefix,
} from './habits.ts';

export interface PersonName {
  /** As it should stand in a text. */
  full: string;
  given?: string;
  patronymic?: string;
  family?: string;
  /** Academic or professional titles as written, joined (“Dr.”). */
  title?: string;
  /** Only from a courtesy title that the customer put there (“Frau Weber”). Never from a name. */
  gender?: 'female' | 'male';
}

export interface NameRules {
  nameOrder: 'given-first' | 'family-first';
  /** Language of the forms of address, without region. */
  language: string;
  titles: readonly string[];
  courtesy: { female: readonly string[]; male: readonly string[] };
  /** A name the customer signs with: the surest sign of what to call them. */
  signed?: string;
}

/**
 * The parts of a display name, or undefined where it is no person's name: an address, a handle, a company, initials.
 */
export function parseName(display: string, rules: NameRules): PersonName | undefined {
  const cleaned = display
    .normalize('NFC')
    // Typed ד"ר is an abbreviation, no quotation.
    .replace(/(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew})/gu, '״')
    .replace(/(?<=\p{Script=Hebrew})'/gu, '׳')
    .replace(/[“”"„«»<>[\]{}|]/gu, ' ')
    .replace(/\([^)]{0,80}\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!cleaned || cleaned.length > 80 || /[@\d_/\\#:;!?=+*]/u.test(cleaned) || /\.[a-z]{2,}$/u.test(cleaned))
    return undefined;
  if (namesCompany(cleaned)) return undefined;

  const { language } = rules;
  const behind = courtesyBehind[language]?.find(([title]) => cleaned.endsWith(title));
  const named = behind ? cleaned.slice(0, -behind[0].length).trim() : cleaned;
  const shown = withoutThaiPrefix(withoutHonorific(named.replace(degree, '')));
  const front = takeTitles(shown, rules);
  const { gender = behind?.[1] } = front;
  const { rest, title } = language === 'ko' ? takePost(front, rules) : front;
  const words = joinArabic(rest.split(' ').filter(Boolean));
  if (words.length === 0) return undefined;
  if (
    words.every((word) => /^\p{L}\.?$/u.test(word) && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(word)) ||
    !words.every((word) => word === '&' || /^[\p{L}\p{M}.'’׳״·・ -]+,?$/u.test(word))
  )
    return undefined;
  // & and “and” join two people: one form of address cannot serve both.
  if (words.length > 2 && words.some((word) => /^(?:and|und|in|en|och|e|y|et|&|و)$/iu.test(word))) {
    // “Herr und Frau Weber”: nothing of it can be left out.
    return rest === shown ? { full: recase(rest, language) } : undefined;
  }
  if (words.includes('&')) return undefined;
  // A household is addressed whole (“Familie Weber”, “Familjen Öberg”, “Семья Гончаровых”).
  if (words.length > 1 && household.test(words[0] as string)) return { full: rest };

  // After a courtesy title a single name is the family's (“Frau Weber”), and a particle opens it (“mevrouw de Vries”).
  const familyOnly = gender
    ? words.length === 1 || particle.test(words[0] as string)
    : title !== undefined && words.length > 1 && particle.test(words[0] as string);
  // In Turkish they stand with the given name (Mehmet Bey).
  const givenOnly = behind !== undefined && language === 'tr' && words.length === 1;
  const parts = givenOnly
    ? { given: recase(rest, language) }
    : familyOnly
      ? { family: recase(rest, language) }
      : splitParts(rest, words, rules);
  return {
    full:
      parts.given && parts.family
        ? joinParts(parts.given, parts.family, rest, rules.nameOrder, language)
        : recase(rest, language),
    ...parts,
    ...(title ? { title } : {}),
    ...(gender ? { gender } : {}),
  };
}

/** Degrees and the like behind a comma, as they are written (“Jane Doe, PhD”, “Budi Santoso, S.H., M.M.”): no given name. */
const degree = /(?:, ?(?:Ph\.?D|MBA|MSc|BSc|LLM|Jr|Sr|Esq|CPA|(?:\p{Lu}\p{L}{0,4}\.){1,3}(?:\p{Lu}\p{L}{0,4})?)\.?)+$/u;

const household =
  /^(?:famil(?:ie|y|ia|ja|jen|ien|le|ia)|famille|família|famiglia|fam\.|rodina|rodzina|družina|obitelj|perhe|család|aile|οικογένεια|семья|родина|عائلة|משפחת)$/iu;

const particle = /^(?:van|von|de|den|der|del|della|di|da|dos|das|do|du|la|le|ten|ter|te|zu|bin|al|el|af)$/iu;

/** Courtesy and academic titles that people keep in front of their name abroad, beside those of the pack. */
const courtesyAbroad = {
  female: ['Frau', 'Mrs.', 'Ms.', 'Madame', 'Mme', 'Mevrouw', 'Gospa', 'Señora', 'Signora', 'السيدة'],
  male: ['Herr', 'Mr.', 'Monsieur', 'Meneer', 'de heer', 'Gospod', 'Señor', 'Signor', 'السيد'],
};
const titlesAbroad = ['Dr.', 'Dra.', 'Prof.'];

/** Courtesy that states no gender: the pack's form brings its own. */
const courtesyNeutral = ['Sayın', 'Sn.', 'Kak', 'Mx.'];

/** A form of address that a colleague typed behind the name; the pack's form brings its own. */
const honorific = /[ \u3000]?(?:様|さま|さん|殿|先生|고객님|님|女士|小姐)$/u;
/** Courtesy titles that stand behind the name and state a gender, by language (in Japanese 先生 is a teacher). */
const courtesyBehind: Readonly<Record<string, readonly [string, 'female' | 'male'][]>> = {
  hu: [
    [' úr', 'male'],
    [' asszony', 'female'],
  ],
  tr: [
    [' Bey', 'male'],
    [' Hanım', 'female'],
  ],
  zh: [
    ['女士', 'female'],
    ['小姐', 'female'],
    ['先生', 'male'],
  ],
};
const withoutHonorific = (name: string): string =>
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)
    ? name.replace(honorific, '')
    : name;

/** عبد, أبو, أم, ابن and آل are one name with what follows them. */
function joinArabic(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const next = words[i + 1];
    if (next !== undefined && /^(?:عبد|أبو|ابو|أبا|أم|ام|ابن|بن|آل)$/u.test(word)) {
      joined.push(`${word} ${next}`);
      i++;
    } else joined.push(word);
  }
  return joined;
}

function takeTitles(name: string, rules: NameRules): { rest: string; title?: string; gender?: 'female' | 'male' } {
  const titles: string[] = [];
  let gender: 'female' | 'male' | undefined;
  let words = name.split(' ');
  // How many words at the front are one item of the list (“de heer” is two); a name must be left behind it.
  const opening = (list: readonly string[]): number =>
    list.reduce((most, item) => {
      const parts = item.split(' ');
      return parts.length > most &&
        parts.length < words.length &&
        parts.every((part, i) => sameTitle(part, words[i] as string))
        ? parts.length
        : most;
    }, 0);
  while (words.length > 1) {
    const female = opening([...rules.courtesy.female, ...courtesyAbroad.female]);
    const male = opening([...rules.courtesy.male, ...courtesyAbroad.male]);
    const title = opening([...rules.titles, ...titlesAbroad]);
    const neutral = opening(courtesyNeutral);
    const taken = Math.max(female, male, title, neutral);
    // An abbreviation that the pack does not list (“Dipl.-Ing.”) is still no given name; it is left out.
    if (taken === 0 && !/^\p{L}{3,}[\p{L}-]*\.$/u.test(words[0] as string)) break;
    if (taken > 0 && taken === female) gender = 'female';
    else if (taken > 0 && taken === male) gender = 'male';
    else if (taken > 0 && taken > neutral) titles.push(words.slice(0, taken).join(' '));
    words = words.slice(Math.max(1, taken));
  }
  const rest = words.join(' ');
  return { rest, ...(titles.length > 0 ? { title: titles.join(' ') } : {}), ...(gender ? { gender } : {}) };
}

/** In Korean a post stands behind the name (“최 교수”, “정하늘 박사님”). */
function takePost(front: { rest: string; title?: string }, rules: NameRules): { rest: string; title?: string } {
  const found = /^(?<name>.+) (?<post>\p{Script=Hangul}+?)님?$/u.exec(front.rest)?.groups;
  return found?.post && found.name && rules.titles.includes(found.post)
    ? { rest: found.name, title: found.post }
    : front;
}

/** Case says nothing, but for short titles in capitals: DI is a title, Di a name. */
function sameTitle(title: string, word: string): boolean {
  if (/^\p{Lu}{2,3}$/u.test(title)) return title === word;
  return title.toLowerCase().replace(/\.$/u, '') === word.toLowerCase().replace(/\.$/u, '');
}

function splitParts(rest: string, words: readonly string[], rules: NameRules): Parts {
  const signed = rules.signed?.normalize('NFC');
  const { language } = rules;
  if (rest.includes(',')) {
    const [family = '', given = '', more] = rest.split(',').map((part) => part.trim());
    // “Leena, Matti ja kolme koiraa” is no family name and given name.
    if (more !== undefined || given.split(' ').length > 3) return {};
    return given && family ? { family: recase(family, language), given: recase(given, language) } : {};
  }
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(rest)) return splitFamilyFirst(rest, words, language);
  if (/^[\p{Script=Katakana}ー・]+$/u.test(rest)) return {};
  if (words.length === 1) return signed && same(signed, rest) ? { given: recase(rest, language) } : {};
  const patronymic = splitPatronymic(words);
  if (patronymic.patronymic) return recased(patronymic, language);
  // The customer's own signature settles which part they go by.
  if (signed && !signed.includes(' ')) {
    if (same(signed, words[0] as string))
      return { given: recase(words[0] as string, language), family: recase(words.slice(1).join(' '), language) };
    if (rules.nameOrder === 'family-first' && same(signed, words.at(-1) as string))
      return { given: recase(signed, language), family: recase(words.slice(0, -1).join(' '), language) };
  }
  if (words.some((word) => /^\p{L}\.?$/u.test(word))) return {};
  // Capitals mark the family name where the two are written differently: “DUPONT Marie”.
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length === 2 && isUpper(first) && !isUpper(last)) return { family: recase(first, language), given: last };
  if (words.length === 2 && isUpper(last) && !isUpper(first)) return { given: first, family: recase(last, language) };
  const at = words.findIndex((word) => particle.test(word));
  if (language === 'vi') return splitVietnamese(recase(rest, language).split(' '));
  // “Nguyen Van Minh” has no Dutch particle.
  if (startsVietnamese(words)) return {};
  // Desks turn Hungarian names round as often as not: “Péter Nagy”, “Tóth Józsefné” stay whole.
  if (language === 'hu') return {};
  if (rules.nameOrder === 'family-first')
    return words.length === 2 ? { family: recase(first, language), given: recase(last, language) } : {};
  // “De Vries” is a family name, “Di Wang” begins with the given one: not to be told apart.
  if (at === 0) return {};
  if (at > 0)
    return at === 1
      ? { given: recase(first, language), family: words.slice(1).join(' ') }
      : { given: recase(first, language) };
  if (words.length === 2) return { given: recase(first, language), family: recase(last, language) };
  if (language === 'es') return recased(splitSpanish(words), language);
  // Three and more: middle name, second given or second family name cannot be told apart.
  return {};
}

function splitFamilyFirst(rest: string, words: readonly string[], language: string): Parts {
  if (/[·・]/u.test(rest)) return {};
  if (words.length === 2) return { family: words[0] as string, given: words[1] as string };
  return words.length === 1 ? splitHan(rest, language) : {};
}

function joinParts(
  given: string,
  family: string,
  original: string,
  order: NameRules['nameOrder'],
  language: string,
): string {
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(original)) return original;
  // “Müller, Anna” and “DUPONT Marie” are form order; a text has the order of speech.
  // Middle names belong to the whole (Nguyễn Văn Minh).
  if (language === 'vi') return recase(original, language);
  if (language === 'hu' && original.includes(',')) return `${family} ${given}`;
  const familyFirst =
    !original.includes(',') &&
    order === 'family-first' &&
    same(original.split(' ')[0] ?? '', family.split(' ')[0] ?? '');
  return familyFirst ? `${family} ${given}` : `${given} ${family}`;
}

/** ANNA and anna become Anna; what mixes cases or cannot be recased for certain (McDonald, ß, İ) stays as written. */
export function recase(name: string, language = ''): string {
  return name
    .split(' ')
    .map((word) => {
      const letters = word.replace(/[^\p{L}]/gu, '');
      if (letters.length < 2 || !/^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(letters)) return word;
      if (
        isUpper(letters) &&
        name === name.toUpperCase() &&
        // Two letters alone may be initials; among words in capitals they are a name.
        (letters.length > 2 || name.includes(' ')) &&
        !/^(?:MC|MAC|O['’])|[İß]/u.test(word) &&
        // YILMAZ is Yılmaz to some and Yilmaz to none: capitals are usual there and stay.
        !(language === 'tr' && word.includes('I'))
      ) {
        return word.replace(/\p{L}+/gu, (part) => part.slice(0, 1) + part.slice(1).toLowerCase());
      }
      if (
        letters === letters.toLowerCase() &&
        name === name.toLowerCase() &&
        !name.includes(' ') &&
        !/^[iı]/u.test(word)
      )
        return word.replace(/(?<![\p{L}'’])\p{L}/gu, (first) => first.toUpperCase());
      return word;
    })
    .join(' ');
}

const recased = (parts: Parts, language: string): Parts =>
  Object.fromEntries(Object.entries(parts).map(([part, words]) => [part, recase(words, language)]));

const isUpper = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();
const same = (a: string, b: string): boolean => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
