import * as z from 'zod';

/** A moment in UTC, always with milliseconds, so that text order is time order: `2026-11-24T06:30:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3, error: 'field.instant' });
export type Instant = z.infer<typeof Instant>;

/** A calendar day in Asia/Shanghai: `2026-11-24`. */
export const Day = z.iso.date({ error: 'field.day' });
export type Day = z.infer<typeof Day>;

/** Mainland China keeps UTC+8 all year and has had no summer time since 1991. */
const shanghaiOffset = 8 * 3_600_000;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export function toInstant(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString();
}

/** `instant` moved by so many milliseconds, backwards when negative. */
export function shiftBy(instant: Instant, milliseconds: number): Instant {
  return toInstant(Date.parse(instant) + milliseconds);
}

/** Whole minutes from one instant to another, rounded down; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / minute);
}

/** The day in Liwan on which `instant` falls. */
export function dayOf(instant: Instant): Day {
  return new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(0, 10);
}

/** The instant of a wall clock in Liwan: `('2026-11-24', '19:30')`. */
export function instantAt(date: Day, clock: `${number}:${number}` | string): Instant {
  return new Date(`${date}T${clock}:00.000+08:00`).toISOString();
}

/** Seconds since 1970, which is what DynamoDB's time-to-live counts in. */
export function epochSeconds(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}

/** Month, day and clock in Liwan, read alike in every language: `11-25 14:00`. */
export function clockOf(instant: Instant): string {
  return toInstant(Date.parse(instant) + shanghaiOffset)
    .slice(5, 16)
    .replace('T', ' ');
}
