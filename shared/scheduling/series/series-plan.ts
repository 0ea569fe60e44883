import type { Day, Instant } from '../../kernel/time.ts';
import type { TimeRange } from '../weeks.ts';
import { heldDays } from './series-days.ts';
import { type SeriesRule, timesOn } from './series-rule.ts';
import type { SeriesChange, SeriesException, SeriesPhase, ShiftTemplate } from './series-schema.ts';

/** One date of a series. `day` is the one that the rule gives and names the date for good, also when it was moved to another day. */
export type PlannedDate = TimeRange & Readonly<{ day: Day; shift: ShiftTemplate }>;

/** How a series goes: each phase from its day on until the next, but for the exceptions. */
export type SeriesPlan = Readonly<{ phases: readonly SeriesPhase[]; exceptions: readonly SeriesException[] }>;

/** The days that the weekdays of a rule give between two days, both included, holidays or not. */
export type Recur = (rule: SeriesRule, from: Day, to: Day) => readonly Day[];

/** The dates of a series between two days, both included, by day. */
export function datesOf({ phases, exceptions }: SeriesPlan, from: Day, to: Day, recur: Recur): PlannedDate[] {
  const exceptionOn = new Map(exceptions.map((exception) => [exception.day, exception]));
  return phases.flatMap(({ from: begins, rule, shift }, index) => {
    const next = phases[index + 1]?.from;
    const first = begins > from ? begins : from;
    return heldDays(rule, recur(rule, first, to), first, to)
      .filter((day) => next === undefined || day < next)
      .flatMap((day): PlannedDate[] => {
        const exception = exceptionOn.get(day);
        if (!exception) return [{ day, ...timesOn(day, rule), shift }];
        return exception.instead ? [{ day, ...exception.instead }] : [];
      });
  });
}

/** The series after a change. `kept` are dates that stay as they are in spite of it, since people there would no longer fit. */
export function changedPlan(
  { phases, exceptions }: SeriesPlan,
  change: SeriesChange,
  kept: readonly PlannedDate[] = [],
): SeriesPlan {
  const keptAs = kept.map(({ day, ...instead }) => ({ day, instead }));
  const except = (replaced: readonly SeriesException[]) => {
    const days = new Set(replaced.map(({ day }) => day));
    return [...exceptions.filter(({ day }) => !days.has(day)), ...replaced].sort((one, other) =>
      one.day.localeCompare(other.day),
    );
  };
  switch (change.reach) {
    case 'this': {
      const { day, instead } = change;
      if (kept.length > 0) return { phases, exceptions };
      if (instead === 'asPlanned') return { phases, exceptions: exceptions.filter((each) => each.day !== day) };
      if (instead === 'leftOut') return { phases, exceptions: except([{ day }]) };
      const { on, startsAt, endsAt, overnight, shift } = instead;
      return {
        phases,
        exceptions: except([{ day, instead: { ...timesOn(on, { startsAt, endsAt, overnight }), shift } }]),
      };
    }
    case 'following': {
      const { day: from, rule, shift } = change;
      return {
        phases: [...phases.filter((phase) => phase.from < from), { from, rule, shift }],
        exceptions: except(keptAs),
      };
    }
    case 'all':
      return {
        phases: [{ from: change.rule.from, rule: change.rule, shift: change.shift }],
        exceptions: except(keptAs),
      };
  }
}

/** What a change means for one date that is made already, or that it adds. */
export type DateChange = Readonly<{
  day: Day;
  kind: 'moved' | 'changed' | 'places' | 'gone' | 'added';
  was?: PlannedDate;
  becomes?: PlannedDate;
}>;

/** What is different between the dates that are there and those that should be; dates that have begun stay as they are. */
export function differences(there: readonly PlannedDate[], wanted: readonly PlannedDate[], now: Instant): DateChange[] {
  const wantedOn = new Map(wanted.map((date) => [date.day, date]));
  const thereOn = new Set(there.map(({ day }) => day));
  const changes = there
    .filter(({ startsAt }) => startsAt > now)
    .flatMap((was): DateChange[] => {
      const becomes = wantedOn.get(was.day);
      if (!becomes) return [{ day: was.day, kind: 'gone', was }];
      const kind = kindOf(was, becomes);
      return kind ? [{ day: was.day, kind, was, becomes }] : [];
    });
  const added = wanted
    .filter(({ day, startsAt }) => !thereOn.has(day) && startsAt > now)
    .map((becomes): DateChange => ({ day: becomes.day, kind: 'added', becomes }));
  return [...changes, ...added].sort((one, other) => one.day.localeCompare(other.day));
}

function kindOf(was: PlannedDate, becomes: PlannedDate): 'moved' | 'changed' | 'places' | undefined {
  if (was.startsAt !== becomes.startsAt || was.endsAt !== becomes.endsAt) return 'moved';
  const { places: before, ...restBefore } = was.shift;
  const { places: after, ...restAfter } = becomes.shift;
  if (!isSame(restBefore, restAfter)) return 'changed';
  return before === after ? undefined : 'places';
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** The value with the fields of all objects in order, and without those that say nothing. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => one.localeCompare(other)).map(([name, field]) => [name, inOrder(field)]),
  );
}
