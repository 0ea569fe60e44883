import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { day, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type {
  Board,
  BoardFile,
  BoardOption,
  BoardOptionsQuery,
  BoardPerson,
  BoardQuery,
  BoardShift,
} from '@kaifong/shared/scheduling/board.ts';
import { decideFitting } from '@kaifong/shared/scheduling/fitting.ts';
import { mondayOfWeek } from '@kaifong/shared/scheduling/weeks.ts';
import { fullInWords } from '@kaifong/shared/scheduling/why-not.ts';
import type { Request } from '../../platform/request.ts';
import type { SchedulingDeps } from '../deps.ts';
import { countFreePlaces } from '../free-places.ts';
import { membersFor } from '../roster/members-for.ts';
import { peopleInWeek } from '../roster/people-in-week.ts';
import { SeatItem, ShiftItem, SignUpItem } from '../scheduling.table.ts';
import { inWords } from '../why.ts';
import { isAskable, plannedBy } from './askable.ts';
import { boardFile } from './board-file.ts';

/** Shifts of a team that a week's board shows: more than any team has. */
const mostShifts = 100;

type Seats = Readonly<{ shift: ShiftItem; seats: readonly SeatItem[] }>;

/** A team's week as its leader plans it: who is in which shift, and who could go where. */
export function boardService(deps: SchedulingDeps) {
  const { table, people } = deps;
  const members = membersFor(deps);

  async function shiftsOf({ team, week }: BoardQuery): Promise<ShiftItem[]> {
    const monday = instantAt(mondayOfWeek(week), '00:00');
    const range = { from: monday, to: shiftBy(monday, 7 * day) };
    const page = await table.query(ShiftItem, `SHIFTS#${team}`, { index: 'byTeam', range, limit: mostShifts });
    return page.items.filter(({ state }) => state !== 'cancelled');
  }

  async function seatsOf(shift: ShiftItem): Promise<Seats> {
    const { seats } = await table.collect(`SHIFT#${shift.id}`, { beginsWith: 'SHIFT#' }, { seats: SeatItem });
    return { shift, seats };
  }

  /** Which offers ask somebody to leave another shift for this one. */
  async function movesOf(all: readonly Seats[]): Promise<Map<string, string>> {
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

  async function namesOf(all: readonly Seats[]): Promise<Map<string, string>> {
    const ids = [...new Set(all.flatMap(({ seats }) => seats.flatMap(({ volunteerId }) => volunteerId ?? [])))];
    const names = new Map<string, string>();
    for (let from = 0; from < ids.length; from += 100)
      for (const { id, name } of await people.findVolunteers(ids.slice(from, from + 100))) names.set(id, name);
    return names;
  }

  /** How many members fit each shift that lacks people and have not been asked for it. */
  async function eligibleFor(
    { team, week }: BoardQuery,
    all: readonly Seats[],
    now: Instant,
  ): Promise<Map<string, number>> {
    const lacking = all.filter(({ shift, seats }) => isOpen(shift, now) && freeAmong(seats) > 0);
    if (lacking.length === 0) return new Map();
    const persons = await members.inWeek(team, week);
    const planned = plannedBy(all);
    const counts = lacking.map(async ({ shift }) => {
      const found = await members.decide(persons, shift, now, planned);
      return [shift.id, found.filter(isAskable).length] as const;
    });
    return new Map(await Promise.all(counts));
  }

  const boards = {
    /** The board of a week. */
    async read({ actor, now }: Request, query: BoardQuery): Promise<Board> {
      actor.mustReach('shift.manage', { scope: query.team });
      const all = await Promise.all((await shiftsOf(query)).map(seatsOf));
      const [names, moves, eligible] = await Promise.all([namesOf(all), movesOf(all), eligibleFor(query, all, now)]);
      const personIn = (shiftId: string, { state, volunteerId, until }: SeatItem): BoardPerson[] => {
        if (volunteerId === undefined) return [];
        const movesFrom = moves.get(`${shiftId} ${volunteerId}`);
        return [
          {
            volunteerId,
            name: names.get(volunteerId) ?? '',
            state: state === 'held' ? 'offered' : 'signedUp',
            ...(until && { until }),
            ...(movesFrom && { movesFrom }),
          },
        ];
      };
      const shifts = all.map(({ shift, seats }): BoardShift => {
        const count = eligible.get(shift.id);
        return {
          ...shift,
          freePlaces: freeAmong(seats),
          people: seats.flatMap((seat) => personIn(shift.id, seat)),
          ...(count !== undefined && { eligible: count }),
        };
      });
      return { ...query, shifts };
    },

    /**
     * Where in the week somebody could go instead of a shift that she is in, and what speaks against each; nothing about one who is not,
     * whose week is none of the leader's business.
     */
    async options({ actor, now }: Request, query: BoardOptionsQuery, language: Language): Promise<Page<BoardOption>> {
      const { team, week, volunteerId, from } = query;
      actor.mustReach('shift.manage', { scope: team });
      const all = await shiftsOf(query);
      const own = all.find(({ id }) => id === from);
      const there = own && (await table.get(SignUpItem, { volunteerId, shiftId: from, startsAt: own.startsAt }));
      if (there?.state !== 'signedUp') return { items: [] };
      const others = all.filter((shift) => shift.id !== from && isOpen(shift, now));
      const [[person], free, signUps] = await Promise.all([
        peopleInWeek(deps).of([volunteerId], week),
        Promise.all(others.map(({ id }) => countFreePlaces(table, id))),
        table.getAll(
          SignUpItem,
          others.map(({ id: shiftId, startsAt }) => ({ volunteerId, shiftId, startsAt })),
        ),
      ]);
      if (!person) return { items: [] };
      const agenda = person.agenda.filter(({ shiftId }) => shiftId !== from);
      const items = others.map(async (shift, index): Promise<BoardOption> => {
        const { id: shiftId, title, startsAt, endsAt } = shift;
        const freePlaces = free[index] ?? 0;
        const decision = decideFitting({
          ...{ volunteer: person.facts, shift, agenda, standing: signUps[index]?.state },
          ...{ free: person.free, wishes: person.wishes, now },
        });
        const what = { shiftId, title, startsAt, endsAt, freePlaces };
        if (decision.kind !== 'must' && freePlaces === 0) return { ...what, fits: 'must', why: fullInWords[language] };
        if (decision.kind === 'fits') return { ...what, fits: 'fits' };
        return { ...what, fits: decision.kind, why: (await inWords(people, decision.why, now))[language] };
      });
      return { items: await Promise.all(items) };
    },

    /** The board of a week for a spreadsheet. */
    async file(request: Request, query: BoardQuery, language: Language): Promise<BoardFile> {
      const { shifts } = await boards.read(request, query);
      const codes = [...new Set(shifts.flatMap(({ neededSkill }) => neededSkill ?? []))];
      const names = await Promise.all(codes.map((code) => people.skills.nameOf(code, request.now)));
      const nameOf = new Map(codes.map((code, index) => [code, names[index]?.[language] ?? code]));
      return boardFile({ ...query, shifts }, language, (code) => nameOf.get(code) ?? code);
    },
  };
  return boards;
}

function freeAmong(seats: readonly SeatItem[]): number {
  return seats.filter(({ state }) => state === 'free').length;
}

function isOpen({ state, startsAt }: ShiftItem, now: Instant): boolean {
  return state === 'open' && startsAt > now;
}
