/**
 * The options page's state: what is stored, what the lead has changed but not saved, and where they are. Storage comes
 * in as an object, so that tests need no browser. Nothing that fails to be stored is dropped from here.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KeptCorrection } from '../../lib/kept-corrections.ts';
import type { Library } from '../../lib/library.ts';
import { emptyLayer, equal, isEmptyLayer, merge, withoutEmpty } from '../../lib/pack/edit.ts';
import { checkTexts } from '../../lib/pack/gate.ts';
import { checkPack, type Problem, parsePack } from '../../lib/pack/parse.ts';
import { type Catalogue, type Pack, packLimits } from '../../lib/pack/schema.ts';
import { type CheckedTeamPack, checkTeamPacks } from '../../lib/team.ts';
import type { OwnEdits, Settings, TeamPack } from '../../lib/team-data.ts';
import type { Channel } from '../../lib/thread.ts';
import type { StringKey } from '../shared/strings.tsx';
import { changesBetween } from './changes.ts';
import { addressProblems, type DraftProblem, draftProblems, packView } from './pack-view.ts';

export interface Kept<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  watch(changed: (value: T) => void): () => void;
}

export interface Persist {
  settings: Kept<Settings>;
  teamPacks: Kept<TeamPack[]>;
  corrections: Kept<KeptCorrection[]>;
  edits: Pick<Kept<OwnEdits>, 'getValue' | 'watch'>;
  editsBefore: Pick<Kept<OwnEdits | null>, 'getValue' | 'watch'>;
  /** Both at once: either both are stored or neither is. */
  saveEdits(edits: OwnEdits, before: OwnEdits | null): Promise<void>;
}

export const tabs = ['phrases', 'address', 'avoid', 'tips', 'words', 'tryIt'] as const;
export type Tab = (typeof tabs)[number];
export type Page = 'pack' | 'settings' | 'model' | 'files';

export interface Status {
  kind: 'done' | 'problem';
  key: StringKey;
  args: string[];
  /** A way back that the line offers. */
  wayBack?: 'edits' | 'file';
}

/** A stored file with all that is known to be wrong with it, its texts included. */
export interface TeamFile extends CheckedTeamPack {
  /** A pack that parses may still hold a text that cannot be used. */
  problems: Problem[];
}

/** What stands in the try-it box. Never stored, and gone with the page. */
export interface Trial {
  customer: string;
  agentBefore: string;
  channel: Channel;
  name: string;
}

export interface OptionsState {
  catalogue: Catalogue;
  shipped: ReadonlyMap<string, Pack>;
  /** Concepts that words can be taught for, in their usual order. */
  concepts: readonly string[];
  settings: Settings;
  /** That the agent chose to keep. */
  corrections: KeptCorrection[];
  files: TeamFile[];
  saved: OwnEdits;
  draft: OwnEdits;
  before: OwnEdits | null;
  discarded: OwnEdits | null;
  removed: { file: TeamPack; at: number } | null;
  page: Page;
  locale: string;
  tab: Tab;
  /** The phrases and avoid-list items whose editors are open. */
  open: ReadonlySet<string>;
  /** Id of the field that should have the keyboard once it is on screen. */
  focus: string | null;
  /** The name that previews use; empty: one that is usual in the language. */
  sampleName: string;
  trial: Trial;
  status: Status | null;
}

