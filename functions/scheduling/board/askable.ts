import type { AgendaEntry } from '@kaifong/shared/scheduling/rules.ts';
import type { Member } from '../roster/members-for.ts';
import type { SeatItem, ShiftItem } from '../scheduling.table.ts';

/** Whether somebody fits a shift and was never asked for it: whoever declined or gave it back is left in peace. */
export function isAskable({ decision }: Member): boolean {
  return decision.kind === 'fits';
}

/** What people are being asked for in these shifts, as entries of their agendas: nobody is asked for two at one time. */
export function plannedBy(
  all: readonly Readonly<{ shift: ShiftItem; seats: readonly SeatItem[] }>[],
): Map<string, AgendaEntry[]> {
  const planned = new Map<string, AgendaEntry[]>();
  for (const { shift, seats } of all)
    for (const { state, volunteerId } of seats) {
      if (state !== 'held' || volunteerId === undefined) continue;
      const { id: shiftId, title, startsAt, endsAt } = shift;
      planned.set(volunteerId, [...(planned.get(volunteerId) ?? []), { shiftId, title, startsAt, endsAt }]);
    }
  return planned;
}
