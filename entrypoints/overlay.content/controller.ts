/** Between page, background and panel: what changes on the page goes to the background, what comes back is shown. */
import type { PanelActions, PanelStore } from '../../components/overlay/store.ts';
import { requestFocus } from '../../components/overlay/store.ts';
import { browserStrings as t } from '../../components/shared/browser-strings.ts';
import { languageName } from '../../components/shared/strings.tsx';
import { findEditor, rememberEditor, watchSend } from '../../lib/desk/editor.ts';
import { copyText } from '../../lib/desk/insert/clipboard.ts';
import { insertText } from '../../lib/desk/insert/insert-text.ts';
import type { DeskDescription } from '../../lib/desk/schema.ts';
import type { ThreadChange } from '../../lib/desk/watch.ts';
import { type AnalyseAnswer, onMessage, sendMessage } from '../../lib/messaging.ts';
import type { Correction } from '../../lib/reading.ts';
import {
  editsItem,
  hubModelsItem,
  type PanelPlace,
  panelItem,
  settingsItem,
  sitesOffItem,
  teamPacksItem,
  tipsDismissedItem,
} from '../../lib/storage.ts';
import { inPlace } from '../../lib/suggest/in-place.ts';
import type { Suggestion } from '../../lib/suggest/types.ts';
import { lettersOf } from '../../lib/text/letters.ts';
import type { Thread } from '../../lib/thread.ts';
import { watchDraft } from './draft.ts';
import type { Box } from './placement.ts';
import { problemOf } from './problem.ts';

export interface Controller {
  actions: PanelActions;
  /** Something else is on screen. */
  show(change: ThreadChange): void;
  /** Boxes that the panel must not cover. */
  keepFree(): Box[];
}

/** The page's ticket as the panel knows it. */
interface Ticket {
  desk: DeskDescription;
  thread: Thread;
}

