/**
 * What a desk shows as the customer's name, taken apart only where that is certain. “Do not split a display name to find
 * the first name”: parts are given where the writing itself tells them apart, or where name order is the rule in that
 * script; else there is only the whole, or nothing.
 */

export interface PersonName {
  /** As it should stand in a text. */
  full: string;
  given?: string;
  family?: string;
  /** Academic or professional titles as written, joined (“Dr.”). */
  title?: string;
  /** Only from a courtesy title that the customer put there (“Frau Weber”). Never from a name. */
  gender?: 'female' | 'male';
}

export interface NameRules {
  nameOrder: 'given-first' | 'family-first';
  titles: readonly string[];
  courtesy: { female: readonly string[]; male: readonly string[] };
  /** A name the customer signs with: the surest sign of what to call them. */
  signed?: string;
}

const company = new Set([
  'gmbh',
  'ag',
  'kg',
  'ug',
  'ltd',
  'limited',
  'llc',
  'inc',
  'corp',
  'plc',
  'co',
  'bv',
  'nv',
  'ab',
  'oy',
  'as',
  'aps',
  'sa',
  'sarl',
  'sas',
  'srl',
  'spa',
  'sl',
  'doo',
  'd.o.o',
  'sp',
  's.p',
  'ltda',
  'eireli',
  'me',
  'kk',
  'team',
  'support',
  'service',
  'office',
  'sales',
  'info',
  'admin',
  'billing',
  'noreply',
  'no-reply',
  'buchhaltung',
  'einkauf',
  'verein',
  'company',
  'group',
  'shop',
  'store',
  'hotel',
  'schule',
  'school',
  'university',
]);
const companyMarks = ['株式会社', '有限会社', '合同会社', '(株)', '（株）', 'شركة', 'مؤسسة', '公司', '주식회사'];

/** Family names of two characters in Han script; others are one (ja: unknown without a space). */
const compoundHan = new Set([
  '欧阳',
  '歐陽',
  '司马',
  '司馬',
  '诸葛',
  '諸葛',
  '上官',
  '司徒',
  '張簡',
  '范姜',
  '남궁',
  '선우',
  '황보',
]);

/**
 * The parts of a display name, or undefined where it is no person's name: an address, a handle, a company, initials.
 */
