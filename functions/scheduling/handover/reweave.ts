import { weeksTouched } from '@kaifong/shared/scheduling/weeks.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { AgendaWeekItem, type ShiftItem } from '../scheduling.table.ts';
import type { Own } from '../sign-up/agenda.ts';

/**
 * The writes that take one shift out of an agenda and put another in, where the same week may be touched by both; refused when one of
 * the weeks was moved since it was read.
 *
 * @param weeks those that either shift touches; one that was read twice is written once
 */
export function reweave(
  table: Table,
  weeks: Own['weeks'],
  { out, into }: Readonly<{ out?: ShiftItem | undefined; into?: ShiftItem | undefined }>,
): Record<string, Write> {
  const touches = (shift: ShiftItem | undefined, week: string) =>
    shift !== undefined && weeksTouched(shift.startsAt, shift.endsAt).includes(week);
  const writes: Record<string, Write> = {};
  for (const week of weeks) {
    if (!touches(out, week.week) && !touches(into, week.week)) continue;
    const kept = week.entries.filter(({ shiftId }) => shiftId !== out?.id);
    const entries = into && touches(into, week.week) ? [...kept, entryOf(into)] : kept;
    writes[`${week.volunteerId} ${week.week}`] = table.put(
      AgendaWeekItem,
      { ...week, entries, version: week.version + 1 },
      week.version === 0 ? { absent: true } : { is: { version: week.version } },
    );
  }
  return writes;
}

function entryOf({ id: shiftId, title, startsAt, endsAt }: ShiftItem): AgendaWeekItem['entries'][number] {
  return { shiftId, title, startsAt, endsAt };
}
