import { type TimeRange, weeksTouched } from '@kaifong/shared/scheduling/weeks.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { AgendaWeekItem, type ShiftItem, SignUpItem } from './scheduling.table.ts';

/** What a command must know of a volunteer to move her: where she stands with the shift, and the weeks it touches. */
export type Own = Readonly<{ mine: SignUpItem | undefined; weeks: readonly AgendaWeekItem[] }>;

/** Reads it in one call, in two for a shift over the midnight of Sunday. A week in which nothing was entered has version 0. */
export async function readOwn(
  table: Table,
  volunteerId: string,
  shift: TimeRange & Readonly<{ id: string }>,
): Promise<Own> {
  const { id: shiftId, startsAt, endsAt } = shift;
  const [first = '', ...rest] = weeksTouched(startsAt, endsAt);
  const [[mine, week], more] = await Promise.all([
    table.getPair([SignUpItem, { volunteerId, startsAt, shiftId }], [AgendaWeekItem, { volunteerId, week: first }]),
    table.getAll(
      AgendaWeekItem,
      rest.map((name) => ({ volunteerId, week: name })),
    ),
  ]);
  const unwritten = (name: string) => ({ volunteerId, week: name, entries: [], version: 0 });
  return { mine, weeks: [week ?? unwritten(first), ...rest.map((name, index) => more[index] ?? unwritten(name))] };
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

function moveWeeks(
  table: Table,
  weeks: Own['weeks'],
  change: (entries: AgendaWeekItem['entries']) => AgendaWeekItem['entries'],
): Record<string, Write> {
  return Object.fromEntries(
    weeks.map((week) => [
      `week ${week.week}`,
      table.put(
        AgendaWeekItem,
        { ...week, entries: change(week.entries), version: week.version + 1 },
        week.version === 0 ? { absent: true } : { is: { version: week.version } },
      ),
    ]),
  );
}
