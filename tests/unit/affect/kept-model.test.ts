import { describe, expect, test } from 'vitest';
import { createKeptModel, type OpenModel, pauseAfter } from '../../../lib/affect/kept-model.ts';
import type { Affect } from '../../../lib/affect/read.ts';

const reading = {} as Affect;

function kept(opens: (() => Promise<OpenModel>)[]) {
  const clock = { now: 0 };
  const seen = { loads: 0, closed: 0, failures: [] as string[] };
  const model = createKeptModel({
    load: () => opens[Math.min(seen.loads++, opens.length - 1)]?.() ?? Promise.reject(new Error('none')),
    onFailure: (error) => seen.failures.push(String(error)),
    now: () => clock.now,
  });
  const closes = () => {
    seen.closed++;
  };
  return { model, clock, seen, closes };
}
const well = (close = () => {}): (() => Promise<OpenModel>) => {
  return async () => ({ read: async () => [reading], close });
};
const noFile = () => Promise.reject(new Error('no file'));

describe('a model that is kept', () => {
  test('is loaded by the first message, once', async () => {
    const { model, seen } = kept([well()]);
    expect(seen.loads).toBe(0);
    await Promise.all([model.read([]), model.read([]), model.read([])]);
    await model.read([]);
    expect(seen.loads).toBe(1);
  });
  test('that does not load says when to ask again, and is left alone until then', async () => {
    const { model, clock, seen } = kept([noFile]);
    expect(await model.read([])).toEqual({ retryIn: pauseAfter(1) });
    clock.now += pauseAfter(1) - 1;
    expect(await model.read([])).toEqual({ retryIn: 1 });
    expect(seen.loads).toBe(1);
    expect(seen.failures).toEqual(['Error: no file']);
  });
  test('is loaded anew after its pause and then serves', async () => {
    const { model, clock, seen } = kept([noFile, well()]);
    await model.read([]);
    clock.now += pauseAfter(1);
    expect(await model.read([])).toEqual({ readings: [reading] });
    expect(seen.loads).toBe(2);
  });
  test('that fails again and again is asked less and less often', async () => {
    const { model, clock } = kept([noFile]);
    const waits: number[] = [];
    for (let i = 0; i < 6; i++) {
      const reply = await model.read([]);
      const wait = 'retryIn' in reply ? reply.retryIn : 0;
      waits.push(wait);
      clock.now += wait;
    }
    expect(waits).toEqual([1, 2, 3, 4, 5, 6].map(pauseAfter));
    expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
    expect(waits[5]).toBeGreaterThan(waits[0] ?? 0);
  });
  test('that crashes while it reads is closed and replaced', async () => {
    let closed = 0;
    const crashing = async (): Promise<OpenModel> => ({
      read: () => Promise.reject(new Error('out of memory')),
      close: () => closed++,
    });
    const { model, clock, seen } = kept([crashing, well()]);
    const replies = await Promise.all([model.read([]), model.read([])]);
    expect(replies.every((reply) => 'retryIn' in reply)).toBe(true);
    expect(closed).toBe(1);
    expect(seen.failures).toHaveLength(1);
    clock.now += pauseAfter(1);
    expect(await model.read([])).toEqual({ readings: [reading] });
  });
  test('a success forgets earlier failures', async () => {
    const once = { left: 1 };
    const sometimes = async (): Promise<OpenModel> => ({
      read: async () => {
        if (once.left-- === 0) throw new Error('crash');
        return [reading];
      },
      close: () => {},
    });
    const { model, clock } = kept([noFile, sometimes]);
    await model.read([]);
    clock.now += pauseAfter(1);
    await model.read([]);
    expect(await model.read([])).toEqual({ retryIn: pauseAfter(1) });
  });
});