export interface OptionsActions {
  showPack(locale: string, tab?: Tab): void;
  showPage(page: Exclude<Page, 'pack'>): void;
  setOpen(id: string, open: boolean): void;
  /** Brings the keyboard to a field, or to the first one whose id begins so, where a control that had it goes away. */
  requestFocus(id: string): void;
  focusDone(): void;
  setSampleName(name: string): void;
  setTrial(change: Partial<Trial>): void;
  /** Changes the lead's own layer of a locale in the draft. */
  edit(locale: string, change: (layer: Pack) => Pack): void;
  save(): Promise<void>;
  discard(): void;
  bringBackEdits(): void;
  undoSave(): Promise<void>;
  jumpTo(problem: DraftProblem): void;
  changeSettings(change: Partial<Settings>): Promise<void>;
  deleteCorrections(): Promise<void>;
  /** `replace`: id of the stored file whose place it takes. */
  importFile(file: { name: string; size: number; text(): Promise<string> }, replace?: string): Promise<void>;
  switchFile(id: string, on: boolean): Promise<void>;
  removeFile(id: string): Promise<void>;
  bringBackFile(): Promise<void>;
  /** Lays a file's wording under the lead's own unsaved edits of its locale. */
  takeOver(id: string): void;
}

export interface Options {
  store: StoreApi<OptionsState>;
  actions: OptionsActions;
  /** Problems that keep the draft from being saved. */
  problems(): DraftProblem[];
  stop(): void;
}

export const changesOf = (state: OptionsState) => changesBetween(state.saved, state.draft);

/** Locales with a pack: shipped, from a file that is switched on, or begun by the lead. */
export function localesOf({ shipped, files, draft }: Pick<OptionsState, 'shipped' | 'files' | 'draft'>): string[] {
  return [
    ...new Set([
      ...shipped.keys(),
      ...files.flatMap((f) => (f.on && f.pack ? [f.pack.locale] : [])),
      ...Object.keys(draft),
    ]),
  ].sort();
}

