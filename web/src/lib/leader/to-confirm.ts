import type { WaitingAttendance } from '@kaifong/shared/attendance/schema.ts';

/** A shift that is over, with those of its people whose minutes nobody has confirmed. */
export type ShiftToConfirm<Person = WaitingAttendance> = Readonly<
  Pick<WaitingAttendance, 'shiftId' | 'title' | 'teamScope' | 'startsAt' | 'endsAt'> & { people: readonly Person[] }
>;

/** What waits, shift by shift, in the order in which it came. */
export function byShift<Person extends WaitingAttendance>(waiting: readonly Person[]): ShiftToConfirm<Person>[] {
  return [...Map.groupBy(waiting, ({ shiftId }) => shiftId).values()].flatMap((people) => {
    const [first] = people;
    if (!first) return [];
    const { shiftId, title, teamScope, startsAt, endsAt } = first;
    return [{ shiftId, title, teamScope, startsAt, endsAt, people }];
  });
}
