/** The background's side of every call. State that matters lives in storage: the worker may be killed between two calls. */
import { i18n } from '#i18n';
import { browser } from '#imports';
import { choiceOf, type HubChoice } from './affect/hub/choice.ts';
import type { AffectReply } from './affect/kept-model.ts';
import type { AffectInput, AffectModel } from './affect/model.ts';
import { affectHost } from './affect-host.ts';
import { createEngine, type Engine, type EngineAnswer, type Question } from './engine.ts';
import { correctionOf, withCorrection } from './kept-corrections.ts';
import { createLibrary } from './library.ts';
import { readLanguages } from './locale.ts';
import { type AnalyseAnswer, type CorrectCall, isOwnPage, onMessage, sendMessage } from './messaging.ts';
import type { Correction } from './reading.ts';
import {
  correctionsItem,
  editsItem,
  hubModelsItem,
  languagesCorrectedItem,
  settingsItem,
  teamPacksItem,
  tipsDismissedItem,
} from './storage.ts';
import type { Thread } from './thread.ts';
import { correctionSchema, draftSchema, threadSchema } from './thread-schema.ts';
import { addCorrection, changeTicket, recallTicket, type TicketMemory, withoutWords } from './tickets.ts';

const asset = (path: string) => fetch(browser.runtime.getURL(`/${path}` as '/'));
const library = createLibrary(
  async (path) => (await asset(path)).text(),
  async (path) => new Uint8Array(await (await asset(path)).arrayBuffer()),
);

const host = affectHost();

/** How long the first answer waits for a model that is loaded: less than anyone notices, more than it takes. */
const shortWait = 40;

/** Rebuilt when a lead saves; never older than the storage it was made from. */
let engine: Promise<Engine> | undefined;

function currentEngine(): Promise<Engine> {
  engine ??= Promise.all([teamPacksItem.getValue(), editsItem.getValue()]).then(([packs, edits]) =>
    createEngine(library, { packs, edits }),
  );
  engine.catch(() => (engine = undefined));
  return engine;
}

/** Answers calls until the worker ends. Call once, while the background starts. */
export function answerCalls(): void {
  editsItem.watch(() => (engine = undefined));
  teamPacksItem.watch(() => (engine = undefined));
  // What is under way was asked of another model.
  hubModelsItem.watch(() => (engine = undefined));
  onMessage('analyse', ({ data }) => analyse(threadSchema.parse(data) as Thread, atOnce));
  onMessage('refine', ({ data }) => analyse(threadSchema.parse(data) as Thread, byModel));
  onMessage('correct', ({ data }) => correct(data));
  onMessage('checkDraft', async ({ data }) => {
    const { draft, locale } = draftSchema.parse(data);
    const blank = { why: i18n.t('draft.blank'), instead: i18n.t('draft.blankInstead') };
    return (await currentEngine()).checkDraft(draft, locale, blank);
  });
  onMessage('tryModel', ({ data, sender }) => {
    if (!isOwnPage(sender)) throw new Error('Not for pages.');
    return readBy(data.by, data.messages);
  });
  onMessage('openOptions', () => browser.runtime.openOptionsPage());
}

async function countLanguage(language: string): Promise<void> {
  const counts = await languagesCorrectedItem.getValue();
  await languagesCorrectedItem.setValue({ ...counts, [language]: (counts[language] ?? 0) + 1 });
}

async function readBy(by: 'used' | 'shipped' | HubChoice, messages: readonly AffectInput[]): Promise<AffectReply> {
  const hub = by === 'used' ? choiceOf(await hubModelsItem.getValue()) : by === 'shipped' ? undefined : by;
  return host.read({ messages: [...messages], hub });
}

