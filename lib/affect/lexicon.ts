/** A language's word list made ready for reading: concepts and register signs, each with a matcher of its own. */
import { createMatcher, type Matcher } from './matcher.ts';
import type { WordList } from './words.ts';

/**
 * Two matchers, because the longest match wins: a sign of register that spans a concept's word (“thanks mate”) would
 * swallow it.
 */
export interface Lexicon {
  concepts: Matcher;
  register: Matcher;
}

/** Ids of register lines begin so; all other lines are concepts. */
const registerPrefix = 'r-';

export function createLexicon(words: WordList, language: string): Lexicon {
  const lines = [...words];
  return {
    concepts: createMatcher(new Map(lines.filter(([id]) => !id.startsWith(registerPrefix))), language),
    register: createMatcher(new Map(lines.filter(([id]) => id.startsWith(registerPrefix))), language),
  };
}
