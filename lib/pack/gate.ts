/**
 * The pack gate: what a parsed pack must still prove. Texts compile and render for every gender and day, nothing is
 * missing that the catalogue asks for, and every example does what it says. Runs in the repository's tests, on the
 * command line and in the options page alike.
 */

import type { WordList } from '../affect/words.ts';
import { answerThread, createVoice } from '../answer.ts';
import { languageOf } from '../locale.ts';
import type { LanguageReading, Register } from '../reading.ts';
import type { Thread } from '../thread.ts';
import type { ArgumentValues } from './arguments.ts';
import { moves } from './moves.ts';
import type { Problem } from './parse.ts';
import { renderAll } from './render.ts';
import type { Phrase, ResolvedPack } from './resolve.ts';
import type { Catalogue, Example } from './schema.ts';
import { checkWording } from './wording.ts';

/** Problems of the texts alone: fast enough to run at every keystroke of the editor. */
export function checkTexts(pack: ResolvedPack): Problem[] {
  return pack.phrases.flatMap((phrase) =>
    Object.entries(phrase.text).flatMap(([register, text]) => checkText(phrase, register, text, pack.locale)),
  );
}

function checkText(phrase: Phrase, register: string, text: string, locale: string): Problem[] {
  const place = `phrase ${phrase.id} › text › ${register}`;
  let renderings: ReturnType<typeof renderAll>;
  try {
    renderings = renderAll(text, locale);
  } catch (error) {
    return [
      {
        place,
        problem: `the text cannot be filled in (${error instanceof Error ? error.message : 'unknown error'})`,
        remedy: 'check its arguments and date skeletons',
      },
    ];
  }
  if (!Array.isArray(renderings)) return [{ place, ...renderings }];
  const empty = renderings.find(
    ({ values, text: filled }) => !filled.replace(/⟦[^⟧]*⟧/gu, '').trim() && values.salutation === undefined,
  );
  return empty
    ? [
        {
          place,
          problem: `the text is empty for ${describeValues(empty.values)}`,
          remedy: 'give every branch of the select a text',
        },
      ]
    : [];
}

const describeValues = (values: ArgumentValues): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ') || 'every value';

/** What a complete pack owes the catalogue: every phrase or a reason, every register, forms of address, notes. */
export function checkCoverage(pack: ResolvedPack, catalogue: Catalogue): Problem[] {
  const problems: Problem[] = [];
  const phrases = new Map(pack.phrases.map((phrase) => [phrase.id, phrase]));
  const excused = new Set([...pack.absent.map((a) => a.id), ...pack.off]);
  for (const { id, move } of catalogue) {
    const phrase = phrases.get(id);
    if (!phrase && !excused.has(id))
      problems.push({
        place: `phrase ${id}`,
        problem: 'the catalogue has it, the pack does not',
        remedy: 'write it, or list it in “absent” with the reason',
      });
    if (phrase && phrase.move !== move)
      problems.push({
        place: `phrase ${id} › move`,
        problem: `it is “${phrase.move}” here and “${move}” in the catalogue`,
        remedy: `write “${move}”`,
      });
  }
  for (const phrase of pack.phrases) {
    const missing = pack.profile.registers.filter((register) => !phrase.text[register] && !phrase.text.any);
    for (const register of missing)
      problems.push({
        place: `phrase ${phrase.id} › text`,
        problem: `no text in the ${register} register`,
        remedy: `write it; a phrase without it is silent for ${register} customers`,
      });
    if (!phrase.note)
      problems.push({
        place: `phrase ${phrase.id} › note`,
        problem: 'it is missing',
        remedy: 'say for a lead why this wording, here',
      });
    if (Object.keys(phrase.when).length > 0 && !phrase.onDemand) {
      for (const offered of [true, false]) {
        if (!phrase.examples.some((example) => example.offered === offered)) {
          problems.push({
            place: `phrase ${phrase.id} › examples`,
            problem: `no customer text where it is ${offered ? 'offered' : 'silent'}`,
            remedy: 'add one',
          });
        }
      }
    }
  }
  for (const { id, when } of pack.tips)
    if (!when.emotion && !when.signals && !when.concepts && !when.topic)
      problems.push({
        place: `tip ${id} › when`,
        problem: 'nothing that the customer writes raises it, so it never shows',
        remedy: 'name an emotion, a signal, a concept or a topic',
      });
  for (const move of moves)
    if (!pack.phrases.some((phrase) => phrase.move === move))
      problems.push({ place: 'phrases', problem: `no phrase makes the move “${move}”`, remedy: 'write one' });
  for (const register of pack.profile.registers) {
    for (const channel of ['email', 'chat'] as const) {
      const forms = pack.address[register]?.[channel];
      for (const form of ['unknown', 'noName'] as const) {
        if (!forms?.[form])
          problems.push({
            place: `address › ${register} › ${channel} › ${form}`,
            problem: 'it is missing',
            remedy:
              form === 'noName' ? 'give a salutation without a name' : 'give a correct salutation for unknown gender',
          });
      }
    }
  }
  return problems;
}

