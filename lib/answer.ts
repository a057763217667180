/**
 * The whole way of a message in one pure function: thread → reading → suggestions. The background, the options page's
 * try-it box, the pack gate's examples and the benches all call this.
 */
import { createLexicon, type Lexicon } from './affect/lexicon.ts';
import { createMatcher, type Matcher } from './affect/matcher.ts';
import { type AffectReader, readAffect } from './affect/read.ts';
import { editWordList, type WordList } from './affect/words.ts';
import { languageOf } from './locale.ts';
import { callerWords } from './pack/callers.ts';
import type { ResolvedPack } from './pack/resolve.ts';
import { readThread } from './read-thread.ts';
import type { Correction, LanguageReading, Situation } from './reading.ts';
import { phrasesSaid } from './suggest/said.ts';
import { type SuggestContext, suggest } from './suggest/suggest.ts';
import type { Suggestion } from './suggest/types.ts';
import type { Thread } from './thread.ts';

/** A pack with the word matchers built for it; building takes milliseconds, so keep it while the pack is unchanged. */
export interface Voice {
  pack: ResolvedPack;
  lexicon: Lexicon;
  callers: Matcher;
}

/** `words`: the shipped list of the pack's language; the pack's own edits are applied here. */
export function createVoice(pack: ResolvedPack, words: WordList): Voice {
  const language = languageOf(pack.locale) ?? pack.locale;
  return {
    pack,
    lexicon: createLexicon(editWordList(words, pack.words), language),
    callers: createMatcher(callerWords(pack), language),
  };
}

export interface Answer {
  situation: Situation;
  said: string[];
  suggestions: Suggestion[];
}

/**
 * `voice`: who answers. `lexicon`: of the customer's language, where it differs from the voice's (no pack for it).
 */
export function answerThread(
  thread: Thread,
  language: LanguageReading,
  correction: Correction,
  voice: Voice,
  context: Omit<SuggestContext, 'said'>,
  lexicon: Lexicon = voice.lexicon,
  affect: AffectReader = readAffect,
): Answer {
  const situation = readThread(thread, language, correction, { lexicon, callers: voice.callers, affect });
  const said = phrasesSaid(
    voice.pack,
    thread.messages.filter((m) => m.role === 'agent').map((m) => m.text),
  );
  return { situation, said, suggestions: suggest(situation, voice.pack, { ...context, said }) };
}