async function correct({ ticket, correction: given, words }: CorrectCall): Promise<void> {
  const correction = correctionSchema.parse(given) as Correction | null;
  if (correction?.language) await countLanguage(correction.language);
  let memory: TicketMemory | undefined;
  await changeTicket(String(ticket), (now) => {
    memory = addCorrection(now, correction);
    return memory;
  });
  const { keepCorrections, keepWords } = await settingsItem.getValue();
  const before = memory?.before;
  if (!keepCorrections || !before) return;
  const kept = keepWords && typeof words === 'string' ? words : undefined;
  const entry = correctionOf(before, memory?.correction ?? {}, new Date(), kept);
  keeping = keeping
    .then(async () => correctionsItem.setValue(withCorrection(await correctionsItem.getValue(), before.id, entry)))
    // The agent's correction counts all the same.
    .catch((error: unknown) => console.error('A correction was not kept:', error));
  await keeping;
}

/** One change at a time. */
let keeping: Promise<void> = Promise.resolve();

type Way = (
  running: Engine,
  question: Question,
) => Promise<EngineAnswer & Pick<AnalyseAnswer, 'retryIn' | 'shippedAlone'>>;

async function analyse(thread: Thread, way: Way): Promise<AnalyseAnswer> {
  const [running, settings, languagesCorrected, tipsDismissed, memory] = await Promise.all([
    currentEngine(),
    settingsItem.getValue(),
    languagesCorrectedItem.getValue(),
    tipsDismissedItem.getValue(),
    recallTicket(thread.ticket),
  ]);
  const { said, ...answer } = await way(running, {
    thread,
    correction: memory.correction,
    ...(memory.remembered ? { remembered: memory.remembered } : {}),
    settings,
    languagesCorrected,
    tipsDismissed,
    // What the agent reads; the browser's own menus may be in another language.
    uiLocale: navigator.language,
    now: new Date(),
  });
  if (thread.messages.some((message) => message.role === 'customer')) {
    const remembered = withoutWords({ situation: answer.situation, said });
    // The answer does not wait for it, and a full storage must not take the answer away.
    changeTicket(thread.ticket, (now) => ({ ...now, remembered })).catch(() => undefined);
  }
  return { ...answer, languages: [...readLanguages], correction: memory.correction };
}

/** By the model if it is there within the short wait, so that nothing on screen has to change; else by rules. */
const atOnce: Way = async (running, question) => {
  if (await host.warm().catch(() => false)) {
    const refined = byModel(running, question);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, shortWait));
    const first = await Promise.race([refined, late]);
    if (first) return first;
  }
  return running.answer(question);
};

/**
 * The model's own answer, or the rules' where it cannot read. One that is under way is waited for, not asked for again:
 * a long thread is read once, although the first answer did not wait for it.
 */
const byModel: Way = (running, question) => {
  // What is remembered of the ticket changes with the first answer, and does not count where there are messages to read.
  const { now: _, remembered: __, ...same } = question;
  const key = JSON.stringify(same);
  const underWay = readings.get(running) ?? new Map<string, ReturnType<Way>>();
  readings.set(running, underWay);
  const reading = underWay.get(key) ?? readByModel(running, question).finally(() => underWay.delete(key));
  underWay.set(key, reading);
  return reading;
};

/** What is being read, by the engine that asked: after a lead's save there is another. */
const readings = new WeakMap<Engine, Map<string, ReturnType<Way>>>();

const readByModel: Way = async (running, question) => {
  let unavailable: Extract<AffectReply, { retryIn: number }> | undefined;
  let shippedAlone = false;
  const model: AffectModel = {
    async read(messages) {
      const reply = await readBy('used', messages);
      if ('readings' in reply) {
        shippedAlone = reply.shippedAlone ?? false;
        return reply.readings;
      }
      unavailable = reply;
      throw new Error('The model cannot read now.');
    },
  };
  try {
    const answer = await running.answer(question, model);
    return shippedAlone ? { ...answer, shippedAlone } : answer;
  } catch (error) {
    if (!unavailable) throw error;
    return { ...(await running.answer(question)), retryIn: unavailable.retryIn };
  }
};

/** The keyboard command: to the tab in front. Pages without Attune do not answer, and that is fine. */
export async function focusPanelInFront(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await sendMessage('focusPanel', undefined, tab.id).catch(() => undefined);
}
