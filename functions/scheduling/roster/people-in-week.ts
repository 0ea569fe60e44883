import { day, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { AgendaEntry } from '@kaifong/shared/scheduling/rules.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { freeIn } from '@kaifong/shared/scheduling/suitable/free-week.ts';
import { mondayOfWeek, type TimeRange, type Week, weekOf } from '@kaifong/shared/scheduling/weeks.ts';
import type { VolunteerFacts } from '../../people/index.ts';
import { lookUp } from '../../platform/lookup.ts';
import type { SchedulingDeps } from '../deps.ts';
import { PreferencesItem } from '../preferences/preferences.table.ts';
import { AgendaWeekItem } from '../scheduling.table.ts';

/** Somebody as a week may be planned with her: what she has in it and around it, when she is free, and what she wishes. */
export type PersonInWeek = Readonly<{
  facts: VolunteerFacts;
  /** What she is signed up for in the week, the one before and the one after. */
  agenda: readonly AgendaEntry[];
  /** Minutes of shifts in the weeks before that count for fairness, all together. */
  minutesBefore: number;
  free: readonly TimeRange[];
  wishes: PreferencesItem | undefined;
}>;

const atOnce = 100;
/** Hundreds of people that are read side by side. */
const sideBySide = 4;

/** Reads people as a week may be planned with them, in a bounded number of calls for each hundred. */
export function peopleInWeek({ table, people }: Pick<SchedulingDeps, 'table' | 'people'>) {
  /** The weeks of an agenda that count for fairness; and those about the week itself, for its nights. */
  function weeksAround(week: Week): { before: Week[]; around: Week[] } {
    const noon = instantAt(mondayOfWeek(week), '12:00');
    const weekAt = (offset: number) => weekOf(shiftBy(noon, offset * 7 * day).slice(0, 10));
    const before = Array.from({ length: schedulingSettings.fairWeeks }, (_, index) => weekAt(-index - 1));
    return { before, around: [weekAt(-1), week, weekAt(1)] };
  }

  async function agendasOf(ids: readonly string[], weeks: readonly Week[]): Promise<AgendaWeekItem[]> {
    const keys = ids.flatMap((volunteerId) => weeks.map((week) => ({ volunteerId, week })));
    const found: AgendaWeekItem[] = [];
    for (let from = 0; from < keys.length; from += atOnce) {
      const [items] = await lookUp([table.lookupAll(AgendaWeekItem, keys.slice(from, from + atOnce))]);
      found.push(...items.filter((item) => item !== undefined));
    }
    return found;
  }

  async function hundredOf(ids: readonly string[], week: Week): Promise<PersonInWeek[]> {
    const { before, around } = weeksAround(week);
    const [found, agendas, said, wishes] = await Promise.all([
      people.findVolunteers(ids),
      agendasOf(ids, [...new Set([...before, ...around])]),
      people.freeTimesOf(ids),
      table.getAll(
        PreferencesItem,
        ids.map((volunteerId) => ({ volunteerId })),
      ),
    ]);
    const monday = mondayOfWeek(week);
    const weeksOf = Map.groupBy(agendas, ({ volunteerId }) => volunteerId);
    const wishesOf = new Map(wishes.flatMap((each) => (each ? [[each.volunteerId, each] as const] : [])));
    return found.map((facts) => {
      const entriesIn = (wanted: readonly Week[]) =>
        distinct((weeksOf.get(facts.id) ?? []).flatMap((item) => (wanted.includes(item.week) ? item.entries : [])));
      return {
        facts,
        agenda: entriesIn(around),
        minutesBefore: minutesOf(entriesIn(before)),
        free: freeIn(monday, said.get(facts.id)),
        wishes: wishesOf.get(facts.id),
      };
    });
  }

  return {
    /** These people, without those that there are not. */
    async of(ids: readonly string[], week: Week): Promise<PersonInWeek[]> {
      const found: PersonInWeek[] = [];
      for (let from = 0; from < ids.length; from += sideBySide * atOnce) {
        const hundreds = Array.from({ length: sideBySide }, (_, index) => from + index * atOnce);
        const some = await Promise.all(hundreds.map((first) => hundredOf(ids.slice(first, first + atOnce), week)));
        found.push(...some.flat());
      }
      return found;
    },
  };
}

/** A shift over midnight of Sunday is in two weeks of an agenda. */
function distinct(entries: readonly AgendaEntry[]): AgendaEntry[] {
  return [...new Map(entries.map((entry) => [entry.shiftId, entry])).values()];
}

function minutesOf(entries: readonly TimeRange[]): number {
  return entries.reduce((sum, { startsAt, endsAt }) => sum + (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000, 0);
}
