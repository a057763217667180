import { describe, expect, test } from 'vitest';
import type { AffectInput } from '../../../lib/affect/model.ts';
import type { Affect } from '../../../lib/affect/read.ts';
import {
  type ModelWorker,
  openWorkerModel,
  type WorkerAnswer,
  type WorkerCall,
} from '../../../lib/affect/worker-model.ts';

class FakeWorker implements ModelWorker {
  calls: WorkerCall[] = [];
  terminated = 0;
  private listeners: Record<string, (event: never) => void> = {};
  postMessage(call: WorkerCall) {
    this.calls.push(call);
  }
  terminate() {
    this.terminated++;
  }
  addEventListener(type: string, listener: (event: never) => void) {
    this.listeners[type] = listener;
  }
  say(data: WorkerAnswer) {
    this.listeners.message?.({ data } as never);
  }
  crash(message: string) {
    this.listeners.error?.({ message, preventDefault: () => {} } as never);
  }
}

const message = (text: string): AffectInput => ({ text, features: [], language: 'en', evidence: false });
const reading = (urgency: number) => ({ urgency }) as Affect;

async function ready() {
  const worker = new FakeWorker();
  const opening = openWorkerModel(worker);
  worker.say({ id: 0 });
  return { worker, model: await opening };
}

describe('a model in a worker', () => {
  test('answers each call with its own reading', async () => {
    const { worker, model } = await ready();
    const first = model.read([message('one')]);
    const second = model.read([message('two')]);
    const [one, two] = worker.calls;
    worker.say({ id: two?.id ?? 0, readings: [reading(2)] });
    worker.say({ id: one?.id ?? 0, readings: [reading(1)] });
    expect(await first).toEqual([reading(1)]);
    expect(await second).toEqual([reading(2)]);
  });
  test('that does not load says why, and its worker is ended', async () => {
    const worker = new FakeWorker();
    const opening = openWorkerModel(worker);
    worker.say({ id: 0, error: 'attune.json: 404' });
    await expect(opening).rejects.toThrow('attune.json: 404');
    expect(worker.terminated).toBe(1);
  });
  test('a crash fails every call that waits, and all that follow', async () => {
    const { worker, model } = await ready();
    const waiting = [model.read([message('one')]), model.read([message('two')])];
    worker.crash('out of memory');
    for (const call of waiting) await expect(call).rejects.toThrow('out of memory');
    await expect(model.read([message('three')])).rejects.toThrow('out of memory');
    expect(worker.calls).toHaveLength(2);
    expect(worker.terminated).toBe(1);
  });
  test('one call that fails leaves the others', async () => {
    const { worker, model } = await ready();
    const bad = model.read([message('one')]);
    const good = model.read([message('two')]);
    worker.say({ id: 1, error: 'a bad window' });
    worker.say({ id: 2, readings: [reading(2)] });
    await expect(bad).rejects.toThrow('a bad window');
    expect(await good).toEqual([reading(2)]);
  });
  test('one that hangs is ended', async () => {
    const worker = new FakeWorker();
    await expect(openWorkerModel(worker, 1)).rejects.toThrow('does not answer');
    expect(worker.terminated).toBe(1);
  });
  test('one may be given longer to load than to read', async () => {
    const worker = new FakeWorker();
    const opening = openWorkerModel(worker, 1, 60_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    worker.say({ id: 0 });
    await expect((await opening).read([message('one')])).rejects.toThrow('does not answer');
  });
});
