/** The background's side of every call. State that matters lives in storage: the worker may be killed between two calls. */
import { i18n } from '#i18n';
import { browser } from '#imports';
import { createEngine, type Engine } from './engine.ts';
import { createLibrary } from './library.ts';
import { readLanguages } from './locale.ts';
import { type AnalyseAnswer, onMessage, sendMessage } from './messaging.ts';
import { editsItem, languagesCorrectedItem, settingsItem, teamPacksItem } from './storage.ts';
import type { Thread } from './thread.ts';
import { correctionSchema, draftSchema, threadSchema } from './thread-schema.ts';
import { addCorrection, changeTicket, recallTicket, withoutWords } from './tickets.ts';

const asset = (path: string) => fetch(browser.runtime.getURL(`/${path}` as '/'));
const library = createLibrary(
  async (path) => (await asset(path)).text(),
  async (path) => new Uint8Array(await (await asset(path)).arrayBuffer()),
);

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
  onMessage('analyse', ({ data }) => analyse(threadSchema.parse(data) as Thread));
  onMessage('correct', async ({ data }) => {
    const correction = correctionSchema.parse(data.correction);
    if (correction?.language) await countLanguage(correction.language);
    return changeTicket(String(data.ticket), (memory) =>
      addCorrection(memory, correction as Parameters<typeof addCorrection>[1]),
    );
  });
  onMessage('checkDraft', async ({ data }) => {
    const { draft, locale } = draftSchema.parse(data);
    const blank = { why: i18n.t('draft.blank'), instead: i18n.t('draft.blankInstead') };
    return (await currentEngine()).checkDraft(draft, locale, blank);
  });
  onMessage('openOptions', () => browser.runtime.openOptionsPage());
}

async function countLanguage(language: string): Promise<void> {
  const counts = await languagesCorrectedItem.getValue();
  await languagesCorrectedItem.setValue({ ...counts, [language]: (counts[language] ?? 0) + 1 });
}

async function analyse(thread: Thread): Promise<AnalyseAnswer> {
  const [running, settings, languagesCorrected, memory] = await Promise.all([
    currentEngine(),
    settingsItem.getValue(),
    languagesCorrectedItem.getValue(),
    recallTicket(thread.ticket),
  ]);
  const { said, ...answer } = await running.answer({
    thread,
    correction: memory.correction,
    ...(memory.remembered ? { remembered: memory.remembered } : {}),
    settings,
    languagesCorrected,
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

/** The keyboard command: to the tab in front. Pages without Attune do not answer, and that is fine. */
export async function focusPanelInFront(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await sendMessage('focusPanel', undefined, tab.id).catch(() => undefined);
}
