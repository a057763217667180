/** Calls from a page's content script to the background, and back: the only place that sends or receives. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from '#imports';
import type { HubChoice } from './affect/hub/choice.ts';
import type { AffectCall } from './affect/hub/keep.ts';
import type { AffectReply } from './affect/kept-model.ts';
import type { Finding } from './draft/types.ts';
import type { EngineAnswer } from './engine.ts';
import type { Correction } from './reading.ts';
import type { Thread } from './thread.ts';

export interface AnalyseAnswer extends Omit<EngineAnswer, 'said'> {
  /** Languages the agent can correct to. */
  languages: string[];
  correction: Correction;
  /** The model could not read; worth asking again (`refine`) after so many milliseconds. */
  retryIn?: number;
  /** The model that a lead chose could not read: the shipped one did. */
  shippedAlone?: true;
}

export interface CorrectCall {
  ticket: string;
  correction: Correction | null;
  /** The latest message of the customer, which is kept only where the agent has switched that on. */
  words?: string;
}

interface ProtocolMap {
  /**
   * Content script → background: reading and suggestions for a thread. At once: feelings are read by rules where the
   * model is not loaded yet.
   */
  analyse(thread: Thread): AnalyseAnswer;
  /** The same, waiting for the model; by rules, with `retryIn`, where it cannot read. */
  refine(thread: Thread): AnalyseAnswer;
  /** Lays a correction over earlier ones of this ticket; null takes them all back. */
  correct(call: CorrectCall): void;
  /** Findings in the agent's draft. */
  checkDraft(data: { draft: string; locale: string }): Finding[];
  openOptions(): void;
  /** Options page → background: what is read as on tickets; with the shipped model alone; with a model on trial. */
  tryModel(data: { messages: AffectCall['messages']; by: 'used' | 'shipped' | HubChoice }): AffectReply;
  /** Background → Chrome's offscreen document: what the trained models read. */
  readAffect(call: AffectCall): AffectReply;
  /** Background → content script: the keyboard command. */
  focusPanel(): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();

/** Whether a call comes from one of our own pages: a page's content script has its page's address. */
export const isOwnPage = (sender: { url?: string | undefined }): boolean =>
  sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
