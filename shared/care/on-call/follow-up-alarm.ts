import { day, dayOf, hour, type Instant, instantAt, shiftBy } from '../../kernel/time.ts';
import { highestLevel } from './escalation.ts';

/**
 * When somebody is called because a follow-up was not made (house): its social worker at its time, the supervisors four hours later and once more each
 * day. It waits for the morning, since nobody is asked how they are at night.
 */
export const followUpAlarms = { supervisorsAfter: 4 * hour, again: day, from: '09:00', until: '20:00' } as const;

/** When the next alarm of an open follow-up is, after so many. */
export function followUpAlarmAt({
  dueAt,
  alarms = 0,
}: Readonly<{ dueAt: Instant; alarms?: number | undefined }>): Instant {
  if (alarms === 0) return byDay(dueAt);
  return byDay(shiftBy(byDay(dueAt), followUpAlarms.supervisorsAfter + (alarms - 1) * followUpAlarms.again));
}

/** Whom an alarm calls: the social worker, and from the second on the supervisors. */
export const followUpAlarmLevel = (alarms: number) => (alarms === 0 ? 0 : highestLevel);

/** The instant itself by day, else the next morning in Liwan. */
function byDay(instant: Instant): Instant {
  const [morning, evening] = [
    instantAt(dayOf(instant), followUpAlarms.from),
    instantAt(dayOf(instant), followUpAlarms.until),
  ];
  if (instant < morning) return morning;
  return instant <= evening ? instant : shiftBy(morning, day);
}