export function createController(store: PanelStore, signal: AbortSignal): Controller {
  let ticket: Ticket | undefined;
  let desk: DeskDescription | undefined;
  let deskLife: AbortController | undefined;
  /** Answers may come back in another order than they were asked for: only the latest question counts. */
  let asked = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(retry), { once: true });

  const set = store.setState;
  const editor = () => (desk ? findEditor(desk, document) : null);

  const showProblem = (error: unknown) => set({ status: { kind: 'problem', what: problemOf(error) } });

  async function analyse(): Promise<void> {
    if (!ticket) return;
    const question = ++asked;
    const { thread } = ticket;
    if (!store.getState().analysis) set({ status: { kind: 'reading' } });
    try {
      const answer = await sendMessage('analyse', thread);
      if (!isCurrent(question)) return;
      showAnswer(answer, thread);
      await waitForModel(answer, question, thread);
    } catch (error) {
      if (isCurrent(question)) showProblem(error);
    }
  }

  const isCurrent = (question: number) => question === asked && !signal.aborted;

  /** What stands there is from rules: the model's reading takes its place when it is there, now or at a later try. */
  async function waitForModel(answer: AnalyseAnswer, question: number, thread: Thread): Promise<void> {
    if (answer.readBy !== 'rules') return;
    if (answer.retryIn === undefined) return refine(question, thread);
    const again = () => {
      if (!isCurrent(question)) return;
      // A tab that nobody looks at can wait until somebody does.
      if (document.hidden) document.addEventListener('visibilitychange', again, { once: true, signal });
      else refine(question, thread).catch((error) => isCurrent(question) && showProblem(error));
    };
    clearTimeout(retry);
    retry = setTimeout(again, answer.retryIn);
  }

  async function refine(question: number, thread: Thread): Promise<void> {
    const answer = await sendMessage('refine', thread);
    if (!isCurrent(question)) return;
    const shown = store.getState().analysis?.suggestions ?? [];
    showAnswer({ ...answer, suggestions: inPlace(shown, answer.suggestions) }, thread);
    await waitForModel(answer, question, thread);
  }

  function showAnswer(answer: AnalyseAnswer, thread: Thread): void {
    const { reading } = answer.situation;
    const read = thread.messages.some((message) => message.role === 'customer');
    const known = reading.language.value !== 'unknown';
    setIfOther(editor());
    set({
      status:
        read || answer.suggestions.length > 0 || known
          ? { kind: 'ready' }
          : { kind: 'nothing', why: whyNothing(thread) },
      analysis: {
        locale: answer.locale,
        packName: answer.packName,
        reading,
        suggestions: answer.suggestions,
        findings: store.getState().analysis?.findings ?? [],
        notices: noticesFor(answer, thread),
        ...(answer.tip ? { tip: answer.tip } : {}),
        ...(answer.address ? { address: answer.address } : {}),
        byRulesOnly: answer.retryIn !== undefined,
        shippedAlone: answer.shippedAlone === true,
        refining: answer.readBy === 'rules' && answer.retryIn === undefined,
      },
      languages: answer.languages
        .map((value) => ({ value, label: languageName(t, value) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
      customerGender: answer.correction.customerGender ?? 'other',
    });
  }

  async function insert(id: string): Promise<void> {
    const suggestion = find(id);
    if (!suggestion || store.getState().busy) return;
    const target = editor();
    if (!target) return copy(id);
    set({ busy: id });
    const paragraphs = desk?.editor?.paragraphs;
    const result = await insertText(target.element, suggestion.text, {
      dir: suggestion.dir,
      separate: true,
      ...(paragraphs ? { paragraphs } : {}),
    });
    if (result.ok) {
      set((state) => ({
        inserted: [...new Set([...state.inserted, id])],
        message: target.mode === 'note' ? 'insertedNote' : 'inserted',
      }));
    } else {
      set({ message: (await copyText(suggestion.text)) ? 'copiedInstead' : 'failed' });
    }
    clearBusy();
  }

  async function copy(id: string): Promise<void> {
    const suggestion = find(id);
    if (suggestion) set({ message: (await copyText(suggestion.text)) ? 'copied' : 'failed' });
  }

  function clearBusy(): void {
    set((state) => {
      const { busy: _, ...rest } = state;
      return rest;
    }, true);
  }

  const find = (id: string): Suggestion | undefined => store.getState().analysis?.suggestions.find((s) => s.id === id);

  async function correct(correction: Correction | null): Promise<void> {
    if (!ticket) return;
    try {
      const words = ticket.thread.messages.findLast((message) => message.role === 'customer')?.text;
      await sendMessage('correct', { ticket: ticket.thread.ticket, correction, ...(words && { words }) });
      set({ message: correction ? 'corrected' : 'reset' });
      await analyse();
    } catch (error) {
      showProblem(error);
    }
  }

  async function dismissTip(id: string): Promise<void> {
    set(({ analysis }) => {
      if (!analysis) return {};
      const { tip: _, ...rest } = analysis;
      return { analysis: rest };
    });
    await tipsDismissedItem.setValue([...new Set([...(await tipsDismissedItem.getValue()), id])]).catch(showProblem);
  }

  function remember(change: Partial<PanelPlace>): void {
    set(change);
    const { place, collapsed } = store.getState();
    panelItem.setValue({ place, collapsed }).catch(showProblem);
  }

  const actions: PanelActions = {
    insert,
    copy,
    correct,
    resetCorrection: () => correct(null),
    dismissTip,
    setCollapsed: (collapsed) => remember({ collapsed }),
    move: (place) => remember({ place }),
    openOptions: () => sendMessage('openOptions', undefined).catch(showProblem),
    switchOffSite: async () => {
      const off = await sitesOffItem.getValue();
      await sitesOffItem.setValue([...new Set([...off, location.origin])]);
    },
    retry: analyse,
    returnFocus: () => {
      const target = editor();
      target?.element.ownerDocument.defaultView?.focus();
      target?.element.focus({ preventScroll: true });
    },
  };

  function followDesk(next: DeskDescription | undefined): void {
    if (next === desk) return;
    deskLife?.abort();
    desk = next;
    deskLife = undefined;
    if (!desk) return;
    deskLife = new AbortController();
    const life = AbortSignal.any([signal, deskLife.signal]);
    rememberEditor(desk, document, life);
    watchDraft({
      editor,
      locale: () => store.getState().analysis?.locale ?? null,
      onFindings: (findings) => set(({ analysis }) => (analysis ? { analysis: { ...analysis, findings } } : {})),
      onDraft: tickWhatStands,
      onEditor: setIfOther,
      signal: life,
    });
    // What was sent is said: the next look at the thread knows it, and the ticks belong to the next reply.
    watchSend(desk, document, () => set({ inserted: [] }), life);
  }

  /** A phrase that the agent undid or deleted has its tick no longer. */
  function tickWhatStands(draft: string | null): void {
    const { inserted, busy } = store.getState();
    if (draft === null || busy || inserted.length === 0) return;
    const written = lettersOf(draft);
    const standing = inserted.filter((id) => written.includes(lettersOf(find(id)?.text ?? '')));
    if (standing.length !== inserted.length) set({ inserted: standing });
  }

  function setIfOther(found: ReturnType<typeof findEditor>): void {
    const { mode, editorFound } = store.getState();
    const next = { mode: found?.mode ?? null, editorFound: found !== null };
    if (next.mode !== mode || next.editorFound !== editorFound) set(next);
  }

  function show(change: ThreadChange): void {
    followDesk(change.desk ?? undefined);
    if (!change.desk) {
      ticket = undefined;
      asked++;
      set({ status: { kind: 'idle' } });
      return;
    }
    const { result } = change;
    if ('nothing' in result) {
      ticket = undefined;
      asked++;
      set({
        status: {
          kind: 'nothing',
          why: result.nothing === 'no-ticket' || result.nothing === 'other-page' ? 'noTicket' : 'notRead',
        },
      });
      return;
    }
    const same = ticket?.thread.ticket === result.thread.ticket;
    ticket = { desk: change.desk, thread: result.thread };
    if (!same) {
      // Nothing of one customer may stand beside another's ticket, not even for a moment.
      set((state) => {
        const { analysis: _a, message: _m, busy: _b, ...rest } = state;
        return { ...rest, inserted: [], correcting: false };
      }, true);
    }
    analyse();
  }

  for (const item of [settingsItem, editsItem, teamPacksItem, hubModelsItem])
    signal.addEventListener(
      'abort',
      item.watch(() => analyse()),
      { once: true },
    );
  signal.addEventListener(
    'abort',
    onMessage('focusPanel', () => requestFocus(store)),
    { once: true },
  );
  signal.addEventListener('abort', () => deskLife?.abort(), { once: true });

  return {
    actions,
    show,
    keepFree: () => {
      const found = editor();
      const sends = (desk?.send ?? []).flatMap((selector) =>
        Array.from(document.querySelectorAll(selector), (element) => element.getBoundingClientRect()),
      );
      return [...(found ? [withItsTabs(found.rect())] : []), ...sends];
    },
  };
}

/** Above a reply box stand its tabs, its recipients or its toolbar: they stay in reach too. */
function withItsTabs({ left, top, width, height }: Box): Box {
  const above = 44;
  return { left, top: top - above, width, height: height + above };
}

function whyNothing(thread: Thread): 'noCustomer' | 'notRead' {
  return thread.messages.some((message) => message.role === 'unknown') ? 'notRead' : 'noCustomer';
}

function noticesFor(answer: AnalyseAnswer, thread: Thread): string[] {
  const notices: string[] = [];
  if (answer.withoutPack)
    notices.push(
      t('notice.fallback', languageName(t, answer.withoutPack), languageName(t, answer.suggestions[0]?.locale ?? 'en')),
    );
  for (const name of answer.brokenPacks) notices.push(t('notice.packOff', name));
  if (thread.messages.some((message) => message.role === 'unknown')) notices.push(t('notice.partLeftOut'));
  return notices;
}
