/**
 * Rules of typography for what a customer reads, by language. Each is one pattern that finds the wrong, and says what is
 * right. They are applied to texts as they are filled in.
 */
import { languageOf } from '../locale.ts';

export interface TypographyRule {
  /** Languages or locales it holds for; left out: all. */
  in?: readonly string[];
  /** Languages or locales that are exceptions. */
  notIn?: readonly string[];
  wrong: RegExp;
  problem: string;
  remedy: string;
}

const fullWidth = ['ja', 'zh'];

export const typographyRules: readonly TypographyRule[] = [
  {
    wrong: /\S {2,}|[ \t]$|[ \t]\n| [,،、。]/mu,
    problem: 'a double space, or one at the end of a line or before a comma',
    remedy: 'take it out',
  },
  { wrong: /"/u, problem: 'a straight quotation mark', remedy: 'use the language’s own' },
  {
    notIn: ['he'],
    wrong: /\p{L}'\p{L}/u,
    problem: 'a straight apostrophe between letters',
    remedy: 'use ’ (U+2019)',
  },
  { wrong: /[!！][^!！]*[!！]/u, problem: 'more than one exclamation mark', remedy: 'keep one at most' },
  {
    wrong:
      /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Greek}|\p{Script=Greek}\p{Script=Latin}/u,
    problem: 'two scripts in one word: a letter that only looks like another',
    remedy: 'type the word again in its own script',
  },
  {
    in: ['es'],
    wrong: /(?:^|[.!?\n])[^¿\n.!?]*\?|(?:^|[.!?\n])[^¡\n.!?]*!/mu,
    problem: 'a question or exclamation that is not opened',
    remedy: 'open it with ¿ or ¡',
  },
  {
    in: ['fr'],
    notIn: ['fr-CA', 'fr-CH'],
    wrong: /[^\s\u00A0\u202F?!…)»][?!;](?!\p{L})|[^\u00A0\u202F\d]:(?!\d|\/\/)|«[^\u00A0\u202F]|[^\u00A0\u202F]»/u,
    problem: 'no no-break space before ? ! ; : or inside « »',
    remedy: 'put U+202F (before : and inside « » U+00A0) there',
  },
  {
    in: ['fr', 'es', 'it', 'ru', 'uk', 'el', 'nb'],
    wrong: /[„]/u,
    problem: 'quotation marks of another language',
    remedy: 'use « » or those of profile › quotes',
  },
  {
    in: ['ar'],
    wrong: /[?;]|\p{Script=Arabic},/u,
    problem: 'a Latin question mark, comma or semicolon',
    remedy: 'use ؟ ، ؛',
  },
  {
    in: ['de'],
    notIn: ['de-CH'],
    wrong: /[«»”]/u,
    problem: 'quotation marks of another language',
    remedy: 'use „ “',
  },
  { in: ['de-CH'], wrong: /ß/u, problem: 'an ß', remedy: 'write ss' },
  { in: ['sl'], wrong: /[“„]/u, problem: 'quotation marks of another language', remedy: 'use » «' },
  { in: ['el'], wrong: /\?/u, problem: 'a Latin question mark', remedy: 'use ;' },
  {
    in: fullWidth,
    wrong: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][,.?!:;]/u,
    problem: 'half-width punctuation',
    remedy: 'use ，。？！：；',
  },
  {
    in: fullWidth,
    // Taiwan's letters honour the reader with a space (敬祝 順心).
    notIn: ['zh-TW'],
    wrong:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    problem: 'a space between characters',
    remedy: 'take it out',
  },
  {
    notIn: fullWidth,
    wrong: /[、。？！「」：；，]/u,
    problem: 'full-width punctuation',
    remedy: 'use the language’s own',
  },
];

/** The rules that hold for a locale. */
export function rulesFor(locale: string): TypographyRule[] {
  const language = languageOf(locale) ?? locale;
  const named = (list: readonly string[] | undefined) => list?.includes(locale) || list?.includes(language) || false;
  return typographyRules.filter((rule) => (rule.in === undefined || named(rule.in)) && !named(rule.notIn));
}
