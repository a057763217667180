/**
 * The gate's checks of wording: typography and script, length, the pack's own avoid-list, texts left in English,
 * examples used twice. What only a native reader can tell stays with the native reader.
 */
import { createMatcher, type Matcher } from '../affect/matcher.ts';
import { checkDraft } from '../draft/check.ts';
import { languageOf } from '../locale.ts';
import { calques } from './calques.ts';
import type { Problem } from './parse.ts';
import { type Rendering, renderAll } from './render.ts';
import type { Phrase, ResolvedPack } from './resolve.ts';
import { isChatKey } from './schema.ts';
import { rulesFor } from './typography.ts';

/** Characters of a text as filled in. Longer ones are no phrase but a letter. */
export const longestText = { written: 420, chat: 260 } as const;

/** The script a language's texts are in, and how much of a text's letters must be (names and products are not). */
const scripts: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/gu,
  el: /\p{Script=Greek}/gu,
  he: /\p{Script=Hebrew}/gu,
  hi: /\p{Script=Devanagari}/gu,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  ko: /\p{Script=Hangul}/gu,
  ru: /\p{Script=Cyrillic}/gu,
  th: /\p{Script=Thai}/gu,
  uk: /\p{Script=Cyrillic}/gu,
  zh: /\p{Script=Han}/gu,
};
const latin = /\p{Script=Latin}/gu;
const ownScript = 0.6;

/** `english`: the English pack, to find what was left untranslated. */
export function checkWording(pack: ResolvedPack, english?: ResolvedPack): Problem[] {
  return [
    ...pack.phrases.flatMap((phrase) => checkPhrase(phrase, pack, english)),
    ...checkAvoid(pack),
    ...checkExamplesOnce(pack),
  ];
}

function checkPhrase(phrase: Phrase, pack: ResolvedPack, english: ResolvedPack | undefined): Problem[] {
  const foreign = languageOf(pack.locale) !== 'en';
  const original = foreign ? english?.phrases.find((other) => other.id === phrase.id) : undefined;
  const inEnglish = new Set(Object.values(original?.text ?? {}));
  return Object.entries(phrase.text).flatMap(([key, text]) => {
    const place = `phrase ${phrase.id} › text › ${key}`;
    // A text that does not compile is the text check's to report.
    const renderings = renderAll(text, pack.locale);
    if (!Array.isArray(renderings)) return [];
    const problems: Problem[] = [];
    if (/\p{L}{2}/u.test(withoutArguments(text)) && inEnglish.has(text))
      problems.push({ place, problem: 'it is the English text', remedy: 'write it in the pack’s language' });
    for (const rendered of new Set(renderings.map((rendering) => withoutSamples(rendering)))) {
      problems.push(...checkText(rendered, key, place, pack));
    }
    return problems.filter((p, index) => problems.findIndex((other) => other.problem === p.problem) === index);
  });
}

/** Names and numbers are people's own, in whatever script. */
function withoutSamples({ text, values }: Rendering): string {
  const samples = [values.salutation, values.addressee, values.agentName, values.reference];
  return samples.reduce<string>(
    (rest, sample) => (typeof sample === 'string' && sample ? rest.replaceAll(sample, '…') : rest),
    text,
  );
}

const withoutArguments = (text: string): string => text.replace(/\{[^{}]*\}/gu, '');

function checkText(text: string, key: string, place: string, pack: ResolvedPack): Problem[] {
  const problems: Problem[] = [];
  for (const { wrong, problem, remedy } of rulesFor(pack.locale)) {
    const found = wrong.exec(text)?.[0];
    if (found !== undefined) problems.push({ place, problem: `${problem} (“${found.slice(-24)}”)`, remedy });
  }
  if (text !== text.normalize('NFC'))
    problems.push({ place, problem: 'its accents are apart from their letters', remedy: 'save it in Unicode NFC' });
  const longest = isChatKey(key) ? longestText.chat : longestText.written;
  if (text.length > longest)
    problems.push({ place, problem: `it has ${text.length} characters`, remedy: `keep it under ${longest}` });
  const script = scripts[languageOf(pack.locale) ?? ''];
  const own = script && (text.match(script)?.length ?? 0);
  const other = text.replace(/\[[^\]]*\]/gu, '').match(latin)?.length ?? 0;
  if (own !== undefined && other > 3 && own / (own + other) < ownScript)
    problems.push({ place, problem: 'most of it is in another script', remedy: 'write it in the language’s own' });
  for (const { start, end } of matchCalques(pack.locale)(text))
    problems.push({
      place,
      problem: `“${text.slice(start, end)}” is empathy by template`,
      remedy: 'say the fact, what it means for the customer, and what happens now',
    });
  for (const { words } of tripped(text, pack))
    problems.push({ place, problem: `“${words}” is on the pack’s own avoid-list`, remedy: 'say it another way' });
  return problems;
}

const calqueMatchers = new Map<string, Matcher>();

function matchCalques(locale: string): Matcher {
  const language = languageOf(locale) ?? locale;
  let matcher = calqueMatchers.get(language);
  if (!matcher) {
    matcher = createMatcher(new Map([['x-calque', calques[language] ?? []]]), language);
    calqueMatchers.set(language, matcher);
  }
  return matcher;
}

/** A finding in a phrase of the pack itself; open blanks are what phrases are made of. */
const tripped = (text: string, pack: ResolvedPack) =>
  checkDraft(text, pack, { why: '', instead: '' }).filter((finding) => finding.why !== '');

function checkAvoid(pack: ResolvedPack): Problem[] {
  return pack.avoid.flatMap((item) =>
    tripped(item.instead, pack).map(({ words }) => ({
      place: `avoid ${item.id} › instead`,
      problem: `“${words}” is on the avoid-list itself`,
      remedy: 'offer something that is not',
    })),
  );
}

function checkExamplesOnce(pack: ResolvedPack): Problem[] {
  const first = new Map<string, string>();
  return pack.phrases.flatMap(({ id, examples }) =>
    examples.flatMap(({ customer, agentBefore, channel }, index) => {
      const key = JSON.stringify([customer, agentBefore, channel]);
      const place = `phrase ${id} › example ${index + 1}`;
      const before = first.get(key);
      first.set(key, before ?? place);
      return before ? [{ place, problem: `it is the text of ${before}`, remedy: 'give it a customer of its own' }] : [];
    }),
  );
}
