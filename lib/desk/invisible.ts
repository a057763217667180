/**
 * Characters that show nothing and only steer or hide: bidi marks, embeddings, overrides and isolates, zero-width
 * spaces, soft hyphen, byte order mark, tags, the padding (U+2800) that some desks put after shortened texts, and
 * control characters other than tab and line ends.
 */
const invisible =
  /(?![\t\n\r])\p{Cc}|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\uFEFF\u{E0000}-\u{E007F}]/gu;

/**
 * A zero-width (non-)joiner is spelling in Persian, Urdu and the Indic scripts, and part of many emoji. Between any
 * other characters it only hides one word from the reader of another.
 */
const looseJoiner =
  /(?<![\uFE0F\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}])/gu;

/** The text as a person sees it: without characters that only steer or hide. */
export function stripInvisible(text: string): string {
  return text.replace(invisible, '').replace(looseJoiner, '');
}
