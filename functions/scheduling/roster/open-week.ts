import { day, type Instant, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { communityOf, isWithin } from '@kaifong/shared/organisation/scope.ts';
import { streetsOf } from '@kaifong/shared/organisation/streets.ts';
import { signUpEndsAt } from '@kaifong/shared/scheduling/rules.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { mondayOfWeek, type TimeRange, weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { SchedulingDeps } from '../deps.ts';
import { AgendaWeekItem, SeatItem, ShiftItem } from '../scheduling.table.ts';
import type { Candidate, OpenShift } from './week-model.ts';

/** A shift with what is open in it, and for whom places are held. */
export type RosterNeed = OpenShift & Readonly<{ shift: ShiftItem; held: readonly string[] }>;

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
    const openPlaces = seats.filter(({ state }) => state === 'free').length;
    const held = seats.flatMap(({ state, volunteerId }) => (state === 'held' && volunteerId ? [volunteerId] : []));
    const { id, kind, teamScope, startsAt, endsAt, neededSkill } = shift;
    return { id, kind, teamScope, startsAt, endsAt, neededSkill, openPlaces, held, shift };
  }

  async function membersOf(needs: readonly RosterNeed[]) {
    const teams = new Map(needs.map(({ teamScope, kind }) => [teamScope, kind]));
    const found = new Map<string, { scope: string; kind: OpenShift['kind'] }[]>();
    for (const [scope, kind] of teams)
      for (
        let cursor: string | undefined, more = true;
        more && found.size < mostCandidates;
        more = cursor !== undefined
      ) {
        const page = await people.rosters.memberIds(scope, { limit: atOnce, cursor });
        cursor = page.cursor;
        for (const volunteerId of page.items)
          found.set(volunteerId, [...(found.get(volunteerId) ?? []), { scope, kind }]);
      }
    return found;
  }

  /** The weeks of an agenda that count for fairness, the last of them the roster's own; and the one after, for its nights. */
  function weeksAround(week: string): { before: string[]; around: string[] } {
    const noon = instantAt(mondayOfWeek(week), '12:00');
    const weekAt = (offset: number) => weekOf(shiftBy(noon, offset * 7 * day).slice(0, 10));
    const before = Array.from({ length: schedulingSettings.fairWeeks }, (_, index) => weekAt(-index - 1));
    return { before, around: [weekAt(-1), week, weekAt(1)] };
  }

  async function agendasOf(ids: readonly string[], weeks: readonly string[]): Promise<AgendaWeekItem[]> {
    const keys = ids.flatMap((volunteerId) => weeks.map((week) => ({ volunteerId, week })));
    const found: AgendaWeekItem[] = [];
    for (let from = 0; from < keys.length; from += atOnce) {
      const [items] = await lookUp([table.lookupAll(AgendaWeekItem, keys.slice(from, from + atOnce))]);
      found.push(...items.filter((item) => item !== undefined));
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
    ): Promise<Candidate[]> {
      const members = await membersOf(needs);
      const ids = [...members.keys()].sort();
      const { before, around } = weeksAround(week);
      const weeks = [...new Set([...before, ...around])];
      const agendas = Map.groupBy(await agendasOf(ids, weeks), ({ volunteerId }) => volunteerId);
      const heldFor = Map.groupBy(
        needs.flatMap(({ held, startsAt, endsAt }) => held.map((volunteerId) => ({ volunteerId, startsAt, endsAt }))),
        ({ volunteerId }) => volunteerId,
      );
      const candidates: Candidate[] = [];
      for (let from = 0; from < ids.length; from += atOnce)
        for (const person of await people.findVolunteers(ids.slice(from, from + atOnce))) {
          if (person.state !== 'active') continue;
          const own = agendas.get(person.id) ?? [];
          const entriesOf = (wanted: readonly string[]) =>
            own.flatMap((item) => (wanted.includes(item.week) ? item.entries : []));
          candidates.push({
            id: person.id,
            teams: members.get(person.id) ?? [],
            community: communityOf(person.scope) ?? person.scope,
            skills: person.skills,
            adultFrom: person.adultFrom,
            agenda: distinct([...entriesOf(around), ...(heldFor.get(person.id) ?? [])]),
            minutesBefore: minutesOf(distinct(entriesOf(before))),
            notAsked: notAsked.get(person.id) ?? new Set(),
          });
        }
      return candidates;
    },
  };
}

/** A shift over midnight of Sunday is in two weeks of an agenda. */
function distinct(entries: readonly TimeRange[]): TimeRange[] {
  return [...new Map(entries.map((entry) => [`${entry.startsAt} ${entry.endsAt}`, entry])).values()];
}

function minutesOf(entries: readonly TimeRange[]): number {
  return entries.reduce((sum, { startsAt, endsAt }) => sum + (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000, 0);
}
