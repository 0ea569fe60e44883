import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import { coarse, decideFence, type FenceEntry } from '@kaifong/shared/attendance/fence.ts';
import { fenceErrors } from '@kaifong/shared/attendance/fence-errors.ts';
import { type Mark, openPair } from '@kaifong/shared/attendance/presence.ts';
import { isLate, reviewReasons, type Sighting } from '@kaifong/shared/attendance/review.ts';
import { stepAt } from '@kaifong/shared/attendance/rotating-code.ts';
import { selfServiceTimes } from '@kaifong/shared/attendance/rules.ts';
import type { MyAttendance } from '@kaifong/shared/attendance/schema.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { mayPurge, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { Command } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { ShiftFacts } from '../../scheduling/index.ts';
import { Attendance, Reviews } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { mustBeKeptShortly, mustBeOpen } from '../refusal.ts';
import { isComingOpen, putInReview } from '../reviews.ts';
import { myAttendanceOf } from '../standing.ts';
import { writeStep } from '../stays.ts';
import { fixesPartition, KeptFix } from './fence.table.ts';

/** The most positions that one tick purges. */
const mostPerTick = 100;

/** Coming and going by where the phone is, at places that have a fence. */
export function fenceService({ table, scheduling }: Pick<AttendanceDeps, 'table' | 'scheduling'>) {
  return {
    /**
     * Checks the person in or out who is within the fence. What a phone brings late nobody but the phone can date, so it waits for the
     * leader.
     *
     * @throws AppError platform.notFound, fence.none, fence.outside, fence.vague; of attendance: notSignedUp, shiftNotHeld, tooEarly, tooLate,
     * checkOutTooLate, keptTooLong, alreadyCheckedIn, notCheckedIn, seenBefore, alreadyConfirmed, tooManyPairs, entryInReview, tooManyReviews
     */
    async enter(command: Command, shiftId: string, { what, fix, tappedAt }: FenceEntry): Promise<MyAttendance> {
      const { actor, now } = command;
      const key = { shiftId, volunteerId: actor.volunteerId };
      return untilSettled(async () => {
        const shift = await scheduling.shiftFacts(shiftId);
        if (!shift) throw new AppError(platformErrors.notFound);
        const [signUp, earlier, reviews] = await lookUp([
          scheduling.lookupSignUp(shift, key.volunteerId),
          table.lookup(Attendance, key),
          table.lookup(Reviews, key),
        ]);
        if (signUp?.state !== 'signedUp' && (what === 'in' || !earlier)) {
          throw new AppError(attendanceErrors.notSignedUp);
        }
        if (what === 'in' && shift.state === 'cancelled') throw new AppError(attendanceErrors.shiftNotHeld);
        const metres = mustBeInside(fix, shift.place);
        const sighting = whenTapped(shift, what, tappedAt, now);
        mustBeOpen(what, shift, sighting.at);
        mustBeKeptShortly(sighting.at, now);

        const kept = {
          ...key,
          what,
          at: sighting.at,
          ...coarse(fix),
          accuracyMetres: Math.round(fix.accuracyMetres),
          metres,
        };
        const beside = { fix: table.put(KeptFix, kept) };
        const reasons = reviewReasons({
          ...{ sighting, now, isFar: false },
          isConfirmed: sighting.kind !== 'now' && earlier?.state === 'confirmed',
          isCheckInInReview: what === 'out' && !openPair(earlier?.pairs ?? []) && isComingOpen(reviews),
          isPhoneOnly: sighting.kind !== 'now',
        });
        const answerOf = (attendance: Attendance | undefined, asked = reviews) =>
          myAttendanceOf(shift, attendance, asked);
        if (reasons.length > 0) {
          const entry = {
            shift,
            reviews,
            sighting,
            what,
            tappedAt: tappedAt ?? now,
            reasons,
            metres,
            way: 'geofence' as const,
          };
          const asked = await putInReview(
            command,
            table,
            { ...key, ...entry },
            (next) => answerOf(earlier, next),
            beside,
          );
          return asked && answerOf(earlier, asked);
        }
        const mark: Mark = { at: now, way: 'geofence', fix: 'near' };
        const attendance = await writeStep(command, table, { ...key, shift, earlier, what, mark }, answerOf, beside);
        return attendance && answerOf(attendance);
      });
    },

    /** Forgets where phones were 90 days ago. Safe to run twice, or twice at once. */
    async onTick(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(KeptFix, fixesPartition, due);
      for (const kept of items.filter(({ at }) => mayPurge(retentionRules.tracks, at, now))) {
        await transact(table.client, { kept: table.remove(KeptFix, kept) });
      }
    },
  };
}

/**
 * When the person tapped. A time that the phone gives counts when the shift was open then; one that cannot be is the fault of its clock.
 */
function whenTapped(shift: ShiftFacts, what: 'in' | 'out', tappedAt: Instant | undefined, now: Instant): Sighting {
  if (tappedAt === undefined || !isLate(tappedAt, now)) return { kind: 'now', step: stepAt(now), at: now };
  const { startsAt, endsAt } = selfServiceTimes(shift)[what];
  const wasOpen = tappedAt >= startsAt && tappedAt < endsAt && tappedAt <= now;
  return wasOpen
    ? { kind: 'then', step: stepAt(tappedAt), at: tappedAt }
    : { kind: 'otherTime', step: stepAt(now), at: now };
}

/** @returns how far it is, in metres. @throws AppError fence.none, fence.outside, fence.vague */
function mustBeInside(fix: FenceEntry['fix'], place: ShiftFacts['place']): number {
  const { fenceMetres } = place;
  if (fenceMetres === undefined) throw new AppError(fenceErrors.none);
  const decision = decideFence(fix, { ...place, fenceMetres });
  if (decision.kind === 'vague') {
    const most = attendanceSettings.fix.vagueFromMetres;
    throw new AppError(fenceErrors.vague, { accuracy: decision.accuracyMetres, most });
  }
  if (decision.kind === 'outside') {
    throw new AppError(fenceErrors.outside, { metres: decision.metres, fence: fenceMetres });
  }
  return decision.metres;
}
