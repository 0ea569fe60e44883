import type { Day } from '@kaifong/shared/kernel/time.ts';
import { workingDaysBetween } from '@kaifong/shared/kernel/working-days.ts';
import { m } from '#paraglide/messages.js';

/** How much time an answer still has, in working days. */
export type Due = Readonly<{ isOverdue: boolean; words: string }>;

export function dueWords(dueOn: Day, today: Day): Due {
  if (today > dueOn) {
    // On the weekend after the last day no working day has gone by yet.
    const late = workingDaysBetween(dueOn, today);
    return { isOverdue: true, words: late > 0 ? m.coordinator_late({ days: late }) : m.coordinator_justLate() };
  }
  const left = workingDaysBetween(today, dueOn);
  return { isOverdue: false, words: left > 0 ? m.coordinator_daysLeft({ days: left }) : m.coordinator_dueToday() };
}
