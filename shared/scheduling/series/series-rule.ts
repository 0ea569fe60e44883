import * as z from 'zod';
import type { FieldFault } from '../../kernel/errors.ts';
import { Day, day as dayLength, hour, type Instant, instantAt, shiftBy } from '../../kernel/time.ts';
import { newShiftLimits } from '../rules.ts';
import type { TimeRange } from '../weeks.ts';
import { type HolidayRule, holidayRules } from './series-days.ts';

/** Days of the week as RFC 5545 writes them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** Which one of its weekday in a month: the first to the fourth, or the last. */
export const placesInMonth = [1, 2, 3, 4, -1] as const;
export type PlaceInMonth = (typeof placesInMonth)[number];

/** A wall clock in Liwan: `19:30`. */
export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'series.clock' });

/** From when until when on a day; `overnight`: the end is on the day after. */
export const DayTimes = z.object({ startsAt: Clock, endsAt: Clock, overnight: z.boolean().default(false) });
export type DayTimes = z.infer<typeof DayTimes>;

/** When a series takes place. Days are those of Liwan, where a day always has 24 hours. */
export const SeriesRule = DayTimes.extend({
  weekdays: z.array(z.enum(weekdays)).min(1).max(7),
  /** Every so many weeks, counted from that of `from`. */
  everyWeeks: z.int().min(1).max(4).default(1),
  /** Instead of every week: only the first, second … or last such weekday of a month. */
  ofMonth: z.literal(placesInMonth).optional(),
  from: Day,
  /** The last day on which it may take place; left out, it goes on. */
  until: Day.optional(),
  holidays: z.enum(holidayRules),
  /** Also on the weekend days that are worked to make up for a holiday. */
  onMakeUpDays: z.boolean().default(false),
});
export type SeriesRule = z.infer<typeof SeriesRule>;
/** The same as it is sent, where what has a default may be left out. */
export type NewSeriesRule = z.input<typeof SeriesRule>;
export type { HolidayRule };

export const seriesLimits = {
  /** How far ahead shifts are made. */
  daysAhead: 56,
  /** The most dates that a series with an end may have. */
  mostDates: 1_000,
  /** A series without an end must take place once within so many days. */
  daysToHappen: 2 * 366,
} as const;

/** The rule as RFC 5545 writes it, its days alone: holidays are no part of that standard. */
export function recurrenceOf({ weekdays: days, everyWeeks, ofMonth }: SeriesRule): string {
  const sorted = weekdays.filter((weekday) => days.includes(weekday));
  if (ofMonth !== undefined) return `FREQ=MONTHLY;BYDAY=${sorted.map((weekday) => `${ofMonth}${weekday}`).join(',')}`;
  return `FREQ=WEEKLY;INTERVAL=${everyWeeks};WKST=MO;BYDAY=${sorted.join(',')}`;
}

/** The time on one day. */
export function timesOn(day: Day, { startsAt, endsAt, overnight }: DayTimes): TimeRange {
  const end = instantAt(day, endsAt);
  return { startsAt: instantAt(day, startsAt), endsAt: overnight ? shiftBy(end, dayLength) : end };
}

/** What is wrong with the clocks of a day, at the field that must change. */
export function timesFaults(times: DayTimes): FieldFault[] {
  const { startsAt, endsAt } = timesOn('2026-01-01', times);
  if (endsAt <= startsAt) return [{ path: 'endsAt', code: 'shift.endsBeforeStart' }];
  const lasts = Date.parse(endsAt) - Date.parse(startsAt);
  if (lasts <= newShiftLimits.longestHours * hour) return [];
  return [{ path: 'endsAt', code: 'shift.tooLong', facts: { maximum: newShiftLimits.longestHours } }];
}

/** What is wrong with a rule before its dates are looked at. `today` is the first day on which it may begin. */
export function ruleFaults(rule: SeriesRule, today: Day): FieldFault[] {
  return [
    ...(rule.from < today ? [{ path: 'from', code: 'series.fromPast' }] : []),
    ...(rule.until !== undefined && rule.until < rule.from ? [{ path: 'until', code: 'series.endsBeforeBegin' }] : []),
    ...timesFaults(rule),
  ];
}

/** A day so many days later, earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayLength).toISOString().slice(0, 10);
}

/** Whether a time is over or has begun. */
export function hasBegun({ startsAt }: TimeRange, now: Instant): boolean {
  return startsAt <= now;
}
