/** When the next message is promised. */
import { weekdays } from '../pack/arguments.ts';

export interface DeadlineRule {
  /** Working days from now; 0 is today. */
  workingDays: number;
  /** Hour of the day, 0 to 23, in the team's time zone. */
  hour: number;
  /** Days without promises, 0 Sunday to 6 Saturday. */
  weekend: readonly number[];
  timeZone: string;
}

const dayMs = 86_400_000;

/** The moment that many working days ahead, at that hour in that zone. A promise for today that is past moves on a day. */
export function deadlineFrom(now: Date, rule: DeadlineRule): Date {
  let day = startOfDay(now, rule.timeZone);
  let left = rule.workingDays;
  for (let guard = 0; guard < 60; guard++) {
    const candidate = atHour(day, rule.hour, rule.timeZone);
    if (!rule.weekend.includes(weekdayOf(day)) && left <= 0 && candidate.getTime() > now.getTime()) return candidate;
    day = new Date(day.getTime() + dayMs);
    if (!rule.weekend.includes(weekdayOf(day))) left--;
  }
  // Seven weekend days would never end; a day ahead is still a promise that can be kept.
  return new Date(now.getTime() + dayMs);
}

/** `mon` … `sun` in that zone. */
export function weekdayKey(moment: Date, timeZone: string): (typeof weekdays)[number] {
  return weekdays[weekdayOf(startOfDay(moment, timeZone))] as (typeof weekdays)[number];
}

/** The calendar day of a moment in a zone, carried as midnight UTC of that date. */
function startOfDay(moment: Date, timeZone: string): Date {
  const { year, month, day } = partsIn(moment, timeZone);
  return new Date(Date.UTC(year, month - 1, day));
}

const weekdayOf = (day: Date): number => day.getUTCDay();

function atHour(day: Date, hour: number, timeZone: string): Date {
  const wall = day.getTime() + hour * 3_600_000;
  // The zone's offset is read at the guess and once more at the result, which settles days of clock change.
  let moment = wall - offset(new Date(wall), timeZone);
  moment = wall - offset(new Date(moment), timeZone);
  return new Date(moment);
}

function offset(moment: Date, timeZone: string): number {
  const { year, month, day, hour, minute } = partsIn(moment, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(moment.getTime() / 60_000) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(moment: Date, timeZone: string): Record<'year' | 'month' | 'day' | 'hour' | 'minute', number> {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-hc-h23', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const found = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of format.formatToParts(moment))
    if (type in found) found[type as keyof typeof found] = Number(value);
  return found;
}
