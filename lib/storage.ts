/**
 * What is kept on this machine. Keys are named here and, for the browser's memory, in `tickets.ts`: content scripts may
 * not touch that one, not even by defining it.
 */
import { storage } from '#imports';
import { type HubModels, noHubModels } from './affect/hub/choice.ts';
import type { KeptCorrection } from './kept-corrections.ts';
import { defaultSettings, type LanguagesCorrected, type OwnEdits, type Settings, type TeamPack } from './team-data.ts';

export const settingsItem = storage.defineItem<Settings>('local:settings', { fallback: defaultSettings, version: 1 });

/** Imported packs, as the text that came. */
export const teamPacksItem = storage.defineItem<TeamPack[]>('local:team-packs', { fallback: [], version: 1 });

/** The lead's own edits by locale. */
export const editsItem = storage.defineItem<OwnEdits>('local:edits', { fallback: {}, version: 1 });

/** The edits before the last save: one step back is always possible. Null: there is none. */
export const editsBeforeItem = storage.defineItem<OwnEdits | null>('local:edits-before', {
  fallback: null,
  version: 1,
});

/** A hint for later readings; stays on this machine. */
export const languagesCorrectedItem = storage.defineItem<LanguagesCorrected>('local:languages-corrected', {
  fallback: {},
  version: 1,
});

/** Tips that the agent does not want to see again. */
export const tipsDismissedItem = storage.defineItem<string[]>('local:tips-dismissed', { fallback: [], version: 1 });

/** Models from elsewhere that a lead had fetched; their files are in the browser's private file system. */
export const hubModelsItem = storage.defineItem<HubModels>('local:hub-models', { fallback: noHubModels, version: 1 });

/** Corrections that the agent chose to keep, newest last. */
export const correctionsItem = storage.defineItem<KeptCorrection[]>('local:corrections', { fallback: [], version: 1 });

/** Origins on which the agent switched Attune off although it has the permission. */
export const sitesOffItem = storage.defineItem<string[]>('local:sites-off', { fallback: [], version: 1 });

/** Where the panel stands and whether it is a pill. */
export interface PanelPlace {
  place: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
  collapsed: boolean;
}
export const panelItem = storage.defineItem<PanelPlace>('local:panel', {
  fallback: { place: 'bottom-right', collapsed: false },
  version: 1,
});
