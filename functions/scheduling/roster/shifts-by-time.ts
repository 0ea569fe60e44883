import type { RosterProblem } from './problem.ts';
import type { TimeSlots } from './time-slots.ts';

export type ShiftsAtTime = {
  startsAt: number;
  endsAt: number;
  slot: number;
  length: number;
  isNight: boolean;
  leavesTired: number;
  ofCommunity: number[][];
  ofStreet: number[][];
  ofDistrict: number[];
};

/** The shifts that begin and end alike, by whose volunteers they may be served; slot by slot. */
export function shiftsByTime(problem: RosterProblem, { slots, slotOfShift }: TimeSlots): ShiftsAtTime[] {
  const byTime = new Map<string, ShiftsAtTime>();
  for (const [index, { startsAt, endsAt, reach, community }] of problem.shifts.entries()) {
    const key = `${startsAt}-${endsAt}`;
    const slot = slotOfShift[index] ?? 0;
    const { length = 0, isNight = false, leavesTired = 0 } = slots[slot] ?? {};
    const time = byTime.get(key) ?? {
      startsAt,
      endsAt,
      slot,
      length,
      isNight,
      leavesTired,
      ofCommunity: [],
      ofStreet: [],
      ofDistrict: [],
    };
    byTime.set(key, time);
    const street = problem.communities[community]?.street ?? -1;
    if (reach === 2) time.ofDistrict.push(index);
    else if (reach === 1) listAt(time.ofStreet, street).push(index);
    else listAt(time.ofCommunity, community).push(index);
  }
  return [...byTime.values()].toSorted((one, other) => one.slot - other.slot);
}

function listAt(lists: number[][], index: number): number[] {
  const list = lists[index] ?? [];
  lists[index] = list;
  return list;
}
