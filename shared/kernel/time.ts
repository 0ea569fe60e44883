import * as z from 'zod';
import type { Text } from './language.ts';

/** Years in which something of ours may be. However far it is moved from there, its year keeps four digits, and text order stays time order. */
const isOfOurTimes = (text: string) => text >= '1800' && text < '3000';

/** A moment in UTC, always with milliseconds, so that text order is time order: `2026-11-24T06:30:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3, error: 'field.instant' }).refine(isOfOurTimes, 'field.instant');
export type Instant = z.infer<typeof Instant>;

/** A calendar day in Asia/Shanghai: `2026-11-24`. */
export const Day = z.iso.date({ error: 'field.day' }).refine(isOfOurTimes, 'field.day');
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

/** Day and clock in Liwan, for files that other programs read: `2026-11-25 14:00`. */
export function stampOf(instant: Instant): string {
  return toInstant(Date.parse(instant) + shanghaiOffset)
    .slice(0, 16)
    .replace('T', ' ');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Month, day and clock in Liwan, in words: `11月25日 14:00`, `25 Nov, 14:00`. */
export function clockOf(instant: Instant): Text {
  const there = new Date(Date.parse(instant) + shanghaiOffset);
  const [month, day] = [there.getUTCMonth(), there.getUTCDate()];
  const clock = there.toISOString().slice(11, 16);
  const chinese = `${month + 1}月${day}日 ${clock}`;
  return { 'zh-Hans': chinese, 'zh-Hant': chinese, en: `${day} ${months[month]}, ${clock}` };
}

/** When something ends that began at `from`, in words: the day is said only when it is another one. */
export function endClockOf(from: Instant, to: Instant): Text {
  const end = clockOf(to);
  if (dayOf(from) !== dayOf(to)) return end;
  const clock = end.en.slice(-5);
  return { 'zh-Hans': clock, 'zh-Hant': clock, en: clock };
}