export function parseName(display: string, rules: NameRules): PersonName | undefined {
  const cleaned = display
    .normalize('NFC')
    .replace(/[“”"„«»<>[\]{}|]/gu, ' ')
    .replace(/\([^)]{0,80}\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!cleaned || cleaned.length > 80 || /[@\d_/\\#:;!?=+*]/u.test(cleaned) || /\.[a-z]{2,}$/u.test(cleaned))
    return undefined;
  if (companyMarks.some((mark) => cleaned.includes(mark))) return undefined;

  const shown = withoutHonorific(cleaned.replace(degree, ''));
  const { rest, title, gender } = takeTitles(shown, rules);
  const words = joinArabic(rest.split(' ').filter(Boolean));
  if (words.length === 0 || words.some((word) => company.has(word.toLowerCase().replace(/\.$/u, '')))) return undefined;
  if (
    words.every((word) => /^\p{L}\.?$/u.test(word)) ||
    !words.every((word) => word === '&' || /^[\p{L}\p{M}.'’·・ -]+,?$/u.test(word))
  )
    return undefined;
  // & and “and” join two people: one form of address cannot serve both.
  if (words.length > 2 && words.some((word) => /^(?:and|und|in|en|och|e|y|et|&|و)$/iu.test(word))) {
    // “Herr und Frau Weber”: nothing of it can be left out.
    return rest === shown ? { full: recase(rest) } : undefined;
  }
  if (words.includes('&')) return undefined;

  // After a courtesy title a single name is the family's (“Frau Weber”), and a particle opens it (“mevrouw de Vries”).
  const familyOnly = gender
    ? words.length === 1 || particle.test(words[0] as string)
    : title !== undefined && words.length > 1 && particle.test(words[0] as string);
  const parts = familyOnly ? { family: recase(rest) } : splitParts(rest, words, rules);
  return {
    full: parts.given && parts.family ? joinParts(parts.given, parts.family, rest, rules.nameOrder) : recase(rest),
    ...parts,
    ...(title ? { title } : {}),
    ...(gender ? { gender } : {}),
  };
}

/** Degrees and the like behind a comma, as they are written: no given name (“Jane Doe, PhD”). */
const degree = /, ?(?:Ph\.?D|M\.?D|M\.?Sc|B\.?Sc|M\.A|B\.A|MBA|LL\.?M|Jr|Sr|Esq|CPA)\.?(?=,|$)/gu;

const particle = /^(?:van|von|de|den|der|del|della|di|da|dos|das|do|du|la|le|ten|ter|te|zu|bin|al|el|af)$/iu;

/** Courtesy and academic titles that people keep in front of their name abroad, beside those of the pack. */
const courtesyAbroad = {
  female: ['Frau', 'Mrs.', 'Ms.', 'Madame', 'Mme', 'Mevrouw', 'Gospa', 'Señora', 'Signora', 'السيدة'],
  male: ['Herr', 'Mr.', 'Monsieur', 'Meneer', 'de heer', 'Gospod', 'Señor', 'Signor', 'السيد'],
};
const titlesAbroad = ['Dr.', 'Dra.', 'Prof.'];

/** A form of address that a colleague typed behind the name; the pack's form brings its own. */
const honorific = /[ \u3000]?(?:様|さま|さん|殿|先生|고객님|님|女士|小姐)$/u;
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
    const taken = Math.max(female, male, title);
    // An abbreviation that the pack does not list (“Dipl.-Ing.”) is still no given name; it is left out.
    if (taken === 0 && !/^\p{L}{3,}[\p{L}-]*\.$/u.test(words[0] as string)) break;
    if (taken > 0 && taken === female) gender = 'female';
    else if (taken > 0 && taken === male) gender = 'male';
    else if (taken > 0) titles.push(words.slice(0, taken).join(' '));
    words = words.slice(Math.max(1, taken));
  }
  const rest = words.join(' ');
  return { rest, ...(titles.length > 0 ? { title: titles.join(' ') } : {}), ...(gender ? { gender } : {}) };
}

/** Case says nothing, but for short titles in capitals: DI is a title, Di a name. */
function sameTitle(title: string, word: string): boolean {
  if (/^\p{Lu}{2,3}$/u.test(title)) return title === word;
  return title.toLowerCase().replace(/\.$/u, '') === word.toLowerCase().replace(/\.$/u, '');
}

function splitParts(rest: string, words: readonly string[], rules: NameRules): { given?: string; family?: string } {
  const signed = rules.signed?.normalize('NFC');
  if (rest.includes(',')) {
    const [family = '', given = ''] = rest.split(',', 2).map((part) => part.trim());
    return given && family ? { family: recase(family), given: recase(given) } : {};
  }
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(rest)) return splitFamilyFirst(rest, words);
  if (/^[\p{Script=Katakana}ー・]+$/u.test(rest)) return {};
  if (words.length === 1) return signed && same(signed, rest) ? { given: recase(rest) } : {};
  // The customer's own signature settles which part they go by.
  if (signed && !signed.includes(' ')) {
    if (same(signed, words[0] as string))
      return { given: recase(words[0] as string), family: recase(words.slice(1).join(' ')) };
    if (rules.nameOrder === 'family-first' && same(signed, words.at(-1) as string))
      return { given: recase(signed), family: recase(words.slice(0, -1).join(' ')) };
  }
  if (words.some((word) => /^\p{L}\.?$/u.test(word))) return {};
  // Capitals mark the family name where the two are written differently: “DUPONT Marie”.
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length === 2 && isUpper(first) && !isUpper(last)) return { family: recase(first), given: last };
  if (words.length === 2 && isUpper(last) && !isUpper(first)) return { given: first, family: recase(last) };
  const at = words.findIndex((word) => particle.test(word));
  if (rules.nameOrder === 'family-first')
    return words.length === 2 ? { family: recase(first), given: recase(last) } : {};
  // “De Vries” is a family name, “Di Wang” begins with the given one: not to be told apart.
  if (at === 0) return {};
  if (at > 0) return at === 1 ? { given: recase(first), family: words.slice(1).join(' ') } : { given: recase(first) };
  if (words.length === 2) return { given: recase(first), family: recase(last) };
  // Three and more: middle name, second given or second family name cannot be told apart.
  return {};
}

function splitFamilyFirst(rest: string, words: readonly string[]): { given?: string; family?: string } {
  if (/[·・]/u.test(rest)) return {};
  if (words.length === 2) return { family: words[0] as string, given: words[1] as string };
  if (words.length !== 1 || rest.length > 4) return {};
  // Written together: a Chinese or Korean family name is one character, but for the known pairs. Japanese is not settled.
  if (/^\p{Script=Hangul}+$/u.test(rest) && rest.length >= 2) {
    const length = compoundHan.has(rest.slice(0, 2)) ? 2 : 1;
    return { family: rest.slice(0, length), given: rest.slice(length) };
  }
  return {};
}

function joinParts(given: string, family: string, original: string, order: NameRules['nameOrder']): string {
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(original)) return original;
  // “Müller, Anna” and “DUPONT Marie” are form order; a text has the order of speech.
  const familyFirst =
    !original.includes(',') &&
    order === 'family-first' &&
    same(original.split(' ')[0] ?? '', family.split(' ')[0] ?? '');
  return familyFirst ? `${family} ${given}` : `${given} ${family}`;
}

/** ANNA and anna become Anna; what mixes cases or cannot be recased for certain (McDonald, ß, İ) stays as written. */
export function recase(name: string): string {
  return name
    .split(' ')
    .map((word) => {
      const letters = word.replace(/[^\p{L}]/gu, '');
      if (letters.length < 2 || !/^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u.test(letters)) return word;
      if (
        isUpper(letters) &&
        name === name.toUpperCase() &&
        letters.length > 2 &&
        !/^(?:MC|MAC|O['’])|[Iİß]$/u.test(word)
      ) {
        return word.replace(/\p{L}+/gu, (part) => part.slice(0, 1) + part.slice(1).toLowerCase());
      }
      if (
        letters === letters.toLowerCase() &&
        name === name.toLowerCase() &&
        !name.includes(' ') &&
        !/^[iı]/u.test(word)
      )
        return word.slice(0, 1).toUpperCase() + word.slice(1);
      return word;
    })
    .join(' ');
}

const isUpper = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();
const same = (a: string, b: string): boolean => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
