/** Reads what the model learns from: frequency lists, real lines, interface texts; by class and script. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fold, words } from '../../lib/language/features.ts';
import { type Script, scriptOf } from '../../lib/language/scripts.ts';
import { type Class, listsOf } from './classes.ts';
import { type Counts, ownForms } from './neighbours.ts';
import { latinised, serbianCyrillic, serbianLatin } from './transliterate.ts';

export interface Folders {
  /** Frequency lists, `de.txt.gz`. */
  lid: string;
  /** Real lines, `de.jsonl.gz` with a `text`. */
  affect: string;
  /** Interface texts, `de.txt`, and dictionaries, `de.words` (`fetch.ts`). Optional. */
  debian?: string;
  /** Customer messages, `de.jsonl`. */
  support: string[];
}

export interface ClassTexts {
  /** All words, those of the frequency list first. */
  vocabulary: string[];
  /** How often each word of the list occurs. */
  frequency: number[];
  /** How many spellings the dictionary has of each word: rare words have one or two. */
  spellings: number[];
  /** Real lines as places in `vocabulary`. */
  lines: Int32Array[];
}

const mostLines = 40_000;
/** A word so much more frequent in another language's list is a name, a loan or a slip in this one. */
const foreignTimes = 12;
/** English stands in everybody's subtitles. */
const englishTimes = 4;

/** A dictionary says little of how often a word is used; what one spelling counts beside the lists' frequencies. */
const spellingCounts = 2e-7;
const mostSpellings = 8;
/** A smaller dictionary lacks too much to say what is no word of the language. */
const fullDictionary = 30_000;

export interface LanguageWords {
  /** Relative frequency of the list's words. */
  listed: Counts;
  /** Spellings of the dictionary's words. */
  spelled: Counts;
  /** Both: the frequency, or what the spellings count where the list has none. */
  known: Counts;
}

/** The words of all languages of one script, for comparing them. */
export type Lists = ReadonlyMap<string, LanguageWords>;

export function readLists(kinds: readonly Class[], script: Script, folders: Folders): Lists {
  const lists = new Map<string, LanguageWords>();
  for (const language of new Set(kinds.filter((kind) => !kind.transliterated).flatMap((kind) => kind.lists))) {
    const listed = gathered(listWords(language, folders), language, script, false);
    let all = 0;
    for (const count of listed.values()) all += count;
    for (const [word, count] of listed) listed.set(word, count / all);
    const spelled = gathered(dictionaryWords(language, folders), language, script, true);
    for (const [word, count] of spelled) spelled.set(word, Math.min(mostSpellings, count));
    const known = new Map(listed);
    for (const [word, count] of spelled) if (!known.has(word)) known.set(word, count * spellingCounts);
    if (known.size > 0) lists.set(language, { listed, spelled, known });
  }
  return lists;
}

function gathered(
  entries: Iterable<[string, number]>,
  language: string,
  script: Script,
  folded: boolean,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word, count] of entries)
    for (const part of language === 'sr' ? [serbianForm(word, script)] : folded ? [word] : words(fold(word)))
      if (inScript(part, script)) counts.set(part, (counts.get(part) ?? 0) + count);
  return counts;
}

function* listWords(language: string, folders: Folders): Generator<[string, number]> {
  for (const list of listsOf(language)) {
    const path = join(folders.lid, `${list}.txt.gz`);
    if (!existsSync(path)) continue;
    for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
      const [word = '', count = '0'] = line.split(' ');
      if (word) yield [word, Number(count)];
    }
  }
}

function* dictionaryWords(language: string, folders: Folders): Generator<[string, number]> {
  const path = folders.debian && join(folders.debian, `${language}.words`);
  if (!path || !existsSync(path)) return;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word = '', count = '0'] = line.split(' ');
    if (word) yield [word, Number(count)];
  }
}

/** Lists that are one language's dialects or so close that neither's words are foreign to the other. */
const kin = [
  ['nb', 'da', 'nn'],
  ['bs', 'hr', 'sr'],
  ['id', 'ms'],
];

/** Says of a word whether it is a stranger in a language's lists. */
export type IsForeign = (word: string, language: string) => boolean;

export function foreignWords(lists: Lists): IsForeign {
  // Of millions of words each stands in few lists: a chain of entries for each word, instead of a look into every list.
  const languages = [...lists.keys()];
  const latest = new Map<string, number>();
  const before: number[] = [];
  const place: number[] = [];
  const known: number[] = [];
  const spelled: number[] = [];
  languages.forEach((language, i) => {
    const words = lists.get(language) as LanguageWords;
    for (const [word, frequency] of words.known) {
      before.push(latest.get(word) ?? -1);
      place.push(i);
      known.push(frequency);
      spelled.push(words.spelled.get(word) ?? 0);
      latest.set(word, before.length - 1);
    }
  });
  return (word, language) => {
    const near = kin.find((each) => each.includes(language)) ?? [];
    const words = lists.get(language) as LanguageWords;
    const own = words.known.get(word) ?? 0;
    const missed = words.spelled.size > fullDictionary && !words.spelled.has(word);
    for (let at = latest.get(word) ?? -1; at >= 0; at = before[at] as number) {
      const other = languages[place[at] as number] as string;
      if (other === language) continue;
      // Subtitles hold foreign words; what another dictionary has and our own has not is one, among neighbours too.
      if (missed && (spelled[at] as number) > 1) return true;
      if (!near.includes(other) && (known[at] as number) > own * (other === 'en' ? englishTimes : foreignTimes))
        return true;
    }
    return false;
  };
}

