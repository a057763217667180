/** Calls from a page's content script to the background, and back: the only place that sends or receives. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Finding } from './draft/types.ts';
import type { EngineAnswer } from './engine.ts';
import type { Correction } from './reading.ts';
import type { Thread } from './thread.ts';

export interface AnalyseAnswer extends Omit<EngineAnswer, 'said'> {
  /** Languages the agent can correct to. */
  languages: string[];
  correction: Correction;
}

interface ProtocolMap {
  /** Content script → background: reading and suggestions for a thread. */
  analyse(thread: Thread): AnalyseAnswer;
  /** Lays a correction over earlier ones of this ticket; null takes them all back. */
  correct(data: { ticket: string; correction: Correction | null }): void;
  /** Findings in the agent's draft. */
  checkDraft(data: { draft: string; locale: string }): Finding[];
  openOptions(): void;
  /** Background → content script: the keyboard command. */
  focusPanel(): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
