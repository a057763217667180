/** The order, invoice or booking number in a customer's message. */
import { withoutQuotes } from './text/clean.ts';

/** Letters, digits, dashes and slashes with at least four digits in all: 48213, RE-2026-1187, JP-55302, 7730-BR. */
const candidate =
  /(?<![\p{L}\p{N}.,/@+〒-])(?:\p{Lu}{1,4}[-/]?)?\p{N}{2,12}(?:[-/][\p{Lu}\p{N}]{1,8}){0,3}(?![\p{L}\p{N}@%]|[.,:]\p{N})/gu;
/** What programs call their errors, and numbers that are only there as an example. */
const errorCode = /^E-?\p{N}{2,4}$/u;
const zeros = /^[^1-9]*$/u;
/** Dates, phone numbers, amounts and postcodes look alike and are none. */
const date = /^\p{N}{1,4}[-/]\p{N}{1,2}[-/]\p{N}{1,4}$/u;
const year = /^(?:19|20)\p{N}{2}$/u;
/** Tyres, clothes, days from to: “205/55”, “176/92”, “15-18”. */
const size = /^\p{N}{1,3}[-/]\p{N}{1,3}$/u;
const unit =
  /^\s*(?:[€$£¥₹]|eur|usd|sek|kr\b|chf|czk|ft\b|zł|lei|tl\b|درهم|ريال|جنيه|円|元|원|km\b|kg\b|cm\b|mm\b|min|sek)/iu;
const moneyBefore = /[€$£¥₹]\s*$|(?:eur|usd|chf|r\$)\s*$/iu;
const phoneBefore = /\+\p{N}[\p{N} ()/-]*$|(?<!\p{L})(?:tel|tlf|phone|mobil|gsm|iban|電話|هاتف)[^\n\p{L}]{0,8}$/iu;

/**
 * The reference that the customer's messages agree on: undefined where there is none or more than one, because a wrong
 * number in a reply is worse than none.
 */
export function findReference(texts: readonly string[]): string | undefined {
  const found = new Set<string>();
  for (const text of texts) {
    const own = withoutQuotes(text);
    for (const match of own.matchAll(candidate)) {
      const value = match[0];
      const before = own.slice(Math.max(0, match.index - 24), match.index);
      const after = own.slice(match.index + value.length, match.index + value.length + 10);
      const digits = value.replace(/\P{N}/gu, '').length;
      if (
        digits < 4 ||
        errorCode.test(value) ||
        zeros.test(value) ||
        date.test(value) ||
        year.test(value) ||
        size.test(value) ||
        unit.test(after) ||
        moneyBefore.test(before) ||
        phoneBefore.test(before)
      )
        continue;
      // A run of number groups is a phone number or an account, not a reference.
      if (/\p{N}[ \u00A0]$/u.test(before) || /^[ \u00A0]\p{N}/u.test(after)) continue;
      found.add(value);
    }
  }
  // A number with letters (RE-2026-1187) is made to be referred to; bare ones beside it are something else.
  const lettered = [...found].filter((value) => /\p{L}/u.test(value));
  const choice = lettered.length > 0 ? lettered : [...found];
  return choice.length === 1 ? choice[0] : undefined;
}
