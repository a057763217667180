/** The models in this very document: Chrome's offscreen document and Firefox's background page. */
import { browser } from '#imports';
import { type HubReader, withHubModel } from './affect/hub/keep.ts';
import { createKeptModel } from './affect/kept-model.ts';
import type { AffectInput } from './affect/model.ts';
import type { Affect } from './affect/read.ts';
import { type ModelWorker, openWorkerModel } from './affect/worker-model.ts';

/** A model of hundreds of megabytes takes its time to load, on a slow machine more than any thread to read. */
const loadingHub = 120_000;
/** The shipped model is waiting to read instead. */
const readingHub = 15_000;

export function keepModelHere(): ReturnType<typeof withHubModel> {
  const worker = (search = '') => new Worker(`${browser.runtime.getURL('/affect-worker.js')}${search}`);
  const shipped = createKeptModel({
    load: () => openWorkerModel(worker() as unknown as ModelWorker<AffectInput, Affect>),
    onFailure: (error) => console.error('Attune reads feelings by rules:', error),
  });
  const open = (key: string): HubReader =>
    createKeptModel<string, number[]>({
      load: () =>
        openWorkerModel(worker(`?hub=${key}`) as unknown as ModelWorker<string, number[]>, readingHub, loadingHub),
      onFailure: (error) => console.error('Attune reads with the shipped model alone:', error),
    });
  return withHubModel(shipped, open);
}
