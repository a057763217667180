/**
 * The one script that fetches from another host: a model that a lead named, while they wait for it. It sees no message.
 * A worker of its own, because every page of ours is forbidden to reach anything but the extension's own files.
 */
import { defineUnlistedScript } from '#imports';
import { type Downloaded, downloadModel, type Progress } from '../lib/affect/hub/download.ts';
import { fileSystemStore } from '../lib/affect/hub/model-store.ts';
import { type HubPlace, keyOf } from '../lib/affect/hub/place.ts';
import { downloadLock, HubError, type HubProblem } from '../lib/affect/hub/problem.ts';

export type DownloadCall = { start: HubPlace } | { cancel: true };
export type DownloadSays =
  | { progress: Progress }
  | { done: Downloaded & { key: string } }
  | { cancelled: true }
  | { failed: HubProblem; place: string; detail: string };

interface WorkerScope {
  postMessage(answer: DownloadSays): void;
  addEventListener(type: 'message', listener: (event: { data: DownloadCall }) => void): void;
}

export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as WorkerScope;
  const stop = new AbortController();

  async function download(place: HubPlace): Promise<void> {
    const key = await keyOf(place);
    try {
      const done = await navigator.locks.request(downloadLock, { ifAvailable: true }, (lock) => {
        if (!lock) throw new HubError('busy', place.model);
        return downloadModel({
          place,
          store: fileSystemStore(key),
          signal: stop.signal,
          onProgress: (progress) => scope.postMessage({ progress }),
        });
      });
      scope.postMessage({ done: { ...done, key } });
    } catch (error) {
      if (error instanceof HubError)
        scope.postMessage({ failed: error.kind, place: error.place, detail: error.detail });
      else if (stop.signal.aborted) scope.postMessage({ cancelled: true });
      else scope.postMessage({ failed: 'unexpected', place: place.model, detail: String(error) });
    }
  }

  scope.addEventListener('message', ({ data }) => {
    if ('cancel' in data) stop.abort();
    else download(data.start);
  });
});
