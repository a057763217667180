import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addCorrection, changeTicket, recallTicket, withoutWords } from '../../../lib/tickets.ts';
import { engineFor, question, seeds, threadOf } from './helpers.ts';

beforeEach(() => fakeBrowser.reset());

describe('withoutWords', () => {
  const angry = threadOf(
    ['Ich bin stinksauer, das ist schon das dritte Mal! Ich gehe zum Anwalt, das sage ich Ihnen.\n\nAnna'],
    { customerName: 'Anna Weber' },
  );
  test.each([...seeds.values(), angry])('leaves none of the customer’s words behind (%#)', async (thread) => {
    const { situation, said } = await engineFor().answer(question(thread));
    const kept = withoutWords({ situation, said });
    const { reading } = kept.situation;
    for (const judged of [reading.language, reading.register, reading.emotion, ...reading.signals])
      expect(judged.evidence).toEqual([]);
    const stored = JSON.stringify(kept);
    for (const message of thread.messages)
      for (const line of message.text.split('\n')) if (line.length > 30) expect(stored).not.toContain(line);
  });
  test('keeps what was read, and the situation it was given', async () => {
    const { situation, said } = await engineFor().answer(question(angry));
    expect(situation.reading.emotion.evidence.length).toBeGreaterThan(0);
    const kept = withoutWords({ situation, said }).situation.reading;
    expect([kept.emotion.value, kept.emotion.intensity, kept.concepts]).toEqual([
      situation.reading.emotion.value,
      situation.reading.emotion.intensity,
      situation.reading.concepts,
    ]);
    expect(situation.reading.emotion.evidence.length).toBeGreaterThan(0);
  });
});

describe('memory', () => {
  test('of a ticket never seen is empty', async () => {
    expect(await recallTicket('a')).toMatchObject({ correction: {} });
  });
  test('keeps corrections by ticket, laid over each other; null takes them back', async () => {
    await changeTicket('a', (memory) => addCorrection(memory, { language: 'de' }));
    await changeTicket('a', (memory) => addCorrection(memory, { emotion: 'anger' }));
    expect((await recallTicket('a')).correction).toEqual({ language: 'de', emotion: 'anger' });
    expect((await recallTicket('b')).correction).toEqual({});
    await changeTicket('a', (memory) => addCorrection(memory, null));
    expect((await recallTicket('a')).correction).toEqual({});
  });
  test('changes at the same time do not undo each other', async () => {
    await Promise.all([
      changeTicket('a', (memory) => addCorrection(memory, { language: 'de' })),
      changeTicket('b', (memory) => addCorrection(memory, { language: 'nl' })),
      changeTicket('a', (memory) => addCorrection(memory, { register: 'formal' })),
    ]);
    expect((await recallTicket('a')).correction).toEqual({ language: 'de', register: 'formal' });
    expect((await recallTicket('b')).correction).toEqual({ language: 'nl' });
  });
  test('a change that fails stops none behind it', async () => {
    const failed = changeTicket('a', () => {
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await changeTicket('a', (memory) => addCorrection(memory, { language: 'de' }));
    expect((await recallTicket('a')).correction).toEqual({ language: 'de' });
  });
  test('a ticket’s key is not readable in what is kept', async () => {
    expect((await recallTicket('mail:anna@example.test/4711')).ticket).toMatch(/^[0-9a-f]{24}$/u);
  });
  test('the oldest tickets make room', async () => {
    for (let i = 0; i < 55; i++) await changeTicket(`t${i}`, (memory) => addCorrection(memory, { language: 'de' }));
    expect((await recallTicket('t0')).correction).toEqual({});
    expect((await recallTicket('t54')).correction).toEqual({ language: 'de' });
  });
});
