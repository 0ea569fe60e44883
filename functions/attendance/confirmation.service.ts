import {
  chained,
  emptyChain,
  isOfShift,
  type ServiceDraft,
  type ServiceRecord,
} from '@kaifong/shared/attendance/chain.ts';
import { countService, type ServiceCount } from '@kaifong/shared/attendance/counting.ts';
import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import { serviceRecorded } from '@kaifong/shared/attendance/events.ts';
import { openPair, wasEnteredBy } from '@kaifong/shared/attendance/presence.ts';
import type { AttendanceStanding } from '@kaifong/shared/attendance/schema.ts';
import { mayReach } from '@kaifong/shared/identity/permissions.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { ActivityKind } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import { isMostlyNight } from '@kaifong/shared/scheduling/shifts/night.ts';
import type { Actor } from '../platform/actor.ts';
import { commit } from '../platform/commit.ts';
import type { Command } from '../platform/request.ts';
import { untilSettled } from '../platform/until-settled.ts';
import { mustApprove } from './approving.ts';
import { Attendance, ChainHead, RecordItem, VolunteerDay } from './attendance.table.ts';
import { countedSoFar } from './counted-so-far.ts';
import type { AttendanceDeps } from './deps.ts';
import { carriedOn, type Kin, kinOf } from './kin.ts';
import { standingOf } from './standing.ts';

