/** The draft check: phrases of the avoid-list and blanks left open. Judges wording, never the agent. */
import { createMatcher, type Matcher } from '../affect/matcher.ts';
import { languageOf } from '../locale.ts';
import type { ResolvedPack } from '../pack/resolve.ts';
import type { Finding } from './types.ts';

const longestDraft = 20_000;
const mostFindings = 20;

/**
 * Findings in the draft, in order. `blank` words the remark on a [blank] left open, in the agent's language.
 */
export function checkDraft(draft: string, pack: ResolvedPack, blank: { why: string; instead: string }): Finding[] {
  const text = draft.slice(0, longestDraft);
  const items = new Map(pack.avoid.map((item) => [item.id, item]));
  const match = matcherFor(pack);
  const findings: Finding[] = [];
  for (const { concepts, start, end } of match(text)) {
    const item = items.get(concepts[0] as string);
    if (item) findings.push({ start, end, words: text.slice(start, end), why: item.why, instead: item.instead });
  }
  for (const found of text.matchAll(/\[[^\]\n]{1,80}\]/gu)) {
    findings.push({ start: found.index, end: found.index + found[0].length, words: found[0], ...blank });
  }
  return findings.sort((a, b) => a.start - b.start).slice(0, mostFindings);
}

const matchers = new WeakMap<ResolvedPack, Matcher>();

/** Built once a pack: a draft is checked while it is typed, the gate checks every rendering of every phrase. */
function matcherFor(pack: ResolvedPack): Matcher {
  const known = matchers.get(pack);
  if (known) return known;
  const made = createMatcher(
    new Map(pack.avoid.map((item) => [item.id, item.forms])),
    languageOf(pack.locale) ?? pack.locale,
  );
  matchers.set(pack, made);
  return made;
}
