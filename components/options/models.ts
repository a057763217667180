/**
 * The page “Model”: which model reads, one from elsewhere being fetched, mapped and compared. What touches browser and
 * disk comes in as an object, so that tests need neither.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HubChoice, HubModel, HubModels } from '../../lib/affect/hub/choice.ts';
import type { Downloaded, Progress } from '../../lib/affect/hub/download.ts';
import { guessTargets, saysSomething, type Target } from '../../lib/affect/hub/labels.ts';
import { type HubPlace, keyOf, parsePlace } from '../../lib/affect/hub/place.ts';
import { HubError, type HubProblem } from '../../lib/affect/hub/problem.ts';
import { type Comparison, compareModels, type ReadBy } from './model-compare.ts';
import type { Kept } from './store.ts';

export interface ModelTools {
  models: Kept<HubModels>;
  /** Whether http to this machine may be used (the loopback build). */
  loopback: boolean;
  /**
   * Asks the browser for what a download needs. Must be called in a click, before anything is awaited. `release` gives back
   * what was not held before.
   */
  ask(place: HubPlace): { granted: Promise<boolean>; release(): Promise<void> };
  download(place: HubPlace, onProgress: (progress: Progress) => void): { result: Promise<Downloaded>; cancel(): void };
  /** Whether a model's files are still there. */
  isThere(key: string): Promise<boolean>;
  removeFiles(key: string): Promise<void>;
  /** One message, read by the shipped model or led by another. Rejects where it could not be read so. */
  read: ReadBy;
}

/** What is said of the last thing done, with the place it is about. */
export interface ModelProblem {
  kind: HubProblem;
  place: string;
  detail: string;
}

export type Running =
  | { what: 'asking' }
  | { what: 'downloading'; place: HubPlace; progress: Progress | null }
  | { what: 'comparing'; key: string; done: number; of: number };

export type ModelSaid = 'downloaded' | 'cancelled' | 'used' | 'shippedAgain' | 'removed';

export interface ModelsState {
  models: HubModels;
  /** Kept models whose files are gone. */
  gone: ReadonlySet<string>;
  typed: { model: string; base: string };
  running: Running | null;
  problem: ModelProblem | null;
  said: ModelSaid | null;
  comparisons: Readonly<Record<string, Comparison>>;
}

