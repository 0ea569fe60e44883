import { minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { type TimeRange, weeksTouched } from '@kaifong/shared/scheduling/weeks.ts';
import { type Lookup, lookUp } from '../../platform/lookup.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { AgendaWeekItem, type ShiftItem, SignUpItem } from '../scheduling.table.ts';

/**
 * What a command must know of a volunteer to move her: where she stands with the shift, and the weeks it touches. For a shift near the
 * midnight of Sunday the week beyond is there too, since her rest may depend on it.
 */
export type Own = Readonly<{ mine: SignUpItem | undefined; weeks: readonly AgendaWeekItem[] }>;

/** It, to be read together with other items. A week in which nothing was entered has version 0. */
export function lookupOwn(
  table: Table,
  volunteerId: string,
  { id: shiftId, startsAt, endsAt }: TimeRange & Readonly<{ id: string }>,
): Lookup<Own> {
  const around = schedulingSettings.restMinutes * minute;
  const weeks = weeksTouched(shiftBy(startsAt, -around), shiftBy(endsAt, around));
  const hers = table.lookup(SignUpItem, { volunteerId, startsAt, shiftId });
  const written = table.lookupAll(
    AgendaWeekItem,
    weeks.map((week) => ({ volunteerId, week })),
  );
  return {
    table,
    keys: [...hers.keys, ...written.keys],
    read: async ([first, ...rest]) => {
      const [mine, found] = await Promise.all([hers.read([first]), written.read(rest)]);
      const unwritten = (week: string) => ({ volunteerId, week, entries: [], version: 0 });
      return { mine, weeks: weeks.map((week, index) => found[index] ?? unwritten(week)) };
    },
  };
}

/** Reads it in one call. */
export async function readOwn(...of: Parameters<typeof lookupOwn>): Promise<Own> {
  const [own] = await lookUp([lookupOwn(...of)]);
  return own;
}

/** What a volunteer is signed up for in these weeks. */
export function entriesOf(weeks: Own['weeks']): AgendaWeekItem['entries'] {
  return weeks.flatMap(({ entries }) => entries);
}

/** The writes that enter a shift in the weeks it touches; refused when one of all that were read was moved since. */
export function enter(table: Table, weeks: Own['weeks'], shift: ShiftItem): Record<string, Write> {
  const { id: shiftId, title, startsAt, endsAt } = shift;
  const touched = weeksTouched(startsAt, endsAt);
  const [moved, beyond] = [true, false].map((isTouched) =>
    weeks.filter(({ week }) => touched.includes(week) === isTouched),
  );
  return {
    ...moveWeeks(table, moved ?? [], (entries) => [...entries, { shiftId, title, startsAt, endsAt }]),
    ...Object.fromEntries((beyond ?? []).map((week) => [`week ${week.week}`, stays(table, week)])),
  };
}

/** The writes that take a shift out of the weeks it touches; refused when one of them was moved since it was read. */
export function strike(table: Table, weeks: Own['weeks'], shiftId: string): Record<string, Write> {
  const holding = weeks.filter(({ entries }) => entries.some((entry) => entry.shiftId === shiftId));
  return moveWeeks(table, holding, (entries) => entries.filter((entry) => entry.shiftId !== shiftId));
}

/** That nothing was entered in a week, or taken out, since it was read. */
function stays(table: Table, { volunteerId, week, version }: AgendaWeekItem): Write {
  return table.check(AgendaWeekItem, { volunteerId, week }, version === 0 ? { absent: true } : { is: { version } });
}

/** The writes that put one shift in the place of another, in weeks that either touches. */
export function exchange(table: Table, weeks: Own['weeks'], shiftId: string, by: ShiftItem): Record<string, Write> {
  const touched = weeksTouched(by.startsAt, by.endsAt);
  const { id, title, startsAt, endsAt } = by;
  return moveWeeks(table, weeks, (entries, week) => [
    ...entries.filter((entry) => entry.shiftId !== shiftId),
    ...(touched.includes(week) ? [{ shiftId: id, title, startsAt, endsAt }] : []),
  ]);
}

function moveWeeks(
  table: Table,
  weeks: Own['weeks'],
  change: (entries: AgendaWeekItem['entries'], week: string) => AgendaWeekItem['entries'],
): Record<string, Write> {
  return Object.fromEntries(
    weeks.map((week) => [
      `week ${week.week}`,
      table.put(
        AgendaWeekItem,
        { ...week, entries: change(week.entries, week.week), version: week.version + 1 },
        week.version === 0 ? { absent: true } : { is: { version: week.version } },
      ),
    ]),
  );
}
