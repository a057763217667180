/** The words of customers that phrases wait for (`when.words`), as a word list whose concepts are phrase ids. */
import type { WordList } from '../affect/words.ts';
import type { ResolvedPack } from './resolve.ts';

export function callerWords(pack: ResolvedPack): WordList {
  return new Map(
    pack.phrases.flatMap((phrase) => (phrase.when.words ? [[phrase.id, phrase.when.words] as const] : [])),
  );
}
