import { type Day, day, dayOf, type Instant, instantAt, shiftBy } from '../../kernel/time.ts';
import { pointsSettings } from '../rules/rules.ts';

/** Points by the month in which they came in Asia/Shanghai, `2026-11`: all of a month expire at one moment. */
export type MonthOfPoints = Readonly<{ month: string; points: number }>;

export function monthOf(instant: Instant): string {
  return dayOf(instant).slice(0, 7);
}

/** The first day on which the points of a month are gone: 24 months after the month's end, so that none is younger than that. */
export function expiryDayOf(month: string, months: number = pointsSettings.expireAfterMonths): Day {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const index = year * 12 + number + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** What comes next for the points of a month: their holder is told 60, 30 and 7 days before, and then they expire. */
export const expirySteps = ['days60', 'days30', 'days7', 'expiry'] as const;
export type ExpiryStep = (typeof expirySteps)[number];

const daysBefore: Readonly<Record<ExpiryStep, number>> = { days60: 60, days30: 30, days7: 7, expiry: 0 };

/** When a step of a month is due. */
export function stepDueAt(month: string, step: ExpiryStep): Instant {
  return shiftBy(instantAt(expiryDayOf(month), '00:00'), -daysBefore[step] * day);
}

/** The step that points which come in now still have before them. */
export function nextStep(month: string, now: Instant): ExpiryStep {
  return expirySteps.find((step) => stepDueAt(month, step) > now) ?? 'expiry';
}

/**
 * What is left of each month when the oldest are used first: `used` is what has left the account and is not set against a month yet.
 *
 * @param months oldest first
 */
export function leftOf(months: readonly MonthOfPoints[], used: number): MonthOfPoints[] {
  let open = used;
  return months.map(({ month, points }) => {
    const taken = Math.min(points, open);
    open -= taken;
    return { month, points: points - taken };
  });
}

/**
 * The months of points that were booked before months were kept: those that came last are still there, since the oldest are used first.
 * What came from nowhere that is known is of `month`.
 *
 * @param came what came to the account, newest first
 * @param kept the months that are kept already, whose bookings are among what came
 * @param undated how many points have no month
 */
export function monthsOfUndated(
  came: readonly MonthOfPoints[],
  kept: readonly MonthOfPoints[],
  undated: number,
  month: string,
): MonthOfPoints[] {
  const covered = new Map(kept.map((one) => [one.month, one.points]));
  const found = new Map<string, number>();
  let open = Math.max(0, undated);
  const add = (to: string, points: number) => {
    if (points > 0) found.set(to, (found.get(to) ?? 0) + points);
    open -= points;
  };
  for (const one of came) {
    const known = Math.min(one.points, covered.get(one.month) ?? 0);
    covered.set(one.month, (covered.get(one.month) ?? 0) - known);
    add(one.month, Math.min(one.points - known, open));
  }
  add(month, open);
  return [...found].map(([each, points]) => ({ month: each, points }));
}

/** The oldest points of what is left, as they pass on to somebody else and keep their age; what is of no known month is of `month`. */
export function oldestOf(left: readonly MonthOfPoints[], amount: number, month: string): MonthOfPoints[] {
  let open = amount;
  const taken = left.flatMap((one) => {
    const points = Math.min(one.points, open);
    open -= points;
    return points > 0 ? [{ month: one.month, points }] : [];
  });
  if (open === 0) return taken;
  const same = taken.find((one) => one.month === month);
  const others = taken.filter((one) => one !== same);
  return [...others, { month, points: open + (same?.points ?? 0) }];
}
