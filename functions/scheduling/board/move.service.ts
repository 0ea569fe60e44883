import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { BoardInvitation, BoardMessage, BoardMove } from '@kaifong/shared/scheduling/board/board.ts';
import { boardErrors } from '@kaifong/shared/scheduling/board/board-errors.ts';
import { shiftMessageSent } from '@kaifong/shared/scheduling/events.ts';
import { decideFitting } from '@kaifong/shared/scheduling/suitable/fitting.ts';
import type { WhyNot } from '@kaifong/shared/scheduling/suitable/why-not.ts';
import { weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { type Member, membersFor } from '../roster/members-for.ts';
import { peopleInWeek } from '../roster/people-in-week.ts';
import { type ShiftItem, ShiftMessageItem, SignUpItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { rolesAmong, seatsOfRole, seatsOpenTo } from '../sign-up/seat-choice.ts';
import { holdFor } from '../staffing/asking.ts';
import { inWords } from '../staffing/why.ts';
import { isAskable, withPlaces } from './askable.ts';
import { freeOf } from './week-shifts.ts';

/** People asked in one transaction, each of whom takes a seat, a sign-up and an event. */
const mostAsked = 25;

/** What a leader does on the board: asks somebody to move, asks members for a shift, and writes to all in one. */
export function boardMoveService(deps: SchedulingDeps) {
  const { table, people } = deps;
  const shifts = shiftReader(table);
  const members = membersFor(deps);

  async function cannot(name: string, title: string, why: WhyNot, now: Instant): Promise<AppError> {
    return new AppError(boardErrors.cannotServe, { name, title, reason: await inWords(people, why, now) });
  }

  return {
    /**
     * Asks somebody to leave a shift for another one of the same team. She keeps her place until she accepts.
     *
     * @throws AppError platform.notFound, board.otherTeam, board.notThere, board.cannotServe, board.full
     */
    async move(command: Command, { volunteerId, from, to, role }: BoardMove): Promise<{ asked: number }> {
      const answer = { asked: 1 };
      return untilSettled(async () => {
        const { now } = command;
        const [old, { shift, seats }] = await Promise.all([shifts.mustFind(from), shifts.withSeats(to)]);
        command.actor.mustReach('shift.manage', { scope: shift.teamScope });
        if (old.teamScope !== shift.teamScope) throw new AppError(boardErrors.otherTeam);
        const [[person], there, mine] = await Promise.all([
          peopleInWeek(deps).of([volunteerId], weekOf(dayOf(shift.startsAt))),
          table.get(SignUpItem, { volunteerId, shiftId: from, startsAt: old.startsAt }),
          table.get(SignUpItem, { volunteerId, shiftId: to, startsAt: shift.startsAt }),
        ]);
        if (!person || there?.state !== 'signedUp') throw new AppError(boardErrors.notThere);
        const { facts: volunteer, free, wishes } = person;
        const agenda = person.agenda.filter(({ shiftId }) => shiftId !== from);
        const decision = decideFitting({ volunteer, shift, role, agenda, standing: mine?.state, free, wishes, now });
        if (decision.kind === 'must') throw await cannot(volunteer.name, shift.title, decision.why, now);
        const seat = freeOf(seatsOpenTo(shift, seats, volunteer.skills, role))[0];
        if (!seat) throw new AppError(boardErrors.full, { title: shift.title });
        const who = { volunteerId, mine, seat: seat.number, movesFrom: from };
        const { writes, event } = holdFor(table, shift, who, now);
        const outcome = await commit(command, table, writes, { answer, events: [event] });
        return outcome.committed ? answer : undefined;
      });
    },

    /**
     * Asks members of the team for a shift: those who fit, the ones first who served least, as many as there are free places; or the
     * one who is named, whom her own word does not keep from being asked. Of a shift with roles, the places are filled first that ask
     * for the most.
     *
     * @throws AppError platform.notFound, board.full, board.nobodyFits, board.cannotServe
     */
    async invite(command: Command, { shiftId, volunteerId, role }: BoardInvitation): Promise<{ asked: number }> {
      return untilSettled(async () => {
        const { now } = command;
        const { shift, seats } = await shifts.withSeats(shiftId);
        command.actor.mustReach('shift.manage', { scope: shift.teamScope });
        const free = freeOf(seatsOfRole(shift, seats, role));
        if (free.length === 0) throw new AppError(boardErrors.full, { title: shift.title });
        const openRoles = rolesAmong(shift, free);
        const found = await chosenFrom(await members.of(shift, now, { openRoles }), volunteerId, shift, now);
        const asked = withPlaces(shift, free, found).slice(0, mostAsked);
        if (asked.length === 0) throw new AppError(boardErrors.nobodyFits);
        const holds = asked.map(({ member, seat }) => {
          const who = { volunteerId: member.volunteerId, mine: member.signUp, seat: seat.number };
          return { ...holdFor(table, shift, who, now), ...who };
        });
        const writes = holds.flatMap(({ writes, volunteerId: id }) => [
          [`seat ${id}`, writes.seat] as const,
          [`signUp ${id}`, writes.signUp] as const,
        ]);
        const answer = { asked: holds.length };
        const outcome = await commit(command, table, Object.fromEntries(writes), {
          answer,
          events: holds.map(({ event }) => event),
        });
        return outcome.committed ? answer : undefined;
      });
    },

    /** Writes to all who have a place in a shift. @throws AppError platform.notFound, board.nobodyThere */
    async message(command: Command, { shiftId, text }: BoardMessage): Promise<{ people: number }> {
      const { actor, now } = command;
      const { shift, seats } = await shifts.withSeats(shiftId);
      actor.mustReach('shift.manage', { scope: shift.teamScope });
      const taken = seats.filter(({ state }) => state === 'taken').length;
      if (taken === 0) throw new AppError(boardErrors.nobodyThere);
      const event = shiftMessageSent.make(now, { shiftId });
      const item = { shiftId, eventId: event.id, text, by: actor.accountId, at: now };
      const answer = { people: taken };
      const outcome = await commit(
        command,
        table,
        { message: table.put(ShiftMessageItem, item, { absent: true }) },
        { answer, events: [event] },
      );
      mustCommit(outcome, {});
      return answer;
    },
  };

  async function chosenFrom(
    found: readonly Member[],
    volunteerId: string | undefined,
    shift: ShiftItem,
    now: Instant,
  ): Promise<Member[]> {
    if (volunteerId === undefined) return found.filter(isAskable);
    const member = found.find((each) => each.volunteerId === volunteerId);
    if (!member) return [];
    if (member.decision.kind === 'must') throw await cannot(member.name, shift.title, member.decision.why, now);
    return [member];
  }
}
