import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type {
  Board,
  BoardFile,
  BoardPerson,
  BoardQuery,
  BoardShift,
  RoleCoverage,
} from '@kaifong/shared/scheduling/board/board.ts';
import { roleOfSeat } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import type { Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { type Member, membersFor } from '../roster/members-for.ts';
import { type SeatItem, SignUpItem } from '../scheduling.table.ts';
import { rolesAmong, seatsOfRole } from '../sign-up/seat-choice.ts';
import { isAskable, plannedBy } from './askable.ts';
import { boardFile } from './board-file.ts';
import { optionService } from './options.service.ts';
import { freeOf, isOpen, type ShiftWithSeats, shiftsInWeek, withSeats } from './week-shifts.ts';

/** A team's week as its leader plans it: who is in which shift, and who could go where. */
export function boardService(deps: SchedulingDeps) {
  const { table, people } = deps;
  const members = membersFor(deps);

  /** Which offers ask somebody to leave another shift for this one. */
  async function movesOf(all: readonly ShiftWithSeats[]): Promise<Map<string, string>> {
    const keys = all.flatMap(({ shift, seats }) =>
      seats.flatMap(({ state, volunteerId }) =>
        state === 'held' && volunteerId ? [{ volunteerId, shiftId: shift.id, startsAt: shift.startsAt }] : [],
      ),
    );
    const found = new Map<string, string>();
    for (let from = 0; from < keys.length; from += 100)
      for (const signUp of await table.getAll(SignUpItem, keys.slice(from, from + 100)))
        if (signUp?.movesFrom) found.set(`${signUp.shiftId} ${signUp.volunteerId}`, signUp.movesFrom);
    return found;
  }

  async function namesOf(all: readonly ShiftWithSeats[]): Promise<Map<string, string>> {
    const ids = [...new Set(all.flatMap(({ seats }) => seats.flatMap(({ volunteerId }) => volunteerId ?? [])))];
    const names = new Map<string, string>();
    for (let from = 0; from < ids.length; from += 100)
      for (const { id, name } of await people.findVolunteers(ids.slice(from, from + 100))) names.set(id, name);
    return names;
  }

  /** The members who fit each shift that lacks people, and have not been asked for it. */
  async function eligibleFor(
    { team, week }: BoardQuery,
    all: readonly ShiftWithSeats[],
    now: Instant,
  ): Promise<Map<string, Member[]>> {
    const lacking = all.filter(({ shift, seats }) => isOpen(shift, now) && freeOf(seats).length > 0);
    if (lacking.length === 0) return new Map();
    const persons = await members.inWeek(team, week);
    const planned = plannedBy(all);
    const found = lacking.map(async ({ shift, seats }) => {
      const planning = { planned, openRoles: rolesAmong(shift, freeOf(seats)) };
      return [shift.id, (await members.decide(persons, shift, now, planning)).filter(isAskable)] as const;
    });
    return new Map(await Promise.all(found));
  }

  const boards = {
    /** The board of a week. */
    async read({ actor, now }: Request, query: BoardQuery): Promise<Board> {
      actor.mustReach('shift.manage', { scope: query.team });
      const shifts = await shiftsInWeek(table, query);
      const all = await Promise.all(shifts.map((shift) => withSeats(table, shift)));
      const [names, moves, eligible] = await Promise.all([namesOf(all), movesOf(all), eligibleFor(query, all, now)]);
      const personIn = ({ shift }: ShiftWithSeats, { number, state, volunteerId, until }: SeatItem): BoardPerson[] => {
        if (volunteerId === undefined) return [];
        const movesFrom = moves.get(`${shift.id} ${volunteerId}`);
        const role = roleOfSeat(shift, number);
        return [
          {
            volunteerId,
            name: names.get(volunteerId) ?? '',
            state: state === 'held' ? 'offered' : 'signedUp',
            ...(until && { until }),
            ...(movesFrom && { movesFrom }),
            ...(role && { role: role.number }),
          },
        ];
      };
      const onBoard = all.map((each): BoardShift => {
        const able = eligible.get(each.shift.id);
        return {
          ...each.shift,
          freePlaces: freeOf(each.seats).length,
          people: each.seats.flatMap((seat) => personIn(each, seat)),
          ...(able && { eligible: able.length }),
          ...(each.shift.roles && { coverage: coverageOf(each, able) }),
        };
      });
      return { ...query, shifts: onBoard };
    },

    /** The board of a week for a spreadsheet. */
    async file(request: Request, query: BoardQuery, language: Language): Promise<BoardFile> {
      const { shifts } = await boards.read(request, query);
      const codes = new Set(
        shifts.flatMap(({ neededSkill, roles = [] }) => [neededSkill ?? [], roles.map(({ skills }) => skills)].flat(2)),
      );
      const names = new Map<string, string>();
      for (const code of codes) names.set(code, (await people.skills.nameOf(code, request.now))?.[language] ?? code);
      return boardFile({ ...query, shifts }, language, (code) => names.get(code) ?? code);
    },

    ...optionService(deps),
  };
  return boards;
}

/** How each role is covered, and how many could be asked for it where it lacks people. */
function coverageOf({ shift, seats }: ShiftWithSeats, able: readonly Member[] | undefined): RoleCoverage[] {
  return (shift.roles ?? []).map((role) => {
    const freePlaces = freeOf(seatsOfRole(shift, seats, role.number)).length;
    const eligible = freePlaces > 0 ? able?.filter(({ fitsIn }) => fitsIn.includes(role.number)).length : undefined;
    return { ...role, freePlaces, ...(eligible !== undefined && { eligible }) };
  });
}
