/**
 * What of a message are the customer's own words? Quotes, forwarded headers, signatures of devices, addresses, numbers
 * and codes say nothing about language, register or feeling. They are replaced by spaces, never cut, so that every
 * offset still points at the same place of the original.
 */

const urlOrMail = /(?:https?:\/\/|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu;
/**
 * Runs of letters, digits and the signs of codes; one with a digit in it is an order number, amount, date, error code or
 * version. In scripts without spaces a sentence is one run, so their letters end a run: of 3日待っても only the 3 is code.
 */
const codeRun =
  /[[\p{L}--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]]\p{N}#№€$£¥%.,:\/_+\-]+/gv;
const digit = /\p{N}/u;
/**
 * Arabic in Latin letters writes what Latin lacks as digits that look like it: 7abibi, 3eib, ma fhemet sa3a. One digit at
 * a time, before letters, in small letters; with a vowel, which 3rd and 5km have not.
 */
const digitWord = /^\p{Lu}?[235789]?(?:\p{Ll}+[235789])*\p{Ll}+$/u;
const vowel = /[aeiouy]/;
/** What stands behind a number as its unit. */
const unit = /^\d(?:am|min|mal|fach|er|te|ème|eme|da|ra|mio|go|mo|uur|tunti)$/;
const quotedLine = /^[ \t]*(?:>|\|[ \t])/;
/** “On 18. 11. 2026 at 10:12, Nika Hren wrote:” in any language: a line with a digit that ends in a colon. */
const quoteHeader = /^(?=.*\p{N}).{8,200}[:：]\s*$/u;
const signatureMark = /^--\s*$/;
/** Mail programs' own lines. Literal beginnings, lower case; the phrase after them names a device. */
const deviceLines = [
  'sent from my',
  'get outlook for',
  'poslano iz',
  'poslano z',
  'verzonden vanaf',
  'verstuurd vanaf',
  'skickat från',
  'von meinem iphone',
  'von meinem ipad',
  'von meinem handy',
  'von meinem mobil',
  'von meinem samsung',
  'von meinem android',
  'von meinem smartphone',
  'gesendet von',
  'enviado do meu',
  'enviado desde',
  'envoyé de mon',
  'inviato da',
  'أرسلت من',
  'تم الإرسال من',
  'iphoneから送信',
  'wysłane z',
  'odesláno z',
  'sendt fra',
  'lähetetty iphone',
  'lähetetty ipad',
  'lähetetty android',
  'lähetetty outlook',
  'lähetetty laitteesta',
];

/** The text with everything but the customer's own words blanked out; the same length. */
export function ownWords(text: string): string {
  return blankQuotes(text)
    .replace(urlOrMail, spaces)
    .replace(codeRun, (run) => (digit.test(run) && !isDigitWord(run) ? spaces(run) : run));
}

function isDigitWord(run: string): boolean {
  const word = run.replace(/[.,:]+$/, '');
  return word.length >= 3 && word.length <= 20 && digitWord.test(word) && vowel.test(word) && !unit.test(word);
}

/** The text without quotes and device lines, numbers kept; the same length. */
export function withoutQuotes(text: string): string {
  return blankQuotes(text);
}

function blankQuotes(text: string): string {
  const lines = text.split('\n');
  const blanked: string[] = [];
  let ended = false;
  lines.forEach((line, index) => {
    if (signatureMark.test(line)) ended = true;
    const nextIsQuoted =
      quotedLine.test(lines[index + 1] ?? '') || (!lines[index + 1]?.trim() && quotedLine.test(lines[index + 2] ?? ''));
    // A desk that took the quote away leaves its header as the last line.
    const nothingFollows = lines.slice(index + 1, index + 4).every((next) => !next.trim()) && index + 4 >= lines.length;
    const folded = line.trim().toLowerCase();
    const drop =
      ended ||
      quotedLine.test(line) ||
      ((nextIsQuoted || nothingFollows) && quoteHeader.test(line)) ||
      deviceLines.some((start) => folded.startsWith(start) || (start.startsWith('iphone') && folded.includes(start)));
    blanked.push(drop ? spaces(line) : line);
  });
  return blanked.join('\n');
}

const spaces = (part: string): string => ' '.repeat(part.length);