export async function createOptions(persist: Persist, library: Library, firstLocale = 'en'): Promise<Options> {
  const { packs } = await library.index();
  const [catalogue, layers, concepts, settings, corrections, teamPacks, edits, before] = await Promise.all([
    library.catalogue(),
    Promise.all(packs.map((locale) => library.pack(locale))),
    library.words('en'),
    persist.settings.getValue(),
    persist.corrections.getValue(),
    persist.teamPacks.getValue(),
    persist.edits.getValue(),
    persist.editsBefore.getValue(),
  ]);
  const shipped = new Map(layers.flatMap((pack) => (pack ? [[pack.locale, pack] as const] : [])));
  const checkFiles = (stored: readonly TeamPack[]): TeamFile[] =>
    checkTeamPacks(stored).map((file) => ({ ...file, ...checkTextsOf(file) }));

  /** A file's own texts, seen in the place they would take: alone above the built-in packs. */
  function checkTextsOf(file: CheckedTeamPack): { on: boolean; problems: Problem[] } {
    if (!file.pack) return { on: false, problems: file.problems };
    const { pack } = file;
    const own = new Set(pack.phrases?.filter((phrase) => phrase.text).map((phrase) => phrase.id));
    const { shown } = packView(pack.locale, catalogue, shipped, [{ ...file, on: true }], {});
    const texts = checkTexts({ ...shown, phrases: shown.phrases.filter((phrase) => own.has(phrase.id)) });
    const problems = [...addressProblems(pack), ...texts];
    return { on: file.on && problems.length === 0, problems };
  }

  const store = createStore<OptionsState>()(() => ({
    catalogue,
    shipped,
    concepts: [...concepts.keys()],
    settings,
    corrections,
    files: checkFiles(teamPacks),
    saved: edits,
    draft: edits,
    before,
    discarded: null,
    removed: null,
    page: 'pack',
    locale: shipped.has(firstLocale) ? firstLocale : ([...shipped.keys()][0] ?? firstLocale),
    tab: 'phrases',
    open: new Set(),
    focus: null,
    sampleName: '',
    trial: { customer: '', agentBefore: '', channel: 'email', name: '' },
    status: null,
  }));
  const { getState: get, setState: set } = store;
  const say = (kind: Status['kind'], key: StringKey, args: string[] = [], wayBack?: Status['wayBack']) =>
    set({ status: { kind, key, args, ...(wayBack && { wayBack }) } });
  const failed = (error: unknown) =>
    say('problem', /quota/iu.test(String(error)) ? 'options.storageFull' : 'options.notSaved', [
      error instanceof Error ? error.message : String(error),
    ]);

  const problems = () => {
    const { draft, files } = get();
    return draftProblems(draft, (locale) => packView(locale, catalogue, shipped, files, draft));
  };

  /** What this tab is storing right now: its echo is not another tab's save. */
  let writing: OwnEdits | undefined;

  async function write(edits: OwnEdits, previous: OwnEdits): Promise<boolean> {
    writing = edits;
    try {
      await persist.saveEdits(edits, previous);
      return true;
    } catch (error) {
      failed(error);
      return false;
    } finally {
      writing = undefined;
    }
  }

  /** Another tab saved: its edits count, and on top of them what was changed here and is not saved. */
  function adopt(theirs: OwnEdits): void {
    const { saved, draft } = get();
    if (changesBetween(saved, theirs).length === 0 || (writing && equal(writing, theirs))) return;
    const unsaved = changesBetween(saved, draft).length > 0;
    set({ saved: theirs, draft: unsaved ? merge(saved, draft, theirs) : theirs });
    say('done', unsaved ? 'options.savedElsewhereMerged' : 'options.savedElsewhere');
  }

  async function changeFiles(change: (files: TeamPack[]) => TeamPack[]): Promise<boolean> {
    try {
      // Read again: another tab may have imported a file since.
      const next = change(await persist.teamPacks.getValue());
      await persist.teamPacks.setValue(next);
      set({ files: checkFiles(next) });
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  }

  const actions: OptionsActions = {
    showPack: (locale, tab) => set((state) => ({ page: 'pack', locale, tab: tab ?? state.tab })),
    showPage: (page) => set({ page }),
    setOpen: (id, open) =>
      set((state) => {
        const next = new Set(state.open);
        if (open) next.add(id);
        else next.delete(id);
        return { open: next };
      }),
    requestFocus: (focus) => set({ focus }),
    focusDone: () => set({ focus: null }),
    setSampleName: (sampleName) => set({ sampleName }),
    setTrial: (change) => set((state) => ({ trial: { ...state.trial, ...change } })),

    edit: (locale, change) =>
      set((state) => {
        const layer = withoutEmpty(change(state.draft[locale] ?? emptyLayer(locale)));
        const { [locale]: _, ...others } = state.draft;
        return { draft: isEmptyLayer(layer) ? others : { ...others, [locale]: layer }, status: null };
      }),

    async save() {
      const { draft, saved } = get();
      if (problems().length > 0) return say('problem', 'options.mendFirst');
      // The parser takes blanks off the ends, so what is stored is exactly what an export would read back.
      const next = Object.fromEntries(
        Object.entries(draft).map(([locale, layer]) => [locale, checkPack(layer).pack ?? layer]),
      );
      if (!(await write(next, saved))) return;
      // Typed on while it was being saved: that stays unsaved.
      set((state) => ({
        saved: next,
        before: saved,
        draft: state.draft === draft ? next : state.draft,
        discarded: null,
      }));
      say('done', 'options.saved');
    },

    discard() {
      set((state) => ({ discarded: state.draft, draft: state.saved }));
      say('done', 'options.discarded', [], 'edits');
    },

    bringBackEdits: () =>
      set((state) =>
        state.discarded
          ? { draft: merge(state.saved, state.discarded, state.draft), discarded: null, status: null }
          : {},
      ),

    async undoSave() {
      const { before: previous, saved, draft } = get();
      if (!previous) return;
      if (changesBetween(saved, draft).length > 0) return say('problem', 'options.undoBlocked');
      if (!(await write(previous, saved))) return;
      set({ saved: previous, draft: previous, before: saved });
      say('done', 'options.undone');
    },

    jumpTo({ locale, place }) {
      const [first = '', ...rest] = place.split(' › ');
      const [, id] = first.match(/^(?:phrase|avoid-list item) (.+)$/u) ?? [];
      const tab: Tab = id
        ? first.startsWith('phrase')
          ? 'phrases'
          : 'avoid'
        : first === 'words'
          ? 'words'
          : first === 'address' || first === 'profile'
            ? 'address'
            : 'phrases';
      set((state) => ({
        page: 'pack',
        locale,
        tab,
        open: id ? new Set([...state.open, id]) : state.open,
        focus: id ? [id, ...rest].join('/') : place.replaceAll(' › ', '/'),
      }));
    },

    async changeSettings(change) {
      const next = { ...get().settings, ...change };
      try {
        await persist.settings.setValue(next);
        set({ settings: next });
        say('done', 'options.settingsSaved');
      } catch (error) {
        failed(error);
      }
    },

    async deleteCorrections() {
      try {
        await persist.corrections.setValue([]);
        set({ corrections: [] });
        say('done', 'options.correctionsDeleted');
      } catch (error) {
        failed(error);
      }
    },

    async importFile(file, replace) {
      if (file.size > packLimits.bytes)
        return say('problem', 'options.tooLarge', [
          file.name,
          file.size.toLocaleString(),
          packLimits.bytes.toLocaleString(),
        ]);
      let text: string;
      try {
        text = await file.text();
      } catch (error) {
        return say('problem', 'options.unreadable', [
          file.name,
          error instanceof Error ? error.message : String(error),
        ]);
      }
      const stored: TeamPack = {
        id: replace ?? crypto.randomUUID(),
        name: file.name,
        text,
        on: parsePack(text).pack !== undefined,
      };
      const [checked] = checkFiles([stored]);
      const next = { ...stored, on: checked?.on ?? false };
      const done = await changeFiles((files) =>
        files.some((f) => f.id === next.id) ? files.map((f) => (f.id === next.id ? next : f)) : [...files, next],
      );
      if (!done) return;
      set({ page: 'files' });
      const count = checked?.problems.length ?? 0;
      if (count > 0) say('problem', 'options.importedBroken', [file.name, String(count)]);
      else say('done', 'options.imported', [file.name]);
    },

    async switchFile(id, on) {
      if (await changeFiles((files) => files.map((f) => (f.id === id ? { ...f, on } : f))))
        say('done', on ? 'options.switchedOn' : 'options.switchedOff', [
          get().files.find((f) => f.id === id)?.name ?? '',
        ]);
    },

    async removeFile(id) {
      let removed: OptionsState['removed'] = null;
      const done = await changeFiles((files) => {
        const at = files.findIndex((f) => f.id === id);
        const file = files[at];
        if (file) removed = { file, at };
        return files.filter((f) => f.id !== id);
      });
      if (!done) return;
      set({ removed });
      say('done', 'options.fileRemoved', [], 'file');
    },

    async bringBackFile() {
      const { removed } = get();
      if (!removed) return;
      if (await changeFiles((files) => files.toSpliced(removed.at, 0, removed.file)))
        set({ removed: null, status: null });
    },

    takeOver(id) {
      const pack = get().files.find((f) => f.id === id)?.pack;
      if (!pack) return;
      const { extends: _, status: __, ...wording } = pack;
      actions.edit(pack.locale, (layer) => merge<Pack>(undefined, layer, wording));
      actions.showPack(pack.locale, 'phrases');
      say('done', 'options.takenOver');
    },
  };

  const stops = [
    persist.settings.watch((value) => set({ settings: value })),
    persist.corrections.watch((value) => set({ corrections: value })),
    persist.teamPacks.watch((value) => set({ files: checkFiles(value) })),
    persist.edits.watch((value) => adopt(value ?? {})),
    persist.editsBefore.watch((value) => set({ before: value })),
  ];
  return {
    store,
    actions,
    problems,
    stop: () =>
      stops.forEach((stop) => {
        stop();
      }),
  };
}
