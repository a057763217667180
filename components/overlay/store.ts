/** What the panel shows, as one small store per mount: the content script writes it, the components read it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Correction, Gender } from '../../lib/reading.ts';
import type { Analysis } from '../../lib/suggest/types.ts';
import type { MessageName, NothingName, ProblemName } from '../shared/strings.tsx';

export const places = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
/** The corner of the window in which the panel is docked; left and right are the screen's, whatever the language. */
export type Place = (typeof places)[number];

export type Status =
  /** Not asked to read anything yet: only the pill is shown. */
  | { kind: 'idle' }
  /** A reading is under way; an earlier analysis stays on screen until the new one is there. */
  | { kind: 'reading' }
  | { kind: 'ready' }
  /** All is well, but there is nothing to suggest. */
  | { kind: 'nothing'; why: NothingName }
  | { kind: 'problem'; what: ProblemName };

export interface LanguageChoice {
  /** BCP 47 */
  value: string;
  /** In the agent's language. */
  label: string;
}

export interface PanelState {
  status: Status;
  analysis?: Analysis;
  /** Ids of the suggestions inserted in this ticket. */
  inserted: string[];
  /** Id of the suggestion that is being inserted. */
  busy?: string;
  /** The result of the last action, as a line for everyone and an announcement for screen readers. */
  message?: MessageName;
  collapsed: boolean;
  /** The corner that the agent chose. */
  place: Place;
  /** Where the panel stands so that the reply box stays free, if not in that corner. */
  standsIn?: Place;
  /** The height it has there, in pixels; 0: room for the pill only. Absent: as much as it likes. */
  room?: number;
  /** Whether the form “Correct reading” is open. */
  correcting: boolean;
  /** Where an insertion would land; null where no reply box tells. */
  mode: 'reply' | 'note' | null;
  /** Without a reply box a click copies instead. */
  editorFound: boolean;
  languages: LanguageChoice[];
  customerGender: Gender;
  /** Counts the wishes to bring the keyboard here; see `requestFocus`. */
  focusRequests: number;
}

export interface PanelActions {
  /** Into the reply box, or to the clipboard where there is none. */
  insert(id: string): void;
  copy(id: string): void;
  /** Holds only what has just been put right; to be laid over earlier corrections of this thread. */
  correct(correction: Correction): void;
  /** Takes back every correction of this thread. */
  resetCorrection(): void;
  /** Never shows this tip again. */
  dismissTip(id: string): void;
  setCollapsed(collapsed: boolean): void;
  move(place: Place): void;
  openOptions(): void;
  switchOffSite(): void;
  /** Reads the page again. */
  retry(): void;
  /** Gives the keyboard back to the reply box. */
  returnFocus(): void;
}

export type PanelStore = StoreApi<PanelState>;

const start: PanelState = {
  status: { kind: 'idle' },
  inserted: [],
  collapsed: false,
  place: 'bottom-right',
  correcting: false,
  mode: null,
  editorFound: false,
  languages: [],
  customerGender: 'other',
  focusRequests: 0,
};

export function createPanelStore(initial: Partial<PanelState> = {}): PanelStore {
  return createStore<PanelState>()(() => ({ ...start, ...initial }));
}

/** Opens the panel and brings the keyboard to its first suggestion (or, without one, its first control). */
export function requestFocus(store: PanelStore): void {
  store.setState((state) => ({ collapsed: false, focusRequests: state.focusRequests + 1 }));
}
