/**
 * The background's way to the trained model. In Chrome it lives in an offscreen document, in Firefox in the background
 * page; nobody else needs to know.
 */
import { browser } from '#imports';
import type { AffectCall } from './affect/hub/keep.ts';
import { type AffectReply, pauseAfter } from './affect/kept-model.ts';
import { keepModelHere } from './affect-here.ts';
import { sendMessage } from './messaging.ts';

export interface AffectHost {
  /** Never rejects: where the model cannot read, the answer says when to ask again. */
  read(call: AffectCall): Promise<AffectReply>;
  /** Whether the model may be loaded already, so that its answer is worth a short wait. */
  warm(): Promise<boolean>;
}

/** One a background. Nothing is loaded before the first message is to be read. */
export function affectHost(): AffectHost {
  return import.meta.env.FIREFOX ? inThisPage() : inOffscreenDocument();
}

function inThisPage(): AffectHost {
  let kept: ReturnType<typeof keepModelHere> | undefined;
  return {
    read: (call) => {
      kept ??= keepModelHere();
      return kept.read(call);
    },
    warm: async () => kept !== undefined,
  };
}

const page = 'offscreen.html';

function inOffscreenDocument(): AffectHost {
  /** Two calls at once must not make two documents: the second would be refused. */
  let opening: Promise<void> | undefined;
  let failures = 0;

  const isOpen = async () =>
    (
      await browser.runtime.getContexts({
        contextTypes: ['OFFSCREEN_DOCUMENT'],
        documentUrls: [browser.runtime.getURL(`/${page}`)],
      })
    ).length > 0;

  function open(): Promise<void> {
    opening ??= (async () => {
      if (await isOpen()) return;
      await browser.offscreen.createDocument({
        url: page,
        reasons: ['WORKERS'],
        justification: 'Reads the feelings in a message with a model on this machine, in a worker.',
      });
    })().finally(() => (opening = undefined));
    return opening;
  }

  async function ask(call: AffectCall): Promise<AffectReply> {
    await open();
    return sendMessage('readAffect', call);
  }

  return {
    async read(call) {
      try {
        // The browser may have ended the document between or during the calls: it is opened anew, once.
        const reply = await ask(call).catch(() => ask(call));
        failures = 0;
        return reply;
      } catch (error) {
        console.error('Attune reads feelings by rules:', error);
        return { retryIn: pauseAfter(++failures) };
      }
    },
    warm: isOpen,
  };
}
