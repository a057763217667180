/** What the agent has said already in the thread: the same phrase is not offered twice. */
import { compileText, isProblem } from '../pack/icu.ts';
import type { Move } from '../pack/moves.ts';
import type { ResolvedPack } from '../pack/resolve.ts';

/** A greeting and a closing belong in every message. */
const repeatable: ReadonlySet<Move> = new Set<Move>(['greet', 'close']);
/** Fixed text that must be found again, in letters: less would match by chance. */
const fewestLetters = 14;

/** Ids of phrases that stand in one of the agent's messages, whatever was filled in. */
export function phrasesSaid(pack: ResolvedPack, agentTexts: readonly string[]): string[] {
  const written = agentTexts.map(letters).filter(Boolean);
  if (written.length === 0) return [];
  return pack.phrases
    .filter((phrase) => !repeatable.has(phrase.move))
    .filter((phrase) =>
      Object.values(phrase.text).some((text) => {
        const compiled = compileText(text, pack.locale);
        if (isProblem(compiled)) return false;
        const parts = compiled.literals.flatMap(fixedParts).map(letters).filter(Boolean);
        return parts.join('').length >= fewestLetters && written.some((message) => inOrder(parts, message));
      }),
    )
    .map((phrase) => phrase.id);
}

/** What stands in [square brackets] is the agent's to replace. */
const fixedParts = (literal: string): string[] => literal.split(/\[[^\]]*\]/u);

const letters = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '');

function inOrder(parts: readonly string[], message: string): boolean {
  let from = 0;
  for (const part of parts) {
    const at = message.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
