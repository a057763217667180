/**
 * The model in a worker of its own, so that no page waits while it reads. One load a worker: after a failure ONNX Runtime
 * cannot start anew in the same one.
 */
import type { OpenModel } from './kept-model.ts';
import type { AffectInput } from './model.ts';
import type { Affect } from './read.ts';

/** To the worker. Its first answer, to no call (id 0), says whether the model is there. */
export interface WorkerCall<Message = AffectInput> {
  id: number;
  messages: Message[];
}
export type WorkerAnswer<Reading = Affect> = { id: number; readings?: Reading[] } | { id: number; error: string };

export interface ModelWorker<Message = AffectInput, Reading = Affect> {
  postMessage(call: WorkerCall<Message>): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { data: WorkerAnswer<Reading> }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string; preventDefault(): void }) => void): void;
}

/** Longer than the longest thread takes on a slow machine: what is silent for so long hangs. */
const patience = 30_000;

/** Resolves when the worker's model is loaded; rejects, with the worker ended, where it does not load. */
export function openWorkerModel<Message = AffectInput, Reading = Affect>(
  worker: ModelWorker<Message, Reading>,
  wait = patience,
  waitForLoad = wait,
): Promise<OpenModel<Message, Reading>> {
  const waiting = new Map<number, { resolve(readings: Reading[]): void; reject(error: Error): void }>();
  let last = 0;
  let ended: Error | undefined;

  const end = (error: Error) => {
    if (ended) return;
    ended = error;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const answerTo = (id: number, most = wait): Promise<Reading[]> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended);
      const timer = setTimeout(() => end(new Error('The model does not answer.')), most);
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          then(value);
        };
      waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
    });

  worker.addEventListener('message', ({ data }) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data.readings ?? []);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end(new Error(event.message || 'The model’s worker stopped.'));
  });

  const model: OpenModel<Message, Reading> = {
    read(messages) {
      const id = ++last;
      const answer = answerTo(id);
      if (!ended) worker.postMessage({ id, messages: [...messages] });
      return answer;
    },
    close: () => end(new Error('The model was closed.')),
  };
  return answerTo(0, waitForLoad).then(
    () => model,
    (error: Error) => {
      end(error);
      throw error;
    },
  );
}
