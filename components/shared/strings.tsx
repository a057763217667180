/**
 * The words of the user interface. Components get them through a context, so that they know nothing of the browser's
 * API; keys are those of locales/ui/en.json. A “-” in an id is “_” in a key: browsers allow no hyphen in a message name.
 */
import { createContext, useContext } from 'react';
import type en from '../../locales/ui/en.json';

type Messages = typeof en;
type Paths<T, Before extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Before}${K}` : Paths<T[K], `${Before}${K}.`>;
}[keyof T & string];

export type StringKey = Paths<Messages>;
export type MessageName = keyof Messages['message'];
export type NothingName = keyof Messages['nothing'];
export type ProblemName = keyof Messages['problem'];

/** The text for a key with $1, $2 … replaced; an empty string where the key has no text. */
export type Translate = (key: StringKey, ...substitutions: string[]) => string;

export const StringsContext = createContext<Translate | null>(null);

export function useStrings(): Translate {
  const translate = useContext(StringsContext);
  if (!translate) throw new Error('StringsContext has no value: wrap the component in <StringsContext value={t}>');
  return translate;
}

/** Groups of names for ids that come with a reading or a pack. */
export type NameGroup = 'concept' | 'emotion' | 'move' | 'register' | 'signal' | 'topic';

/** The agent's word for an id; the id itself where there is none, as for a concept that is newer than this version. */
export function nameOf(t: Translate, group: NameGroup, id: string): string {
  return t(`${group}.${id.replaceAll('-', '_')}` as StringKey) || id;
}

/** The name of a BCP 47 language in the language of the interface. */
export function languageName(t: Translate, language: string): string {
  try {
    return new Intl.DisplayNames([t('ui.lang')], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** The name of a locale's region (`de-AT` → Austria) in the language of the interface. */
export function regionName(t: Translate, locale: string): string {
  const region = new Intl.Locale(locale).region ?? locale;
  try {
    return new Intl.DisplayNames([t('ui.lang')], { type: 'region' }).of(region) ?? region;
  } catch {
    return region;
  }
}
