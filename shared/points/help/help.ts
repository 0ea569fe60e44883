import type { Text } from '../../kernel/language.ts';
import { day, dayOf, hour, type Instant, shiftBy, stampOf } from '../../kernel/time.ts';

/** Defaults of the house for hours that people ask their neighbours for. */
export const helpSettings = {
  /** Most hours of one request, and most people who help at once. */
  mostHours: 3,
  mostHelpers: 3,
  /** Most requests of one person that are not over. */
  mostOpen: 3,
  /** A shift needs so much time before it begins, and nobody asks further ahead. */
  hoursBefore: 24,
  daysAhead: 30,
  /** By day only, on the clock of Liwan. */
  from: '07:00',
  to: '21:00',
  /** How long after the end points wait for hours that are confirmed late; then what is left goes back. */
  settleDays: 7,
} as const;

/** Points that a request holds: one for each hour of each person who helps. */
export function heldFor({ hours, helpers }: Readonly<{ hours: number; helpers: number }>): number {
  return hours * helpers;
}

/** What those who had a place in the shift are told when whoever asked takes the request back. */
export const takenBackWords: Text = {
  'zh-Hans': '提出的街坊不需要帮忙了',
  'zh-Hant': '提出的街坊不需要幫忙了',
  en: 'the neighbour who asked needs no help any more',
};

export type HelpTimeVerdict = 'granted' | 'tooSoon' | 'tooFar' | 'notByDay';

/** Whether help may be asked for at a time. */
export function helpTimeVerdict(
  { startsAt, hours }: Readonly<{ startsAt: Instant; hours: number }>,
  now: Instant,
): HelpTimeVerdict {
  const endsAt = shiftBy(startsAt, hours * hour);
  if (startsAt < shiftBy(now, helpSettings.hoursBefore * hour)) return 'tooSoon';
  if (startsAt > shiftBy(now, helpSettings.daysAhead * day)) return 'tooFar';
  const clock = (instant: Instant) => stampOf(instant).slice(11);
  const isByDay = dayOf(startsAt) === dayOf(endsAt) && clock(startsAt) >= helpSettings.from;
  return isByDay && clock(endsAt) <= helpSettings.to ? 'granted' : 'notByDay';
}

/** What somebody who helped has served there, and what she was paid for it. */
export type Helped = Readonly<{ volunteerId: string; minutes: number; paid: number }>;

/** Points that are held for whoever helps, and what was paid of them. */
export type HeldPoints = Readonly<{ hours: number; held: number; helped: readonly Helped[] }>;

/** Whether a record of service is paid by what is held; where nothing is left and nothing was paid, it earns by the rules. */
export function isPaidByHelp({ held, helped }: HeldPoints, volunteerId: string): boolean {
  return held > 0 || helped.some((one) => one.volunteerId === volunteerId);
}

/**
 * Pays a record of service, or takes back what one was paid when `minutes` are negative. All that somebody has served there counts
 * together, so that records and corrections come to the same in whatever order they are told: an hour for an hour, half of one and more
 * for a whole one, never more than was asked for and never more than is held. Whoever asked is not paid with her own points.
 *
 * @returns the points that she gets, and what is held then
 */
export function payHelp(
  { hours, held, helped }: HeldPoints,
  { volunteerId, minutes, isAsker }: Readonly<{ volunteerId: string; minutes: number; isAsker: boolean }>,
): { points: number; held: number; helped: Helped[] } {
  const before = helped.find((one) => one.volunteerId === volunteerId) ?? { minutes: 0, paid: 0 };
  const served = before.minutes + minutes;
  const due = isAsker ? 0 : Math.max(0, Math.min(hours, Math.floor((served + 30) / 60)));
  const points = Math.min(due - before.paid, held);
  const others = helped.filter((one) => one.volunteerId !== volunteerId);
  return {
    points,
    held: held - points,
    helped: [...others, { volunteerId, minutes: served, paid: before.paid + points }],
  };
}