export interface ModelsActions {
  type(change: Partial<ModelsState['typed']>): void;
  /** Call in the click itself. */
  start(): Promise<void>;
  resume(): Promise<void>;
  cancel(): void;
  forgetPartial(): Promise<void>;
  setTarget(key: string, label: number, target: Target): Promise<void>;
  compare(key: string): Promise<void>;
  use(key: string): Promise<void>;
  goBack(): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface Models {
  store: StoreApi<ModelsState>;
  actions: ModelsActions;
  stop(): void;
}

/** After these it is worth going on; after all others there is nothing to go on with. */
const goesOn: ReadonlySet<HubProblem> = new Set(['offline', 'server', 'diskFull', 'damaged', 'unexpected']);

class Cancelled extends Error {}
/** Thrown by a download that was cancelled. */
export const cancelled = (): Error => new Cancelled('cancelled');

export const choiceFor = ({ key, targets }: HubModel): HubChoice => ({ key, targets });
export const canBeUsed = (model: HubModel): boolean => saysSomething(model.targets);

export async function createModels(tools: ModelTools): Promise<Models> {
  const store = createStore<ModelsState>()(() => ({
    models: { kept: [], used: null, partial: null, origins: [] },
    gone: new Set(),
    typed: { model: '', base: '' },
    running: null,
    problem: null,
    said: null,
    comparisons: {},
  }));
  const { getState: get, setState: set } = store;
  let stopDownload: (() => void) | undefined;
  let stopComparing = false;

  async function adopt(models: HubModels): Promise<void> {
    set({ models });
    const there = await Promise.all(models.kept.map(async ({ key }) => [key, await tools.isThere(key)] as const));
    set({ gone: new Set(there.filter(([, is]) => !is).map(([key]) => key)) });
  }

  /** Read again first: another tab may have changed it. */
  async function change(next: (models: HubModels) => HubModels): Promise<void> {
    const models = next(await tools.models.getValue());
    await tools.models.setValue(models);
    await adopt(models);
  }

  const failed = (error: unknown) =>
    set({
      problem:
        error instanceof HubError
          ? { kind: error.kind, place: error.place, detail: error.detail }
          : {
              kind: 'unexpected',
              place: '',
              detail: error instanceof Error ? error.message : String(error),
            },
    });

  /** Everything up to the browser's question happens in the click: a browser asks only while the click counts. */
  async function fetchFrom(place: HubPlace): Promise<void> {
    if (get().running) return;
    const permission = tools.ask(place);
    set({ running: { what: 'asking' }, problem: null, said: null });
    try {
      if (!(await permission.granted)) throw new HubError('refused', new URL(place.base).host);
      set({ running: { what: 'downloading', place, progress: null } });
      await change((models) => ({ ...models, partial: place }));
      const download = tools.download(place, (progress) => {
        if (get().running?.what === 'downloading') set({ running: { what: 'downloading', place, progress } });
      });
      stopDownload = download.cancel;
      const done = await download.result;
      const key = await keyOf(place);
      await change((models) => withModel(models, { ...place, ...done, key, targets: guessTargets(done.labels) }));
      set(({ comparisons: { [key]: _, ...comparisons } }) => ({ comparisons, said: 'downloaded' }));
    } catch (error) {
      if (error instanceof Cancelled) set({ said: 'cancelled' });
      else failed(error);
      if (error instanceof HubError && error.kind === 'busy') return;
      if (error instanceof HubError && !goesOn.has(error.kind)) await dropPartial(place).catch(failed);
    } finally {
      stopDownload = undefined;
      // Whatever came of it: there is no more to fetch.
      await permission.release().catch(() => undefined);
      set({ running: null });
    }
  }

  async function dropPartial(place: HubPlace): Promise<void> {
    const key = await keyOf(place);
    if (!get().models.kept.some((model) => model.key === key)) await tools.removeFiles(key);
    await change((models) => ({ ...models, partial: null }));
  }

  const actions: ModelsActions = {
    type: (typed) => set((state) => ({ typed: { ...state.typed, ...typed }, problem: null })),

    async start() {
      const { model, base } = get().typed;
      const place = parsePlace(model, base, tools.loopback);
      if (typeof place === 'string') {
        set({ problem: { kind: place, place: place === 'badModel' ? model : base, detail: '' }, said: null });
        return;
      }
      await fetchFrom(place);
    },

    async resume() {
      const { partial } = get().models;
      if (partial) await fetchFrom(partial);
    },

    cancel() {
      stopComparing = true;
      stopDownload?.();
    },

    async forgetPartial() {
      const { partial } = get().models;
      if (!partial) return;
      try {
        await dropPartial(partial);
        set({ said: 'removed', problem: null });
      } catch (error) {
        failed(error);
      }
    },

    async setTarget(key, label, target) {
      await change((models) => ({
        ...models,
        kept: models.kept.map((model) =>
          model.key === key ? { ...model, targets: model.targets.with(label, target) } : model,
        ),
      })).catch(failed);
      // Figures of another mapping would mislead.
      set(({ comparisons: { [key]: _, ...comparisons } }) => ({ comparisons }));
    },

    async compare(key) {
      const model = get().models.kept.find((one) => one.key === key);
      if (!model || get().running) return;
      stopComparing = false;
      set({ running: { what: 'comparing', key, done: 0, of: 0 }, problem: null, said: null });
      try {
        const comparison = await compareModels(choiceFor(model), tools.read, (done, of) => {
          set({ running: { what: 'comparing', key, done, of } });
          return !stopComparing;
        });
        if (comparison) set((state) => ({ comparisons: { ...state.comparisons, [key]: comparison } }));
      } catch (error) {
        failed(new HubError('doesNotRun', model.model, error instanceof Error ? error.message : String(error)));
      } finally {
        set({ running: null });
      }
    },

    async use(key) {
      const model = get().models.kept.find((one) => one.key === key);
      if (!model || !canBeUsed(model) || get().running) return;
      await change((models) => ({ ...models, used: key })).then(() => set({ said: 'used', problem: null }), failed);
    },

    async goBack() {
      await change((models) => ({ ...models, used: null })).then(
        () => set({ said: 'shippedAgain', problem: null }),
        failed,
      );
    },

    async remove(key) {
      try {
        await change((models) => ({
          ...models,
          kept: models.kept.filter((model) => model.key !== key),
          used: models.used === key ? null : models.used,
        }));
        await tools.removeFiles(key);
        set({ said: 'removed', problem: null });
      } catch (error) {
        failed(error);
      }
    },
  };

  const stop = tools.models.watch((models) => adopt(models));
  await adopt(await tools.models.getValue());
  return { store, actions, stop };
}

/** Fetched anew it takes its own place, with the meanings that the lead gave while the labels are the same. */
function withModel(models: HubModels, model: HubModel): HubModels {
  const before = models.kept.find(({ key }) => key === model.key);
  const same = before && before.labels.join('\n') === model.labels.join('\n');
  return {
    ...models,
    partial: null,
    kept: [...models.kept.filter(({ key }) => key !== model.key), same ? { ...model, targets: before.targets } : model],
    used: models.used === model.key && !same ? null : models.used,
  };
}
