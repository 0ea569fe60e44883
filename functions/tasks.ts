import type { Contexts } from './contexts.ts';
import type { Task } from './platform/tick.ts';

/** What the clock asks of each context. */
export function createTasks({ people, certificates, scheduling, attendance, points, notifications }: Contexts): Task[] {
  return [
    { name: 'people', run: people.onTick },
    { name: 'scheduling', run: scheduling.onTick },
    { name: 'handovers', run: scheduling.handoversDue.onTick },
    { name: 'pauses of standing sign-ups', run: attendance.reliability.onTick },
    { name: 'series', run: scheduling.seriesWork.onTick },
    { name: 'hour digests', run: attendance.digests.onTick },
    { name: 'days of counsellors', run: attendance.dayTotals.onTick },
    { name: 'amendments of hours', run: attendance.amendmentBooking.onTick },
    { name: 'evidence of amendments', run: attendance.amendmentFiles.onTick },
    { name: 'positions at check-in', run: attendance.fences.onTick },
    { name: 'patrols', run: attendance.patrols.onTick },
    { name: 'sending to the province', run: attendance.sending.onTick },
    { name: 'certificates', run: certificates.onTick },
    { name: 'points', run: points.onTick },
    { name: 'notifications', run: notifications.onTick },
  ];
}
