/** The name a customer signs with: what they want to be called (culture §1: it comes before any other sign). */
import { withoutQuotes } from '../text/clean.ts';

/**
 * The last lines of a message, if one of them is a name that the desk shows as well; so a street or a slogan is never
 * taken for a name. With no display name to compare, there is no signed name.
 */
export function signedName(text: string, displayName: string | undefined): string | undefined {
  if (!displayName) return undefined;
  const shown = fold(displayName).split(' ');
  const lines = withoutQuotes(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  for (const line of lines.slice(-4).reverse()) {
    // Emoji and punctuation around a signature are no part of it.
    const name = line
      .replace(/[^\p{L}\p{M}'’ .-]/gu, '')
      .replace(/\.$/u, '')
      .trim();
    if (!name || name.length > 60) continue;
    const words = fold(name).split(' ');
    if (words.length <= 4 && words.every((word) => shown.includes(word))) return name;
  }
  return undefined;
}

const fold = (name: string): string =>
  name.normalize('NFC').toLowerCase().replace(/[,.]/gu, ' ').replace(/\s+/gu, ' ').trim();
