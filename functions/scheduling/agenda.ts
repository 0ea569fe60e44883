import { type TimeRange, weeksTouched } from '@kaifong/shared/scheduling/weeks.ts';
import { type Lookup, lookUp } from '../platform/lookup.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { AgendaWeekItem, type ShiftItem, SignUpItem } from './scheduling.table.ts';

/** What a command must know of a volunteer to move her: where she stands with the shift, and the weeks it touches. */
export type Own = Readonly<{ mine: SignUpItem | undefined; weeks: readonly AgendaWeekItem[] }>;

/** It, to be read together with other items. A week in which nothing was entered has version 0. */
export function lookupOwn(
  table: Table,
  volunteerId: string,
  { id: shiftId, startsAt, endsAt }: TimeRange & Readonly<{ id: string }>,
): Lookup<Own> {
  const weeks = weeksTouched(startsAt, endsAt);
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

/** The writes that enter a shift in the weeks it touches; refused when one of them was moved since it was read. */
export function enter(table: Table, weeks: Own['weeks'], shift: ShiftItem): Record<string, Write> {
  const { id: shiftId, title, startsAt, endsAt } = shift;
  return moveWeeks(table, weeks, (entries) => [...entries, { shiftId, title, startsAt, endsAt }]);
}

/** The writes that take a shift out of the weeks it touches; refused when one of them was moved since it was read. */
export function strike(table: Table, weeks: Own['weeks'], shiftId: string): Record<string, Write> {
  return moveWeeks(table, weeks, (entries) => entries.filter((entry) => entry.shiftId !== shiftId));
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
