import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import type { Mark } from '@kaifong/shared/attendance/presence.ts';
import type { AttendanceStanding, ReviewDecision } from '@kaifong/shared/attendance/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { commit } from '../platform/commit.ts';
import { lookUp } from '../platform/lookup.ts';
import type { Command } from '../platform/request.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { Attendance, ChainHead, Reviews } from './attendance.table.ts';
import type { AttendanceDeps } from './deps.ts';
import { kinOf } from './kin.ts';
import { movingReviews } from './reviews.ts';
import { standingOf } from './standing.ts';
import { writeStep } from './stays.ts';

/** What a leader decides about comings and goings that did not count by themselves. */
export function reviewService({ table, scheduling }: AttendanceDeps) {
  return {
    /**
     * Lets an entry in review count at the time when its code was on the screen, marked as late (or by where the phone was) and as decided by the actor; or dismisses
     * it.
     *
     * @throws AppError platform.notFound; of attendance: ownAttendance, reviewDecided, alreadyConfirmed, alreadyCheckedIn, notCheckedIn,
     * seenBefore, tooManyPairs
     */
    async decide(
      command: Command,
      entryOf: Readonly<{ shiftId: string; volunteerId: string; entryId: string }>,
      { verdict }: ReviewDecision,
    ): Promise<AttendanceStanding> {
      const { actor, now } = command;
      const { shiftId, volunteerId, entryId } = entryOf;
      const key = { shiftId, volunteerId };
      return untilSettled(async () => {
        const [shift, earlier, reviews, head] = await lookUp([
          scheduling.lookupShiftFacts(shiftId),
          table.lookup(Attendance, key),
          table.lookup(Reviews, key),
          table.lookup(ChainHead, { volunteerId }),
        ]);
        if (!shift) throw new AppError(platformErrors.notFound);
        actor.mustReach('attendance.run', { scope: shift.teamScope });
        const { volunteerIds } = await kinOf(table, volunteerId, head);
        if (volunteerIds.some((each) => actor.isVolunteer(each))) throw new AppError(attendanceErrors.ownAttendance);
        const entry = reviews?.entries.find((each) => each.entryId === entryId);
        if (!reviews || !entry) throw new AppError(platformErrors.notFound);
        if (entry.state !== 'open') throw new AppError(attendanceErrors.reviewDecided);

        const state = verdict === 'count' ? 'counted' : 'dismissed';
        const decided = { ...entry, state, decidedAt: now, decidedBy: actor.accountId } as const;
        const moved = movingReviews(table, reviews, {
          ...reviews,
          entries: reviews.entries.map((each) => (each === entry ? decided : each)),
          version: reviews.version + 1,
        });
        if (verdict === 'dismiss') {
          const answer = earlier ? standingOf(earlier) : { volunteerId, state: 'expected' as const, stays: [] };
          return (await commit(command, table, { reviews: moved }, { answer })).committed ? answer : undefined;
        }
        const mark: Mark = {
          at: entry.at,
          ...(entry.way ? { way: entry.way } : { way: 'lateCode', step: Number(entryId.split('-')[1]) }),
          tickedBy: actor.accountId,
          receivedAt: entry.receivedAt,
        };
        const step = { shift, volunteerId, earlier, what: entry.what, mark };
        const attendance = await writeStep(command, table, step, standingOf, { reviews: moved });
        return attendance && standingOf(attendance);
      });
    },
  };
}
