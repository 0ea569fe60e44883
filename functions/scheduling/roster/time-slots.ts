import { dayOfShift, isNight, type RosterShift, restedAt } from './problem.ts';

/**
 * All that a shift's time means for the rest of a volunteer's week; shifts of one slot exclude and burden alike.
 * A `tiredness` is one of the times until which somebody may still have to rest as a day begins, the earliest as 1; 0 is rested.
 */
export type TimeSlot = Readonly<{
  day: number;
  /** Length in units of `unitMinutes`. */
  length: number;
  isNight: boolean;
  /** The greatest tiredness, as the day begins, with which one has rested when it starts. */
  mostTired: number;
  /** The tiredness with which one begins the next day. */
  leavesTired: number;
}>;

export type TimeSlots = Readonly<{
  unitMinutes: number;
  /** By day. */
  slots: readonly TimeSlot[];
  /** The slot of each shift. */
  slotOfShift: readonly number[];
  days: number;
  /** How many tirednesses a day knows at most. */
  tirednesses: number;
  /** For each day and tiredness: the tiredness of the next day when one does nothing. */
  afterIdle: readonly (readonly number[])[];
}>;

/** Sorts the times of a week's shifts into slots. */
export function timeSlots(shifts: readonly RosterShift[]): TimeSlots {
  const unitMinutes = shifts.reduce((unit, { startsAt, endsAt }) => commonDivisor(unit, endsAt - startsAt), 0) || 1;
  const days = shifts.reduce((most, shift) => Math.max(most, dayOfShift(shift) + 1), 0);
  const tiredUntil = Array.from({ length: days + 1 }, (_, day) => tirednessesOf(shifts, day));
  const keys = new Map<string, number>();
  const slots: TimeSlot[] = [];
  const numbered = shifts.map((shift) => {
    const day = dayOfShift(shift);
    const slot: TimeSlot = {
      day,
      length: (shift.endsAt - shift.startsAt) / unitMinutes,
      isNight: isNight(shift),
      mostTired: (tiredUntil[day] ?? []).filter((until) => until <= shift.startsAt).length,
      leavesTired: (tiredUntil[day + 1] ?? []).indexOf(restedAt(shift)) + 1,
    };
    const key = Object.values(slot).join();
    const known = keys.get(key) ?? slots.push(slot) - 1;
    keys.set(key, known);
    return known;
  });
  const order = slots
    .map((_, index) => index)
    .toSorted((one, other) => (slots[one]?.day ?? 0) - (slots[other]?.day ?? 0));
  const rank = new Map(order.map((slot, index) => [slot, index]));
  return {
    unitMinutes,
    slots: order.flatMap((slot) => slots[slot] ?? []),
    slotOfShift: numbered.map((slot) => rank.get(slot) ?? 0),
    days,
    tirednesses: Math.max(0, ...tiredUntil.map((untils) => untils.length)),
    afterIdle: tiredUntil.map((untils, day) => [
      0,
      ...untils.map((until) => (tiredUntil[day + 1] ?? []).indexOf(until) + 1),
    ]),
  };
}

/** The times, beyond the start of some shift of this day or later, until which shifts of earlier days leave one tired. */
function tirednessesOf(shifts: readonly RosterShift[], day: number): number[] {
  const firstStart = shifts.reduce(
    (first, shift) => (dayOfShift(shift) >= day ? Math.min(first, shift.startsAt) : first),
    Number.POSITIVE_INFINITY,
  );
  const untils = shifts.filter((shift) => dayOfShift(shift) < day).map(restedAt);
  return [...new Set(untils)].filter((until) => until > firstStart).toSorted((one, other) => one - other);
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
