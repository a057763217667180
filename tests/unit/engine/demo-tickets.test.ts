/** The demo desk's tickets say what they must be read as; a user's first impression is tested. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Thread } from '../../../lib/thread.ts';
import { engineFor, question } from './helpers.ts';

interface DemoTicket {
  key: string;
  channel: Thread['channel'];
  customer: { name: string };
  messages: { role: 'customer' | 'agent' | 'note'; text: string }[];
  expect: { lang: string; register: string; emotion?: string; signals?: string[] };
}

const { tickets } = JSON.parse(readFileSync(new URL('../../../demo/tickets.json', import.meta.url), 'utf8')) as {
  tickets: DemoTicket[];
};
const engine = engineFor();

describe.each(tickets)('$key', ({ key, channel, customer, messages, expect: expected }) => {
  const thread: Thread = {
    desk: 'demo',
    ticket: key,
    channel,
    customerName: customer.name,
    messages: messages.map(({ role, text }, index) => ({ id: String(index), role, text })),
  };

  test('is read as it was written', async () => {
    const { reading } = (await engine.answer(question(thread))).situation;
    expect(reading.language.value).toBe(expected.lang);
    expect(reading.register.value).toBe(expected.register);
    if (expected.emotion) expect(reading.emotion.value).toBe(expected.emotion);
    expect(reading.signals.map(({ value }) => value)).toEqual(expect.arrayContaining(expected.signals ?? []));
  });

  test('has a greeting and a closing, and nothing left unfilled', async () => {
    const { suggestions } = await engine.answer(question(thread));
    const proposed = suggestions.filter(({ onDemand }) => !onDemand).map(({ move }) => move);
    expect(proposed).toContain('greet');
    expect(proposed).toContain('close');
    for (const { text } of suggestions) expect(text).not.toMatch(/[{}]|undefined/u);
  });
});
