import { day, dayOf, hour, type Instant, instantAt, minute, shiftBy } from '../kernel/time.ts';
import type { Channel } from './groups.ts';
import type { Notice } from './notice.ts';
import type { NoticeChoice } from './settings.ts';

/** How long before a shift people are reminded of it, the earlier time first. */
export const reminderStages = { day: 24 * hour, hours: 2 * hour } as const;
export type ReminderStage = keyof typeof reminderStages;

/** The next reminder of a shift after `at`, or `undefined` when it is too near for any. */
export function nextReminder(startsAt: Instant, at: Instant): { stage: ReminderStage; dueAt: Instant } | undefined {
  for (const stage of ['day', 'hours'] as const) {
    const dueAt = shiftBy(startsAt, -reminderStages[stage]);
    if (dueAt > at) return { stage, dueAt };
  }
  return undefined;
}

/** Until when a notice that is told at a time is of use, or `undefined` for one that keeps, such as what is told of a shift once it has begun. */
export function usefulUntil(notice: Notice, toldAt: Instant): Instant | undefined {
  if ('until' in notice) return notice.until;
  return 'startsAt' in notice && notice.startsAt > toldAt ? notice.startsAt : undefined;
}

/** What cannot wait for the end of the quiet hours: it is over, or begins, so soon after them. */
const urgentWithin = 2 * hour;

/**
 * When a notice goes out. In a person's quiet hours it waits for their end, unless by then, or within two hours, what it is about begins or ends.
 */
export function sendingTime(
  now: Instant,
  { quiet }: Pick<NoticeChoice, 'quiet'>,
  useful: Instant | undefined,
): { when: 'now' } | { when: 'later'; at: Instant } | { when: 'never' } {
  if (useful !== undefined && useful <= now) return { when: 'never' };
  const end = quiet && endOfQuiet(now, quiet);
  if (end === undefined) return { when: 'now' };
  if (useful !== undefined && useful <= shiftBy(end, urgentWithin)) return { when: 'now' };
  return { when: 'later', at: end };
}

/** The end of the quiet hours that `now` lies in, or `undefined` outside them. They may go over midnight. */
function endOfQuiet(now: Instant, { from, until }: NonNullable<NoticeChoice['quiet']>): Instant | undefined {
  for (const date of [dayOf(shiftBy(now, -day)), dayOf(now)]) {
    const begin = instantAt(date, from);
    const end = instantAt(until > from ? date : dayOf(shiftBy(begin, day)), until);
    if (begin <= now && now < end) return end;
  }
  return undefined;
}

/** The next time that a clock shows this, after `now`. */
export function nextClock(now: Instant, clock: string): Instant {
  const today = instantAt(dayOf(now), clock);
  return today > now ? today : shiftBy(today, day);
}

/** How long after each failed try of a channel the next one comes; after the last the next channel is tried. */
const pauses = [minute, 5 * minute, 15 * minute] as const;

/** What becomes of a message whose sending failed for the `tries`th time by this channel. */
export function afterFailure(
  now: Instant,
  { tries, rest }: { tries: number; rest: readonly Channel[] },
): { next: 'retry'; at: Instant } | { next: 'otherChannel'; channel: Channel } | { next: 'giveUp' } {
  const pause = pauses[tries - 1];
  if (pause !== undefined) return { next: 'retry', at: shiftBy(now, pause) };
  const [channel] = rest;
  return channel ? { next: 'otherChannel', channel } : { next: 'giveUp' };
}
