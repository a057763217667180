/** BCP 47 tags, the ISO 639-3 codes of language identifiers, and writing direction, in one place. */

/** Our language codes and what ISO 639-3 (franc) calls them. Norwegian is written `nb` here. */
const iso6393: Readonly<Record<string, string>> = {
  ar: 'arb',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  fi: 'fin',
  fr: 'fra',
  he: 'heb',
  hi: 'hin',
  hr: 'hrv',
  hu: 'hun',
  id: 'ind',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  nb: 'nob',
  nl: 'nld',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sl: 'slv',
  sv: 'swe',
  th: 'tha',
  tr: 'tur',
  uk: 'ukr',
  vi: 'vie',
  zh: 'cmn',
};

/** The languages whose words we can read (`locales/words`). */
export const readLanguages: readonly string[] = Object.keys(iso6393);

export function toIso6393(language: string): string | undefined {
  return iso6393[language];
}

const fromIso6393 = new Map(Object.entries(iso6393).map(([tag, code]) => [code, tag]));

export function languageFromIso6393(code: string): string | undefined {
  return fromIso6393.get(code);
}

/** Languages without a word list whose words are mostly a neighbour's: read with the neighbour's list, named as they are. */
const readAs: Readonly<Record<string, string>> = { bs: 'hr', sr: 'hr', ms: 'id', gl: 'pt', sk: 'cs' };

/** The language whose word list reads this one: itself, or a close neighbour. */
export function wordListFor(language: string): string {
  return readLanguages.includes(language) ? language : (readAs[language] ?? language);
}

/** The language of a tag in our codes: `de-AT` → `de`, `no` and `nn` → `nb`; undefined for what is no tag. */
export function languageOf(tag: string): string | undefined {
  const language = /^[a-zA-Z]{2,3}(?=$|[-_])/.exec(tag)?.[0].toLowerCase();
  return language === 'no' || language === 'nn' ? 'nb' : language;
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'he', 'fa', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv']);

export function directionOf(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(languageOf(tag) ?? '') ? 'rtl' : 'ltr';
}

/** The name of a language or locale in the reader's language; the tag itself where the platform has none. */
export function displayName(tag: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/**
 * The pack that speaks to a customer: the region asked for, else the region that the team prefers, else the language,
 * else any pack of that language (`pt` → `pt-BR`). Undefined where no pack has the language.
 */
export function choosePack(
  wanted: string,
  available: readonly string[],
  preferred: readonly string[] = [],
): string | undefined {
  const language = languageOf(wanted);
  const ofLanguage = available.filter((locale) => languageOf(locale) === language);
  return (
    ofLanguage.find((locale) => locale === wanted && locale !== language) ??
    preferred.find((locale) => ofLanguage.includes(locale)) ??
    ofLanguage.find((locale) => locale === language) ??
    ofLanguage[0]
  );
}
