import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeadlineRule, deadlineFrom, weekdayKey } from '../../../lib/suggest/deadline.ts';

const rule = (more: Partial<DeadlineRule> = {}): DeadlineRule => ({
  workingDays: 1,
  hour: 17,
  weekend: [0, 6],
  timeZone: 'UTC',
  ...more,
});
const from = (now: string, more: Partial<DeadlineRule> = {}): string =>
  deadlineFrom(new Date(now), rule(more)).toISOString();

describe('working days', () => {
  test.each<[string, string, Partial<DeadlineRule>, string]>([
    ['the next day', '2026-11-17T10:00:00Z', {}, '2026-11-18T17:00:00.000Z'],
    ['over the weekend', '2026-11-20T10:00:00Z', {}, '2026-11-23T17:00:00.000Z'],
    ['from a Saturday: Monday', '2026-11-21T10:00:00Z', {}, '2026-11-23T17:00:00.000Z'],
    ['three days over a weekend', '2026-11-19T10:00:00Z', { workingDays: 3 }, '2026-11-24T17:00:00.000Z'],
    ['today, before the hour', '2026-11-17T10:00:00Z', { workingDays: 0 }, '2026-11-17T17:00:00.000Z'],
    ['today, past the hour: the next day', '2026-11-17T17:00:00Z', { workingDays: 0 }, '2026-11-18T17:00:00.000Z'],
    ['Friday past the hour: Monday', '2026-11-20T18:00:00Z', { workingDays: 0 }, '2026-11-23T17:00:00.000Z'],
    ['today is a Sunday: Monday', '2026-11-22T10:00:00Z', { workingDays: 0 }, '2026-11-23T17:00:00.000Z'],
    ['a weekend of Friday and Saturday', '2026-11-19T10:00:00Z', { weekend: [5, 6] }, '2026-11-22T17:00:00.000Z'],
    ['no weekend', '2026-11-20T10:00:00Z', { weekend: [] }, '2026-11-21T17:00:00.000Z'],
    ['over the year’s end', '2026-12-31T10:00:00Z', {}, '2027-01-01T17:00:00.000Z'],
  ])('%s', (_, now, more, wanted) => {
    expect(from(now, more)).toBe(wanted);
  });
  test('a week of weekends still gives a promise', () => {
    expect(from('2026-11-20T10:00:00Z', { weekend: [0, 1, 2, 3, 4, 5, 6] })).toBe('2026-11-21T10:00:00.000Z');
  });
});

describe('time zones and clock changes', () => {
  test.each<[string, string, Partial<DeadlineRule>, string]>([
    ['the hour is the zone’s', '2026-11-17T10:00:00Z', { timeZone: 'Europe/Berlin' }, '2026-11-18T16:00:00.000Z'],
    [
      'the day is the zone’s: in Tokyo it is tomorrow already',
      '2026-11-17T20:00:00Z',
      { timeZone: 'Asia/Tokyo' },
      '2026-11-19T08:00:00.000Z',
    ],
    [
      'the weekend is the zone’s',
      '2026-11-20T16:00:00Z',
      { timeZone: 'Asia/Tokyo', workingDays: 0 },
      '2026-11-23T08:00:00.000Z',
    ],
    ['half an hour', '2026-11-17T03:00:00Z', { timeZone: 'Asia/Kolkata' }, '2026-11-18T11:30:00.000Z'],
    ['spring forward in between', '2026-03-27T10:00:00Z', { timeZone: 'Europe/Berlin' }, '2026-03-30T15:00:00.000Z'],
    ['fall back in between', '2026-10-23T10:00:00Z', { timeZone: 'Europe/Berlin' }, '2026-10-26T16:00:00.000Z'],
    [
      'on the day of the change',
      '2026-03-29T00:00:00Z',
      { timeZone: 'Europe/Berlin', workingDays: 0, weekend: [] },
      '2026-03-29T15:00:00.000Z',
    ],
    [
      'on the day of the change back',
      '2026-10-25T00:00:00Z',
      { timeZone: 'Europe/Berlin', workingDays: 0, weekend: [] },
      '2026-10-25T16:00:00.000Z',
    ],
  ])('%s', (_, now, more, wanted) => {
    expect(from(now, more)).toBe(wanted);
  });

  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/Sao_Paulo',
    'Asia/Tokyo',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Asia/Riyadh',
  ];
  const local = (moment: Date, timeZone: string) => {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(moment);
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
    return {
      day: part('weekday').toLowerCase().slice(0, 3),
      hour: Number(part('hour')),
      minute: Number(part('minute')),
    };
  };
  test('always ahead, never on the weekend, at the hour on the clock', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 20 }),
        // Clocks change at night: from 4 on every hour exists once a day.
        fc.integer({ min: 4, max: 23 }),
        fc.constantFrom(...zones),
        fc.constantFrom([0, 6], [5, 6], [0], []),
        (now, workingDays, hour, timeZone, weekend) => {
          const deadline = deadlineFrom(now, { workingDays, hour, weekend, timeZone });
          const { day, hour: at, minute } = local(deadline, timeZone);
          expect(deadline.getTime()).toBeGreaterThan(now.getTime());
          expect([at, minute]).toEqual([hour, 0]);
          expect(weekend.map((d) => ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][d])).not.toContain(day);
          expect(weekdayKey(deadline, timeZone)).toBe(day);
        },
      ),
    );
  });
});
