import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import type { AbsentVolunteer, NoShowStanding } from '@kaifong/shared/attendance/no-show.ts';
import { noShowErrors } from '@kaifong/shared/attendance/no-show-errors.ts';
import { noShowMarked, noShowTakenBack } from '@kaifong/shared/attendance/no-show-events.ts';
import { decideMark, type MarkDecision, markUntil } from '@kaifong/shared/attendance/no-show-rules.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { clockOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { commit } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { Attendance } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { kinOfPerson } from './kin-of-person.ts';
import { NoShowItem, putMark } from './no-show.table.ts';

/** A leader's word on who had a place in a shift and did not come. Nobody is marked by a machine. */
export function markService({ table, scheduling }: Pick<AttendanceDeps, 'table' | 'scheduling'>) {
  /** A shift, and somebody in it. @throws AppError platform.notFound, platform.notAllowed, attendance.ownAttendance */
  async function look(command: Command, shiftId: string, volunteerId: string) {
    const shift = await scheduling.shiftFacts(shiftId);
    if (!shift) throw new AppError(platformErrors.notFound);
    command.actor.mustReach('attendance.run', { scope: shift.teamScope });
    const { startsAt } = shift;
    const [earlier, attendance, signUp, kin] = await Promise.all([
      table.get(NoShowItem, { volunteerId, startsAt, shiftId }),
      table.get(Attendance, { shiftId, volunteerId }),
      scheduling.signUpOf(shiftId, volunteerId),
      kinOfPerson(table, volunteerId),
    ]);
    if (kin.volunteerIds.some((each) => command.actor.isVolunteer(each)))
      throw new AppError(attendanceErrors.ownAttendance);
    return { shift, earlier, attendance, hasPlace: signUp?.state === 'signedUp' };
  }

  return {
    /**
     * Marks that somebody did not come. Refused where she was seen after all, also when that is entered at the same moment.
     *
     * @throws AppError platform.notFound, attendance.ownAttendance; of noShow: notOverYet, tooLate, noPlace, wasThere, alreadyMarked
     */
    mark(command: Command, shiftId: string, volunteerId: string): Promise<NoShowStanding> {
      const { now, actor } = command;
      return untilSettled(async () => {
        const { shift, earlier, attendance, hasPlace } = await look(command, shiftId, volunteerId);
        const wasSeen = attendance !== undefined;
        mustBeMarkable(decideMark({ shift, hasPlace, wasSeen, earlier: earlier?.state, now }));
        const { title, teamScope, startsAt, endsAt } = shift;
        const answer = { shiftId, volunteerId, state: 'marked' } as const;
        const outcome = await commit(
          command,
          table,
          {
            mark: putMark(table, earlier, {
              ...{ volunteerId, shiftId, title, teamScope, startsAt, endsAt },
              ...{ state: 'marked', markedAt: now, markedBy: actor.accountId },
            }),
            unseen: table.check(Attendance, { shiftId, volunteerId }, { absent: true }),
          },
          { answer, events: [noShowMarked.make(now, { shiftId, volunteerId })] },
        );
        return outcome.committed ? answer : undefined;
      });
    },

    /** Takes a mark back that was a mistake, as long as one can be made. @throws AppError noShow.notMarked, noShow.tooLate */
    takeBack(command: Command, shiftId: string, volunteerId: string): Promise<NoShowStanding> {
      const { now } = command;
      return untilSettled(async () => {
        const { shift, earlier } = await look(command, shiftId, volunteerId);
        if (earlier?.state !== 'marked') throw new AppError(noShowErrors.notMarked);
        if (now > markUntil(shift)) throw new AppError(noShowErrors.tooLate, { closedAt: clockOf(markUntil(shift)) });
        const answer = { shiftId, volunteerId, state: 'takenBack' } as const;
        const writes = { mark: putMark(table, earlier, { ...earlier, state: 'takenBack' }) };
        const events = [noShowTakenBack.make(now, { shiftId, volunteerId })];
        const outcome = await commit(command, table, writes, { answer, events });
        return outcome.committed ? answer : undefined;
      });
    },

    /** Who of a shift was not seen there, and who of them is marked. A page may be shorter than asked and yet not be the last. */
    async listOfShift({ actor, now }: Request, shiftId: string, page: PageQuery): Promise<Page<AbsentVolunteer>> {
      const [shift, signUps] = await Promise.all([scheduling.shiftFacts(shiftId), scheduling.signUpsOf(shiftId, page)]);
      if (!shift) throw new AppError(platformErrors.notFound);
      actor.mustReach('attendance.run', { scope: shift.teamScope });
      const people = signUps.items;
      const keys = people.map(({ volunteerId }) => ({ shiftId, volunteerId, startsAt: shift.startsAt }));
      const [seen, marks] =
        keys.length > 0
          ? await Promise.all([table.getAll(Attendance, keys), table.getAll(NoShowItem, keys)])
          : [[], []];
      return {
        ...signUps,
        items: people.flatMap((person, index) => {
          const state = marks[index]?.state;
          const wasSeen = seen[index] !== undefined;
          if (wasSeen && state === undefined) return [];
          const isOwn = actor.isVolunteer(person.volunteerId);
          const mayMark = decideMark({ shift, hasPlace: true, wasSeen, earlier: state, now }).kind === 'allowed';
          const mayTakeBack = state === 'marked' && now <= markUntil(shift);
          return [
            { ...person, ...(state && { state }), mayMark: mayMark && !isOwn, mayTakeBack: mayTakeBack && !isOwn },
          ];
        }),
      };
    },

    /** Service that was confirmed proves that she came. A second call finds nothing left to take back. */
    async takeBackForService(shiftId: string, volunteerId: string, at: Instant): Promise<void> {
      const shift = await scheduling.shiftFacts(shiftId);
      if (!shift) return;
      await untilSettled(async () => {
        const mark = await table.get(NoShowItem, { volunteerId, shiftId, startsAt: shift.startsAt });
        if (!mark || mark.state === 'takenBack' || mark.state === 'lifted') return true;
        const told = noShowTakenBack.make(at, { shiftId, volunteerId });
        const { committed } = await transact(table.client, {
          mark: putMark(table, mark, { ...mark, state: 'takenBack' }),
          told: table.put(EventItem, told, { absent: true }),
        });
        return committed || undefined;
      });
    },
  };
}

/** @throws AppError of noShow: notOverYet, tooLate, noPlace, wasThere, alreadyMarked */
function mustBeMarkable(decision: MarkDecision): void {
  switch (decision.kind) {
    case 'allowed':
      return;
    case 'notOverYet':
      throw new AppError(noShowErrors.notOverYet, { endsAt: clockOf(decision.endsAt) });
    case 'tooLate':
      throw new AppError(noShowErrors.tooLate, { closedAt: clockOf(decision.closedAt) });
    case 'noPlace':
    case 'wasThere':
    case 'alreadyMarked':
      throw new AppError(noShowErrors[decision.kind]);
  }
}
