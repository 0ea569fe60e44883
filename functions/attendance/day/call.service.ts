import { callErrors } from '@kaifong/shared/attendance/call-errors.ts';
import { callsOpen } from '@kaifong/shared/attendance/day-board.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { Command } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { Attendance } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';

/** Calling somebody on the day of a shift. */
export function callService({ table, people, scheduling, identity }: AttendanceDeps) {
  return {
    /**
     * The mobile number of somebody who has a place in a shift, within a day of it. That it was shown is in the audit before it is told;
     * no receipt is kept, since it would hold the number.
     *
     * @throws AppError platform.notFound, platform.notAllowed, platform.busy, calls.noPlace, calls.notTheDay
     */
    async call(command: Command, shiftId: string, volunteerId: string): Promise<{ mobile: string }> {
      const { actor, now } = command;
      const [shift, volunteer] = await Promise.all([scheduling.shiftFacts(shiftId), people.findVolunteer(volunteerId)]);
      if (!shift || !volunteer) throw new AppError(platformErrors.notFound);
      actor.mustReach('attendance.run', { scope: shift.teamScope });
      const [signUp, attendance] = await lookUp([
        scheduling.lookupSignUp(shift, volunteerId),
        table.lookup(Attendance, { shiftId, volunteerId }),
      ]);
      if (signUp?.state !== 'signedUp' && !attendance) throw new AppError(callErrors.noPlace);
      const { startsAt, endsAt } = callsOpen(shift);
      if (now < startsAt || now > endsAt) throw new AppError(callErrors.notTheDay);
      const outcome = await transact(table.client, {
        audit: identity.audit.line(command, 'attendance.call', `${volunteerId} ${shiftId} ${shift.teamScope}`),
      });
      // Refused means that the same command is in the audit already: it was sent twice.
      if (!outcome.committed && !outcome.refused.has('audit')) throw new AppError(platformErrors.busy);
      return { mobile: await identity.accounts.mobileOf(volunteer.accountId) };
    },
  };
}