export function readTexts(
  kind: Class,
  script: Script,
  folders: Folders,
  lists: Lists,
  isForeign: IsForeign,
  random: () => number,
): ClassTexts {
  const vocabulary: string[] = [];
  const places = new Map<string, number>();
  const frequency: number[] = [];
  const spellings: number[] = [];
  const none: Counts = new Map();
  const own =
    ownForms(kind.language, lists.get('hr')?.known ?? none, lists.get('sr')?.known ?? none) ?? ((word: string) => word);
  const place = (written: string): number => {
    const word = own(written);
    let at = places.get(word);
    if (at === undefined) {
      at = vocabulary.push(word) - 1;
      places.set(word, at);
    }
    return at;
  };

  for (const language of kind.lists) {
    const own = lists.get(language);
    if (kind.transliterated) {
      for (const [word, count] of listWords(language, folders))
        for (const part of words(fold(transliterate(language, word, random))))
          if (inScript(part, script) && !inScript(fold(word), script)) add(place(part), count);
    } else
      for (const word of own?.known.keys() ?? [])
        if (!isForeign(word, language)) {
          const at = place(word);
          add(at, (own?.listed.get(word) ?? 0) * 1e8);
          spellings[at] = (spellings[at] ?? 0) + (own?.spelled.get(word) ?? 0);
        }
  }
  const english = kind.lists.includes('en') ? undefined : lists.get('en')?.known;
  const lines: Int32Array[] = [];
  for (const language of kind.lists) {
    const found: string[] = [];
    for (const source of realLines(language, folders)) {
      if (language === 'sr') found.push(serbianForm(source, script));
      else if (kind.transliterated) found.push(source, transliterate(language, source, random));
      else found.push(source);
    }
    // Little is written in Bosnian: Serbian lines with what differs put right teach what both share.
    if (language === 'bs') for (const source of realLines('sr', folders)) found.push(serbianForm(source, script));
    shuffle(found, random);
    for (const text of found.slice(0, kind.other ? 6_000 : mostLines)) {
      const all = words(fold(text));
      const inIt = all.filter((word) => inScript(word, script));
      if (inIt.length === 0 || inIt.length < all.length * 0.7) continue;
      if (english && isEnglish(inIt, english, lists.get(language)?.known)) continue;
      lines.push(Int32Array.from(inIt.slice(0, 80), place));
    }
  }
  for (let i = 0; i < vocabulary.length; i++) {
    frequency[i] ??= 0;
    spellings[i] ??= 0;
  }
  return { vocabulary, frequency, spellings, lines };

  function add(at: number, count: number): void {
    frequency[at] = (frequency[at] ?? 0) + count;
  }
}

/** Interface texts are left untranslated here and there. */
function isEnglish(line: readonly string[], english: Counts, own: Counts | undefined): boolean {
  const known = line.filter(
    (word) => (english.get(word) ?? 0) > 2e-5 && (english.get(word) ?? 0) > 10 * (own?.get(word) ?? 0),
  );
  return known.length > line.length * 0.5;
}

function transliterate(language: string, text: string, random: () => number): string {
  return fold(text).replace(/[\p{L}\p{M}]+/gu, (word) =>
    scriptOf(word.codePointAt(0) ?? 0) === 'latin' ? word : latinised(language, word, random),
  );
}

/** Serbian is written in both scripts; what we have in one we also have in the other. */
function serbianForm(text: string, script: Script): string {
  const plain = fold(text);
  return script === 'cyrillic' ? serbianCyrillic(plain) : serbianLatin(plain);
}

function* realLines(language: string, folders: Folders): Generator<string> {
  const affect = join(folders.affect, `${language === 'nb' ? 'no' : language}.jsonl.gz`);
  if (existsSync(affect))
    for (const line of gunzipSync(readFileSync(affect)).toString('utf8').split('\n'))
      if (line) {
        const text = (JSON.parse(line) as { text: string }).text.replace(/@\w+|\bhttp\b|\bRT\b|#\w+/g, ' ');
        yield /^(hr|sr|bs|sl)$/.test(language) ? text.replace(/æ/g, 'ć').replace(/è/g, 'č').replace(/ð/g, 'đ') : text;
      }
  for (const folder of folders.support) {
    const path = join(folder, `${language}.jsonl`);
    if (!existsSync(path)) continue;
    // Customers' messages are what we are for: they count more than once.
    for (const line of readFileSync(path, 'utf8').split('\n'))
      if (line) for (let times = 0; times < 4; times++) yield* (JSON.parse(line) as { text: string }).text.split('\n');
  }
  if (folders.debian && existsSync(join(folders.debian, `${language}.txt`)))
    yield* readFileSync(join(folders.debian, `${language}.txt`), 'utf8').split('\n');
}

const inScript = (word: string, script: Script): boolean => scriptOf(word.codePointAt(0) ?? 0) === script;

export function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}

export const languagesWithData = (folder: string): string[] =>
  readdirSync(folder).map((name) => name.split('.')[0] as string);
