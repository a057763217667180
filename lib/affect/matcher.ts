/**
 * Finds the forms of a word list in a text in one pass, longest match first. Spaced languages are matched word by word
 * over a trie of words; unspaced ones (see `tokens.ts`) character by character.
 */
import { foldWord, type Token, tokenize, unspacedLanguages } from './tokens.ts';
import type { WordList } from './words.ts';

export interface Match {
  /** Concept ids of this form; a form may stand for more than one. */
  concepts: readonly string[];
  start: number;
  end: number;
  /** Index of the first token; -1 in unspaced languages. */
  token: number;
}

export type Matcher = (text: string) => Match[];

/** One step of the trie. `gap` stands for up to two words of any kind, `stems` for words by their beginning. */
interface Node {
  words: Map<string, Node>;
  /** Stem → node, looked up by every prefix of a word from the longest down. */
  stems: Map<string, Node>;
  /** Letters of the longest stem: a word of a megabyte is not looked up by all its beginnings. */
  longestStem: number;
  gap?: Node;
  concepts: string[];
  /** Signs of register with a capital match only so, and not where a sentence opens. Parallel to `concepts`. */
  exact: (string | undefined)[];
}

const newNode = (): Node => ({ words: new Map(), stems: new Map(), longestStem: 0, concepts: [], exact: [] });
const maximumGap = 2;

/** Builds a matcher; costs some milliseconds for a full list, so keep it as long as the list is in use. */
export function createMatcher(words: WordList, language: string): Matcher {
  return unspacedLanguages.has(language)
    ? createUnspacedMatcher(words)
    : createSpacedMatcher(words, joinedPrefixes[language]);
}

/** One-letter words (“and”, “so”) that are written together with the next word. */
const joinedPrefixes: Readonly<Record<string, readonly string[]>> = { ar: ['و', 'ف'], he: ['ו'] };
/** A shorter word may be a root that begins with the letter. */
const shortestPrefixed = 4;

function createSpacedMatcher(words: WordList, prefixes: readonly string[] = []): Matcher {
  const root = newNode();
  for (const [concept, forms] of words) for (const form of forms) addForm(root, concept, form);
  return (text) => {
    const tokens = tokenize(text);
    const matches: Match[] = [];
    for (let index = 0; index < tokens.length; ) {
      const found = longest(root, tokens, index, text, prefixes);
      if (!found) {
        index++;
        continue;
      }
      const first = tokens[index] as Token;
      const last = tokens[found.last] as Token;
      matches.push({ concepts: found.concepts, start: first.start, end: last.end, token: index });
      index = found.last + 1;
    }
    return matches;
  };
}

function addForm(root: Node, concept: string, form: string): void {
  let node = root;
  let gap = false;
  for (const part of form.trim().split(/\s+/)) {
    // A gap counts once and only between words: at either end it would match whatever stands there.
    if (part === '*') {
      gap = node !== root;
      continue;
    }
    const stem = part.endsWith('*');
    // A form is split as a text is, so that “e-mail” in a list and on the page are the same two words.
    const tokens = tokenize(stem ? part.slice(0, -1) : part);
    for (const [position, token] of tokens.entries()) {
      if (gap) node = node.gap ??= newNode();
      gap = false;
      const isStem = stem && position === tokens.length - 1;
      const edges = isStem ? node.stems : node.words;
      if (isStem) node.longestStem = Math.max(node.longestStem, token.word.length);
      let next = edges.get(token.word);
      if (!next) {
        next = newNode();
        edges.set(token.word, next);
      }
      node = next;
    }
  }
  if (node === root || node.concepts.includes(concept)) return;
  node.concepts.push(concept);
  // Only where the capital carries meaning: a noun that a lead types with one is found anywhere.
  node.exact.push(concept.startsWith('r-') && /\p{Lu}/u.test(form) ? form.replaceAll('*', '') : undefined);
}

interface Found {
  last: number;
  concepts: readonly string[];
}

function longest(
  root: Node,
  tokens: Token[],
  first: number,
  text: string,
  prefixes: readonly string[],
): Found | undefined {
  let best: Found | undefined;
  // Several gaps in a form reach the same place in many ways; once is enough.
  const visited = new Map<Node, Set<number>>();
  const visitGap = (gap: Node, index: number): void => {
    const known = visited.get(gap) ?? new Set();
    if (known.has(index)) return;
    visited.set(gap, known.add(index));
    visit(gap, index);
  };
  const visit = (node: Node, index: number): void => {
    if (node.concepts.length > 0 && index > first && (!best || index - 1 > best.last)) {
      const concepts = node.concepts.filter((_, i) => fits(node.exact[i], tokens, first, index - 1, text));
      if (concepts.length > 0) best = { last: index - 1, concepts };
    }
    const token = tokens[index];
    if (!token) return;
    follow(node, token.word, index);
    if (token.word.length >= shortestPrefixed && prefixes.includes(token.word.slice(0, 1)))
      follow(node, token.word.slice(1), index);
    if (node.gap) for (let skipped = 0; skipped <= maximumGap; skipped++) visitGap(node.gap, index + skipped);
  };
  function follow(node: Node, word: string, index: number): void {
    const next = node.words.get(word);
    if (next) visit(next, index + 1);
    for (let length = Math.min(word.length, node.longestStem); length > 0; length--) {
      const stem = node.stems.get(word.slice(0, length));
      if (stem) visit(stem, index + 1);
    }
  }
  visit(root, first);
  return best;
}

/** A form written with a capital (German “Sie”) counts only where the customer wrote the capital on purpose. */
function fits(exact: string | undefined, tokens: Token[], first: number, last: number, text: string): boolean {
  if (exact === undefined) return true;
  const opening = tokens[first] as Token;
  const written = text.slice(opening.start, (tokens[last] as Token).end);
  return !opening.opensSentence && written.startsWith(exact);
}

function createUnspacedMatcher(words: WordList): Matcher {
  const byForm = new Map<string, string[]>();
  let longestForm = 1;
  for (const [concept, forms] of words) {
    for (const raw of forms) {
      const form = foldWord(raw).replaceAll('*', '').trim();
      if (!form) continue;
      const concepts = byForm.get(form);
      if (!concepts) byForm.set(form, [concept]);
      else if (!concepts.includes(concept)) concepts.push(concept);
      longestForm = Math.max(longestForm, form.length);
    }
  }
  return (text) => {
    const matches: Match[] = [];
    const folded = foldKeepingLength(text);
    for (let start = 0; start < folded.length; ) {
      let end = Math.min(folded.length, start + longestForm);
      while (end > start && !byForm.has(folded.slice(start, end))) end--;
      if (end === start) {
        start++;
        continue;
      }
      matches.push({ concepts: byForm.get(folded.slice(start, end)) as string[], start, end, token: -1 });
      start = end;
    }
    return matches;
  };
}

/** Lower case without changing offsets: the few characters whose lower case is longer stay as they are. */
function foldKeepingLength(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : Array.from(text, (c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
}
