/**
 * Answers a thread with what ships and what the team changed. Holds nothing but what can be rebuilt: the background's
 * worker may be killed at any time. The options page makes one of its own for edits that are not saved yet.
 */

import { createLexicon, type Lexicon } from './affect/lexicon.ts';
import type { AffectModel } from './affect/model.ts';
import { readAhead } from './affect/read-ahead.ts';
import { answerThread, createVoice, type Voice } from './answer.ts';
import { checkDraft } from './draft/check.ts';
import type { Finding } from './draft/types.ts';
import { identifyLanguage } from './language/identify.ts';
import { nameOther } from './language/name-other.ts';
import type { Library } from './library.ts';
import { choosePack, languageOf, wordListFor } from './locale.ts';
import { packChain, type ResolvedPack, resolvePack } from './pack/resolve.ts';
import type { Pack } from './pack/schema.ts';
import { affectTexts, correct, customerTexts, emptyReading, statedLanguages } from './read-thread.ts';
import type { Correction, LanguageReading, Situation } from './reading.ts';
import { type AddressChoice, addressChoice } from './suggest/address-choice.ts';
import { deadlineFrom } from './suggest/deadline.ts';
import { type SuggestContext, suggest } from './suggest/suggest.ts';
import { chooseTip, type Tip } from './suggest/tip.ts';
import type { Suggestion } from './suggest/types.ts';
import { type CheckedTeamPack, checkTeamPacks, type Team, teamLayers } from './team.ts';
import type { LanguagesCorrected, Settings } from './team-data.ts';
import type { Thread } from './thread.ts';

/** What is kept of a ticket for its reply page, which may show no conversation: no message text. */
export interface Remembered {
  situation: Situation;
  said: string[];
}

export interface Question {
  thread: Thread;
  correction: Correction;
  remembered?: Remembered;
  settings: Settings;
  /** How often the agent has corrected a reading to each language: a hint where the text does not decide. */
  languagesCorrected?: LanguagesCorrected;
  /** Tips that the agent does not want to see again. */
  tipsDismissed?: readonly string[];
  /** The browser's UI language, for glosses where the agent set none. */
  uiLocale: string;
  now: Date;
}

export interface EngineAnswer {
  /** Null where there is no pack for the language (a neighbour's or English speaks) or the language is unknown. */
  locale: string | null;
  packName: string;
  situation: Situation;
  said: string[];
  suggestions: Suggestion[];
  /** The language that has no pack of its own; the suggestions are in the fallback's. */
  withoutPack?: string;
  /** Packs of the team that are switched off because they are broken. */
  brokenPacks: string[];
  /** How the customer is addressed, and what the agent may set; absent where no pack speaks. */
  address?: AddressChoice;
  /** How wording is usually read there, where something in the thread calls for it. */
  tip?: Tip;
  /** Who read the feelings; nobody where no message of a customer in a known language is on the page. */
  readBy: 'rules' | 'model' | 'nobody';
}

export interface Engine {
  /** By rules at once; by the trained model where one is given. Rejects with the model's own error where it cannot read. */
  answer(question: Question, model?: AffectModel): Promise<EngineAnswer>;
  checkDraft(draft: string, locale: string, blank: { why: string; instead: string }): Promise<Finding[]>;
  /** Locales that can answer: shipped ones and those of the team. */
  locales(): Promise<string[]>;
  resolve(locale: string): Promise<ResolvedPack>;
}

/** Speaks to customers whose language has no pack: most can read it, and short sentences survive translation. */
const fallbackLocale = 'en';

/** A region that the words show this clearly (two signs or more) may choose the pack; one word may be borrowed. */
const regionShown = 0.75;

/** Regional packs in order: the team's choice, then what the customer's words show. Chinese is answered in the script it came in. */
function regionsFor({ value, region }: LanguageReading, { regions }: Settings): string[] {
  if (!region) return regions;
  // One character is enough to tell which script is written.
  if (value === 'zh') return [region.value, ...regions];
  return region.confidence < regionShown ? regions : [...regions, region.value];
}

