import { askableFrom } from '@kaifong/shared/attendance/amendments/rules.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { isLateToCancel } from '@kaifong/shared/scheduling/rules.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { mayReturn, stepAt } from './attendance-step.ts';
import { nearDayOf } from './near-day.ts';
import { shiftView } from './shift-view.server.ts';
import { spokenMinutes } from './spoken-minutes.ts';

/** A shift, what was seen of the person there, and what she can do about it now. */
export async function readOwnShift(event: Caller, shiftId: string) {
  const client = api(event).api.shifts[':shiftId'];
  const [shift, attendance, skills] = await Promise.all([
    read(client.$get({ param: { shiftId } })),
    read(client['my-attendance'].$get({ param: { shiftId } })),
    skillWords(event),
  ]);
  const now = toInstant(Date.now());
  const askable = askableFrom(shift);
  return {
    shift: shiftView(shift, skills),
    attendance: {
      ...attendance,
      /** The confirmed time in words. */
      counted: attendance.minutes === undefined ? undefined : spokenMinutes(attendance.minutes),
    },
    near: nearDayOf(shift.startsAt, now),
    step: stepAt(attendance, now),
    mayReturn: mayReturn(attendance, now),
    /** Whether not even the leader enters it any more, and it is asked for with what proves it. */
    isForAmendment: now >= askable.opensAt && now <= askable.closesAt,
    mayCancel: shift.mine === 'signedUp' && attendance.state === 'expected' && now < shift.startsAt,
    isLateToCancel: isLateToCancel(shift, now),
    lateHours: schedulingSettings.lateCancellationHours,
    hasPlace: shift.mine === 'signedUp' || attendance.state !== 'expected',
  };
}

export type OwnShift = Awaited<ReturnType<typeof readOwnShift>>;
