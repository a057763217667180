import { describe, expect, test } from 'vitest';
import { type HubReader, withHubModel } from '../../../lib/affect/hub/keep.ts';
import type { AffectReply, KeptModel } from '../../../lib/affect/kept-model.ts';
import type { AffectInput } from '../../../lib/affect/model.ts';
import type { Affect } from '../../../lib/affect/read.ts';

const reading = { urgency: 0 } as Affect;
const message: AffectInput = { text: 'ok', features: [], language: 'en', evidence: false };
const hub = { key: 'one', targets: ['negative' as const, 'positive' as const] };

function both(answer: () => AffectReply<number[]>, shippedAnswer: () => AffectReply = () => ({ readings: [reading] })) {
  const seen = {
    shipped: [] as AffectInput[][],
    opened: [] as string[],
    closed: [] as string[],
    texts: [] as string[],
  };
  const shipped: KeptModel = {
    read: async (messages) => {
      seen.shipped.push([...messages]);
      return shippedAnswer();
    },
    close: () => undefined,
  };
  const open = (key: string): HubReader => {
    seen.opened.push(key);
    return {
      read: async (texts) => {
        seen.texts.push(...texts);
        return answer();
      },
      close: () => seen.closed.push(key),
    };
  };
  return { ...withHubModel(shipped, open), seen };
}

describe('a model that leads', () => {
  test('is opened when it is named, and closed when it is not any more', async () => {
    const { read, seen } = both(() => ({ readings: [[0.9, 0.1]] }));
    await read({ messages: [message] });
    expect(seen.opened).toEqual([]);
    await read({ messages: [message], hub });
    await read({ messages: [message], hub });
    await read({ messages: [message], hub: { ...hub, key: 'two' } });
    await read({ messages: [message] });
    expect(seen.opened).toEqual(['one', 'two']);
    expect(seen.closed).toEqual(['one', 'two']);
  });
  test('gives the shipped one its answer', async () => {
    const { read, seen } = both(() => ({ readings: [[0.9, 0.1]] }));
    expect(await read({ messages: [message], hub })).toEqual({ readings: [reading] });
    expect(seen.shipped).toEqual([[{ ...message, lead: { negative: 0.9, positive: 0.1 } }]]);
  });
  test('sees the customer’s own words only', async () => {
    const { read, seen } = both(() => ({ readings: [[0.9, 0.1]] }));
    await read({ messages: [{ ...message, text: 'fine\n> not mine' }], hub });
    expect(seen.texts[0]).not.toContain('not mine');
  });
  test('that cannot answer leaves the shipped one alone, and that is said', async () => {
    const { read, seen } = both(() => ({ retryIn: 5 }));
    expect(await read({ messages: [message], hub })).toEqual({ readings: [reading], shippedAlone: true });
    expect(seen.shipped).toEqual([[message]]);
  });
  test('and both that cannot answer leave it to the rules', async () => {
    const { read } = both(
      () => ({ retryIn: 5 }),
      () => ({ retryIn: 7 }),
    );
    expect(await read({ messages: [message], hub })).toEqual({ retryIn: 7 });
  });
});