export function createEngine(library: Library, team: Team): Engine {
  const teamPacks: CheckedTeamPack[] = checkTeamPacks(team.packs);
  const voices = new Map<string, Promise<Voice>>();
  const lexicons = new Map<string, Lexicon>();

  /** Locales of the packs that the team imported and of those it edits. */
  const teamLocales = [
    ...teamPacks.flatMap((p) => (p.on && p.pack ? [p.pack.locale] : [])),
    ...Object.keys(team.edits),
  ];

  const locales = async () => {
    const { packs } = await library.index();
    return [...new Set([...packs, ...teamLocales])];
  };

  async function resolve(locale: string): Promise<ResolvedPack> {
    const shipped = new Map<string, Pack>();
    for (let next: string | undefined = locale; next && !shipped.has(next); ) {
      const pack: Pack | undefined =
        (await library.pack(next)) ?? teamPacks.find((p) => p.on && p.pack?.locale === next)?.pack;
      if (!pack) break;
      shipped.set(next, pack);
      next = pack.extends;
    }
    const chain = packChain(locale, shipped).map((pack) => pack.locale);
    const builtIn = (await Promise.all(chain.map((l) => library.pack(l)))).filter(
      (pack): pack is Pack => pack !== undefined,
    );
    return resolvePack(locale, await library.catalogue(), [
      ...builtIn.map((pack) => ({ kind: 'built-in' as const, pack })),
      ...teamLayers(chain.length > 0 ? chain : [locale], teamPacks, team.edits),
    ]);
  }

  function voice(locale: string): Promise<Voice> {
    let made = voices.get(locale);
    if (!made) {
      made = Promise.all([resolve(locale), library.words(languageOf(locale) ?? locale)]).then(([pack, words]) =>
        createVoice(pack, words),
      );
      voices.set(locale, made);
      made.catch(() => voices.delete(locale));
    }
    return made;
  }

  async function lexicon(language: string): Promise<Lexicon> {
    let made = lexicons.get(language);
    if (!made) {
      made = createLexicon(await library.words(language), language);
      lexicons.set(language, made);
    }
    return made;
  }

  async function readLanguage(question: Question): Promise<LanguageReading> {
    const { thread, correction, settings } = question;
    const hints = {
      page: statedLanguages(thread),
      // What the team has set up is what its customers write.
      team: [...settings.regions, ...teamLocales],
      usual: question.languagesCorrected ?? {},
      ...(correction.language ? { corrected: correction.language } : {}),
    };
    const model = await languageModel();
    return identifyLanguage(customerTexts(thread), hints, { model, nameOther });
  }

  /** A damaged model must not silence us: scripts and `nameOther` still read a good part, and the console says why. */
  const languageModel = () =>
    library.languageModel().catch((error: unknown) => {
      console.error(error);
      return undefined;
    });

  async function contextFor(question: Question, pack: ResolvedPack): Promise<Omit<SuggestContext, 'said'>> {
    const { settings, correction } = question;
    const agentLocale = settings.agentLocale || question.uiLocale;
    const glossLocale = choosePack(agentLocale, await locales(), settings.regions) ?? fallbackLocale;
    const timeZone = settings.timeZone || pack.profile.timeZone;
    return {
      agentLocale,
      agentName: settings.agentName,
      agentGender: settings.agentGender,
      deadline: deadlineFrom(question.now, { ...settings.promise, weekend: pack.profile.weekend, timeZone }),
      timeZone,
      ...(languageOf(glossLocale) === languageOf(pack.locale) ? {} : { glossPack: (await voice(glossLocale)).pack }),
      ...(correction.customerGender ? { customerGender: correction.customerGender } : {}),
      ...(correction.customerTitle === undefined ? {} : { customerTitle: correction.customerTitle }),
    };
  }

  async function answer(question: Question, model?: AffectModel): Promise<EngineAnswer> {
    const { thread, correction, remembered, settings } = question;
    const brokenPacks = teamPacks.filter((p) => p.problems.length > 0).map((p) => p.name);
    const silent = !thread.messages.some((m) => m.role === 'customer');
    const language =
      silent && remembered ? correct(remembered.situation.reading, correction).language : await readLanguage(question);
    const spoken = language.value === 'unknown' ? undefined : language.value;
    const own = spoken && choosePack(spoken, await locales(), regionsFor(language, settings));
    const chosen = own ?? fallbackLocale;
    const speaker = await voice(chosen);

    let situation: Situation;
    let said: string[];
    let suggestions: Suggestion[];
    const context = await contextFor(question, speaker.pack);
    if (silent && remembered) {
      situation = {
        ...remembered.situation,
        reading: correct(remembered.situation.reading, correction),
        channel: thread.channel,
      };
      said = remembered.said;
      suggestions = suggest(situation, speaker.pack, { ...context, said });
    } else {
      const words = own || !spoken ? speaker.lexicon : await lexicon(wordListFor(spoken));
      const affect =
        model && spoken && !silent ? await readAhead(affectTexts(thread), words.concepts, spoken, model) : undefined;
      ({ situation, said, suggestions } = answerThread(thread, language, correction, speaker, context, words, affect));
    }
    if (!spoken) {
      // Words of an unknown language mean nothing to the fallback's list: say so instead of guessing.
      situation = { ...situation, reading: correct(emptyReading(language), correction) };
      suggestions = [];
    }
    const tip =
      own &&
      chooseTip(situation, speaker.pack, { agentLocale: context.agentLocale, dismissed: question.tipsDismissed ?? [] });
    const address = own && addressChoice(situation, speaker.pack, context);
    return {
      ...(tip ? { tip } : {}),
      ...(address ? { address } : {}),
      locale: own ?? null,
      packName: own ? (speaker.pack.profile.name ?? own) : '',
      situation,
      said,
      suggestions,
      ...(spoken && !own ? { withoutPack: spoken } : {}),
      brokenPacks,
      readBy: silent || !spoken ? 'nobody' : model ? 'model' : 'rules',
    };
  }

  return {
    answer,
    locales,
    resolve,
    checkDraft: async (draft, locale, blank) => checkDraft(draft, (await voice(locale)).pack, blank),
  };
}
