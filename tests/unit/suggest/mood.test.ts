import { expect, test } from 'vitest';
import { moves } from '../../../lib/pack/moves.ts';
import { emptyReading } from '../../../lib/read-thread.ts';
import type { Reading, Signal } from '../../../lib/reading.ts';
import { moodOf, orderIn, proposedIn } from '../../../lib/suggest/mood.ts';

const reading = (change: Partial<Reading>): Reading => ({
  ...emptyReading({ value: 'en', confidence: 1, source: 'text', evidence: [], others: [] }),
  ...change,
});
const signal = (value: Signal) => ({ value, confidence: 1, source: 'text' as const, evidence: [] });

test('danger outweighs a death, a death outweighs praise', () => {
  expect(moodOf(reading({ signals: [signal('safety')], concepts: ['f-death'] }))).toBe('danger');
  expect(moodOf(reading({ sentiment: 'positive', concepts: ['f-death'] }))).toBe('bereavement');
  expect(moodOf(reading({ sentiment: 'positive' }))).toBe('praise');
  expect(moodOf(reading({ sentiment: 'negative' }))).toBe('everyday');
});

test('what to do in danger, and a condolence, come right after the greeting', () => {
  expect(orderIn('danger').slice(0, 2)).toEqual(['greet', 'ask']);
  expect(orderIn('bereavement').slice(0, 2)).toEqual(['greet', 'comfort']);
  expect(orderIn('everyday')).toBe(moves);
  for (const mood of ['danger', 'bereavement', 'praise', 'everyday'] as const) {
    expect([...orderIn(mood)].sort()).toEqual([...moves].sort());
  }
});

test('in danger the only question proposed is the one about safety', () => {
  expect(proposedIn('danger', { move: 'ask', when: { signals: ['safety'] } })).toBe(true);
  expect(proposedIn('danger', { move: 'ask', when: { concepts: ['f-not-working'] } })).toBe(false);
  expect(proposedIn('danger', { move: 'thank', when: {} })).toBe(false);
  expect(proposedIn('danger', { move: 'apologise', when: {} })).toBe(true);
});

test('after a death nothing is asked or offered, after praise nothing is repaired', () => {
  for (const move of ['ask', 'offer', 'thank', 'feedback'] as const) {
    expect(proposedIn('bereavement', { move, when: {} })).toBe(false);
  }
  for (const move of ['acknowledge', 'apologise', 'ask', 'offer', 'explain'] as const) {
    expect(proposedIn('praise', { move, when: {} })).toBe(false);
  }
});
