import { targetOf } from '@kaifong/shared/care/matching/targets.ts';
import type { CaseEntry, QueueEntry } from '@kaifong/shared/care/schema.ts';
import { type Instant, minutesBetween } from '@kaifong/shared/kernel/time.ts';
import { m } from '#paraglide/messages.js';

/** What must happen to a case next, until when, and whether that is past. */
export type Target = Readonly<{ isOverdue: boolean; step: string; time: string }>;

export function targetWords(entry: QueueEntry | CaseEntry, now: Instant): Target | undefined {
  const { state, risk, receivedAt } = entry;
  const target = targetOf({ state, receivedAt, ...(risk && { risk }) });
  if (!target) return undefined;
  const { step, days, dueAt } = target;
  const isOverdue = dueAt < now;
  const span = spanWords(Math.abs(minutesBetween(now, dueAt)));
  return {
    isOverdue,
    step: step === 'screening' ? m.care_targetScreening({ days }) : m.care_targetAssignment({ days }),
    time: isOverdue ? m.care_targetOver({ span }) : m.care_targetLeft({ span }),
  };
}

/** A length of time as coarsely as people say it. */
function spanWords(minutes: number): string {
  if (minutes < 60) return m.care_spanMinutes({ n: minutes });
  if (minutes < 48 * 60) return m.care_spanHours({ n: Math.floor(minutes / 60) });
  return m.care_spanDays({ n: Math.floor(minutes / 60 / 24) });
}
