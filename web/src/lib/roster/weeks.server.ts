import { day, dayOf, instantAt, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { mondayOfWeek, type Week, weekOf } from '@kaifong/shared/scheduling/weeks.ts';

/** So many weeks, from this one on, can be chosen. */
const weeksToChoose = 5;

export type WeekToChoose = Readonly<{ week: Week; monday: string }>;

/** The weeks that can be planned, each with the moment at which it begins. */
export function comingWeeks(): [WeekToChoose, ...WeekToChoose[]] {
  const now = toInstant(Date.now());
  const at = (index: number): WeekToChoose => {
    const week = weekOf(dayOf(shiftBy(now, index * 7 * day)));
    return { week, monday: instantAt(mondayOfWeek(week), '00:00') };
  };
  return [at(0), ...Array.from({ length: weeksToChoose - 1 }, (_, index) => at(index + 1))];
}