/** Runs every example through the code that answers tickets. `words` is the shipped list of the pack's language. */
export function checkExamples(pack: ResolvedPack, words: WordList): Problem[] {
  const voice = createVoice(pack, words);
  return pack.phrases.flatMap((phrase) =>
    phrase.examples.flatMap((example, index) => {
      const { suggestions, situation } = answerExample(example, voice);
      const offered = suggestions.some((s) => s.id === phrase.id);
      if (offered === example.offered) return [];
      const { emotion, sentiment, signals, topics, concepts, register } = situation.reading;
      const read = `${emotion.value} ${emotion.intensity}, ${sentiment}, ${register.value}, signals [${signals.map((s) => s.value).join(' ')}], topics [${topics.join(' ')}], concepts [${concepts.join(' ')}]`;
      return [
        {
          place: `phrase ${phrase.id} › example ${index + 1}`,
          problem: example.offered
            ? `“${brief(example.customer)}” does not call for it (read as ${read})`
            : `“${brief(example.customer)}” calls for it (read as ${read})`,
          remedy: 'make the example clearer, teach the word list a word, or change the phrase’s conditions',
        },
      ];
    }),
  );
}

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Examples are answered on a fixed Tuesday, by an agent without a name, in the language of the pack. */
function answerExample(example: Example, voice: ReturnType<typeof createVoice>) {
  const language = languageOf(voice.pack.locale) ?? voice.pack.locale;
  const read: LanguageReading = { value: language, confidence: 1, source: 'agent', evidence: [], others: [] };
  const thread: Thread = {
    desk: 'example',
    ticket: 'example',
    channel: example.channel ?? 'email',
    ...(example.customerName ? { customerName: example.customerName } : {}),
    messages: [
      ...(example.agentBefore ? [{ id: '0', role: 'agent' as const, text: example.agentBefore }] : []),
      { id: '1', role: 'customer', text: example.customer },
    ],
  };
  // Both registers are tried, so that an example does not depend on how its customer happens to write.
  const registers: (Register | undefined)[] = [undefined, ...voice.pack.profile.registers];
  const answers = registers.map((register) =>
    answerThread(thread, read, register ? { register } : {}, voice, {
      // Another language than the pack's, so that phrases for agents who do not speak it can be tried as well.
      agentLocale: language === 'en' ? 'de' : 'en',
      agentName: '',
      agentGender: 'other',
      deadline: new Date('2026-11-24T16:00:00Z'),
      timeZone: 'UTC',
    }),
  );
  const [own, ...rest] = answers as [(typeof answers)[number], ...typeof answers];
  return { situation: own.situation, suggestions: [own, ...rest].flatMap((answer) => answer.suggestions) };
}

/** The whole gate for a complete (resolved) pack. `english`: to find what was left untranslated. */
export function checkResolved(
  pack: ResolvedPack,
  catalogue: Catalogue,
  words: WordList,
  english?: ResolvedPack,
): Problem[] {
  return [
    ...checkTexts(pack),
    ...checkWording(pack, english),
    ...checkCoverage(pack, catalogue),
    ...checkExamples(pack, words),
  ];
}
