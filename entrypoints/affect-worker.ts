/**
 * The worker that holds a trained model: the shipped one, or with `?hub=KEY` in its address one that a lead had fetched.
 * It knows no page and keeps no message: text comes in, a reading goes out.
 */
import '../lib/own-files-only.ts';
import { defineUnlistedScript } from '#imports';
import { loadClassifier } from '../lib/affect/hub/classify-onnx.ts';
import { fileSystemStore } from '../lib/affect/hub/model-store.ts';
import { createAffectModel } from '../lib/affect/model.ts';
import { loadRuntime } from '../lib/affect/model-onnx.ts';
import { runtimeAt, shippedSource } from '../lib/affect/model-source.ts';
import type { WorkerAnswer, WorkerCall } from '../lib/affect/worker-model.ts';

interface WorkerScope {
  location: { href: string };
  postMessage(answer: WorkerAnswer<unknown>): void;
  addEventListener(type: 'message', listener: (event: { data: WorkerCall<unknown> }) => void): void;
}

type Read = (messages: unknown[]) => Promise<unknown[]>;

export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as WorkerScope;
  const say = (answer: WorkerAnswer<unknown>) => scope.postMessage(answer);
  const sayError = (id: number, error: unknown) =>
    say({ id, error: error instanceof Error ? error.message : String(error) });

  const address = new URL(scope.location.href);
  const root = new URL('/', address).href;
  const key = address.searchParams.get('hub');
  const loading = (
    key === null
      ? loadRuntime(shippedSource(root)).then((runtime) => createAffectModel(runtime).read)
      : loadClassifier({ store: fileSystemStore(key), folder: `${root}none/`, runtime: runtimeAt(root) })
  ) as Promise<Read>;
  loading.then(
    () => say({ id: 0 }),
    (error) => sayError(0, error),
  );
  scope.addEventListener('message', async ({ data: { id, messages } }) => {
    try {
      say({ id, readings: await (await loading)(messages) });
    } catch (error) {
      sayError(id, error);
    }
  });
});
