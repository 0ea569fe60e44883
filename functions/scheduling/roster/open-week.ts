import { day, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { communityOf, isWithin } from '@kaifong/shared/organisation/scope.ts';
import { streetsOf } from '@kaifong/shared/organisation/streets.ts';
import { type AgendaEntry, signUpEndsAt } from '@kaifong/shared/scheduling/rules.ts';
import { roleOfSeat } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { mondayOfWeek } from '@kaifong/shared/scheduling/weeks.ts';
import type { VolunteerFacts } from '../../people/index.ts';
import type { SchedulingDeps } from '../deps.ts';
import { SeatItem, ShiftItem } from '../scheduling.table.ts';
import { peopleInWeek } from './people-in-week.ts';
import { memberIdsOf } from './team-members.ts';
import type { Candidate, OpenRole, OpenShift } from './week-model.ts';

/** A shift with what is open in it, and for whom places are held. */
export type RosterNeed = OpenShift & Readonly<{ shift: ShiftItem; held: readonly string[] }>;

/** Somebody who could be asked, with all that the rules of signing up look at. */
export type RosterCandidate = Candidate & Readonly<{ facts: VolunteerFacts; agenda: readonly AgendaEntry[] }>;

const atOnce = 100;
/** Members whom a roster looks at: more than a street has volunteers. */
const mostCandidates = 5_000;

/** Reads what a roster is made from: the open places of a week at a place, and the members of the teams that have them. */
export function openWeek({ table, people }: Pick<SchedulingDeps, 'table' | 'people'>) {
  async function shiftsOf(place: string, week: string, now: Instant): Promise<RosterNeed[]> {
    const monday = instantAt(mondayOfWeek(week), '00:00');
    const range = { from: monday, to: shiftBy(monday, 7 * day) };
    const needs: RosterNeed[] = [];
    for (const partition of streetsOf(place))
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = await table.query(ShiftItem, partition, { index: 'openByStreet', range, limit: atOnce, cursor });
        cursor = page.cursor;
        const wanted = page.items.filter((shift) => isWithin(shift.teamScope, place) && signUpEndsAt(shift) > now);
        needs.push(...(await Promise.all(wanted.map(needOf))));
      }
    return needs.sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  }

  async function needOf(shift: ShiftItem): Promise<RosterNeed> {
    const { seats } = await table.collect(`SHIFT#${shift.id}`, { beginsWith: 'SHIFT#' }, { seats: SeatItem });
    const held = seats.flatMap(({ state, volunteerId }) => (state === 'held' && volunteerId ? [volunteerId] : []));
    const { id, kind, teamScope, startsAt, endsAt, neededSkill } = shift;
    return { id, kind, teamScope, startsAt, endsAt, neededSkill, roles: openRolesOf(shift, seats), held, shift };
  }

  async function membersOf(needs: readonly RosterNeed[]) {
    const teams = new Map(needs.map(({ teamScope, kind }) => [teamScope, kind]));
    const found = new Map<string, { scope: string; kind: OpenShift['kind'] }[]>();
    for (const [scope, kind] of teams) {
      if (found.size >= mostCandidates) break;
      for (const volunteerId of await memberIdsOf({ people }, scope, mostCandidates))
        found.set(volunteerId, [...(found.get(volunteerId) ?? []), { scope, kind }]);
    }
    return found;
  }

  return {
    shiftsOf,

    /** The active members of the teams whose shifts these are. `notAsked` names, for each of them, shifts that she is not to be asked for. */
    async candidatesFor(
      needs: readonly RosterNeed[],
      week: string,
      notAsked: ReadonlyMap<string, ReadonlySet<string>>,
    ): Promise<RosterCandidate[]> {
      const members = await membersOf(needs);
      const heldFor = Map.groupBy(
        needs.flatMap(({ held, id, startsAt, endsAt }) =>
          held.map((volunteerId) => ({ volunteerId, shiftId: id, title: '', startsAt, endsAt })),
        ),
        ({ volunteerId }) => volunteerId,
      );
      const found = await peopleInWeek({ table, people }).of([...members.keys()].sort(), week);
      return found.flatMap(({ facts, agenda, free, minutesBefore, wishes }): RosterCandidate[] => {
        if (facts.state !== 'active') return [];
        return [
          {
            id: facts.id,
            facts,
            teams: members.get(facts.id) ?? [],
            community: communityOf(facts.scope) ?? facts.scope,
            skills: facts.skills,
            adultFrom: facts.adultFrom,
            agenda: [...agenda, ...(heldFor.get(facts.id) ?? [])],
            free,
            wishes,
            minutesBefore,
            notAsked: notAsked.get(facts.id) ?? new Set(),
          },
        ];
      });
    },
  };
}

/** What is open in each role. Places that are taken, or held for somebody, count towards those that are needed. */
function openRolesOf(shift: ShiftItem, seats: readonly SeatItem[]): OpenRole[] {
  const free = seats.filter(({ state }) => state === 'free');
  if (shift.roles === undefined) return [{ skills: [], places: free.length, needed: free.length }];
  const isOf = (number: number) => (seat: SeatItem) => roleOfSeat(shift, seat.number)?.number === number;
  return shift.roles.map(({ number, name, skills, fewest }) => {
    const places = free.filter(isOf(number)).length;
    const others = seats.filter(isOf(number)).length - places;
    return { number, name, skills, places, needed: Math.max(0, fewest - others) };
  });
}