/** Turns attendance into service records, and takes wrong ones back. */
export function confirmationService({ table, people, scheduling, settings }: AttendanceDeps) {
  /** What both commands decide by. The head is read first: whoever adds a record moves it, so what is read after it is no older. */
  async function read(shiftId: string, volunteerId: string) {
    const [shift, volunteer, [head, attendance]] = await Promise.all([
      scheduling.shiftFacts(shiftId),
      people.findVolunteer(volunteerId),
      table.getPair([ChainHead, { volunteerId }], [Attendance, { shiftId, volunteerId }]),
    ]);
    if (!shift || !volunteer) throw new AppError(platformErrors.notFound);
    return { shift, volunteer, head, attendance, kin: await kinOf(table, volunteerId, head) };
  }

  /** Adds a record to the chain, with the day and the attendance that go with it; `undefined` when any of them moved meanwhile. */
  async function append(
    command: Command,
    change: {
      head: ChainHead | undefined;
      kin: Kin;
      record: ServiceRecord;
      day: VolunteerDay;
      attendance: Attendance;
      community: string;
      kindOfActivity: ActivityKind;
    },
  ): Promise<AttendanceStanding | undefined> {
    const { head, kin, record, attendance, community, kindOfActivity } = change;
    const atNight = isMostlyNight({ startsAt: record.startedAt, endsAt: record.endedAt });
    const { volunteerId, seq, kind, minutes, day, shiftId, teamScope, reverses, hash } = record;
    const { times, minutes: minutesOfDay } = change.day;
    const answer = standingOf(attendance, { seq, minutes });
    const moved = { ...head, volunteerId, seq, hash, minutes: (head?.minutes ?? 0) + minutes };
    const outcome = await commit(
      command,
      table,
      {
        ...(await carriedOn(table, { before: head, after: moved }, kin.above, {
          minutes,
          recordedAt: command.now,
        })),
        record: table.put(RecordItem, record, { absent: true }),
        day: table.adjust(
          VolunteerDay,
          { volunteerId, day },
          { set: { volunteerId, day, minutes: minutesOfDay, times } },
        ),
        attendance: table.put(Attendance, attendance, { is: { version: attendance.version - 1 } }),
      },
      {
        answer,
        events: [
          serviceRecorded.make(command.now, {
            ...{ volunteerId, seq, kind, minutes, day, shiftId, teamScope, community, reverses },
            activity: { kind: kindOfActivity, atNight },
            ...(record.ways.includes('backEntry') && { backEntered: true as const }),
          }),
        ],
      },
    );
    return outcome.committed ? answer : undefined;
  }

  return {
    /**
     * Confirms what a volunteer served at a shift: the minutes inside it that no other service has counted enter her chain. Up to 8 hours
     * of a day are for the leader to confirm, up to 12 for a coordinator, more for one of the district (i志愿).
     *
     * @throws AppError platform.notFound; of attendance: shiftNotHeld, ownAttendance, notCheckedIn, notLeft, enteredByYou, alreadyConfirmed,
     * takenBackBefore, nothingToCount, dayNeedsApproval, dayNeedsDistrict
     */
    async confirm(command: Command, shiftId: string, volunteerId: string): Promise<AttendanceStanding> {
      const { actor, now } = command;
      return untilSettled(async () => {
        const { shift, volunteer, head, attendance, kin } = await read(shiftId, volunteerId);
        actor.mustReach('attendance.run', { scope: shift.teamScope });
        if (shift.state === 'cancelled') throw new AppError(attendanceErrors.shiftNotHeld);
        mustBeConfirmable(actor, kin.volunteerIds, attendance);
        if (attendance.takenBack && !mayReach(actor.grants, 'attendance.correct', { scope: shift.teamScope })) {
          throw new AppError(attendanceErrors.takenBackBefore);
        }
        const { pairs } = attendance;

        const { day, today, counted, minutesOfDay } = await countedSoFar(table, { shift, volunteerId, kin });
        const count = mustCount(countService({ shift, pairs, counted }));
        const figures = await settings.on('attendance', day, now);
        mustApprove(actor, shift.teamScope, minutesOfDay + count.minutes, figures);

        const draft: ServiceDraft = {
          volunteerId,
          kind: 'service',
          minutes: count.minutes,
          shiftId,
          title: shift.title,
          teamScope: shift.teamScope,
          day,
          startedAt: count.startedAt,
          endedAt: count.endedAt,
          ways: [...new Set(pairs.flatMap((pair) => [pair.in.way, pair.out?.way ?? pair.in.way]))],
          recordedAt: now,
          confirmedBy: actor.accountId,
        };
        const record = await chained(head ?? emptyChain, draft);
        const { seq, minutes } = record;
        return append(command, {
          head,
          kin,
          record,
          day: {
            ...today,
            minutes: today.minutes + minutes,
            times: [...today.times, ...count.times.map((time) => ({ seq, ...time }))],
          },
          attendance: { ...attendance, state: 'confirmed', record: { seq, minutes }, version: attendance.version + 1 },
          community: volunteer.scope,
          kindOfActivity: shift.kind,
        });
      });
    },

    /**
     * Takes a service record back by adding a reversal, with a reason that the volunteer reads. The attendance stays, and whoever may take
     * back may confirm it again; who confirmed it wrongly does not undo this by confirming once more. @throws AppError platform.notFound, attendance.ownAttendance, attendance.notConfirmed
     */
    async reverse(command: Command, shiftId: string, volunteerId: string, reason: string): Promise<AttendanceStanding> {
      const { actor, now } = command;
      return untilSettled(async () => {
        const { shift, volunteer, head, attendance, kin } = await read(shiftId, volunteerId);
        actor.mustReach('attendance.correct', { scope: shift.teamScope });
        if (kin.volunteerIds.some((each) => actor.isVolunteer(each)))
          throw new AppError(attendanceErrors.ownAttendance);
        if (!head || !attendance?.record) throw new AppError(attendanceErrors.notConfirmed);

        const { seq } = attendance.record;
        const reversed = await table.get(RecordItem, { volunteerId, seq });
        if (!reversed || !isOfShift(reversed)) throw new Error(`record ${seq} of ${volunteerId} is missing`);
        const today = await table.get(VolunteerDay, { volunteerId, day: reversed.day });
        if (!today) throw new Error(`the day of record ${seq} of ${volunteerId} is missing`);

        const { minutes } = reversed;
        const draft = { ...reversed, kind: 'reversal', minutes: -minutes, reverses: seq, reason } as const;
        const { record: _taken, ...rest } = attendance;
        return append(command, {
          head,
          kin,
          record: await chained(head, { ...draft, recordedAt: now, confirmedBy: actor.accountId }),
          day: {
            ...today,
            minutes: today.minutes - minutes,
            times: today.times.filter((time) => time.seq !== seq),
          },
          attendance: { ...rest, state: 'left', takenBack: true, version: attendance.version + 1 },
          community: volunteer.scope,
          kindOfActivity: shift.kind,
        });
      });
    },
  };
}

/** @throws AppError of attendance: ownAttendance, notCheckedIn, alreadyConfirmed, notLeft, enteredByYou */
function mustBeConfirmable(
  actor: Actor,
  volunteerIds: readonly string[],
  attendance: Attendance | undefined,
): asserts attendance is Attendance {
  if (volunteerIds.some((each) => actor.isVolunteer(each))) throw new AppError(attendanceErrors.ownAttendance);
  if (!attendance) throw new AppError(attendanceErrors.notCheckedIn);
  if (attendance.state === 'confirmed') throw new AppError(attendanceErrors.alreadyConfirmed);
  if (openPair(attendance.pairs)) throw new AppError(attendanceErrors.notLeft);
  if (wasEnteredBy(attendance.pairs, actor.accountId)) throw new AppError(attendanceErrors.enteredByYou);
}

/** @throws AppError attendance.nothingToCount */
function mustCount(count: ServiceCount): ServiceCount & { kind: 'counted' } {
  if (count.kind === 'nothing') throw new AppError(attendanceErrors.nothingToCount);
  return count;
}
