import type { AgendaEntry } from '@kaifong/shared/scheduling/rules.ts';
import type { Member } from '../roster/members-for.ts';
import type { SeatItem, ShiftItem } from '../scheduling.table.ts';
import { rolesAmong, seatsOfRole } from '../sign-up/seat-choice.ts';

/** Whether somebody fits a shift and was never asked for it: whoever declined or gave it back is left in peace. */
export function isAskable({ decision }: Member): boolean {
  return decision.kind === 'fits';
}

/**
 * Which of these seats each is asked for, the seats first in whose roles the fewest can serve: so nobody who could give first aid takes
 * another place while that one stays empty. Nobody takes two.
 */
export function withPlaces(
  shift: ShiftItem,
  seats: readonly SeatItem[],
  members: readonly Member[],
): { member: Member; seat: SeatItem }[] {
  const left = new Set(members);
  const isIn = (member: Member, role: number) =>
    member.fitsIn.length > 0 ? member.fitsIn.includes(role) : member.role === role;
  const inRole = (role: number | undefined) =>
    seatsOfRole(shift, seats, role).flatMap((seat) => {
      const member = [...left].find((each) => role === undefined || isIn(each, role));
      if (!member) return [];
      left.delete(member);
      return [{ member, seat }];
    });
  return (rolesAmong(shift, seats) ?? [undefined]).flatMap(inRole);
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
