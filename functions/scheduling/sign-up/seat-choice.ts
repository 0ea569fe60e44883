import type { Skill } from '@kaifong/shared/people/skills/skills.ts';
import {
  roleOfSeat,
  rolesOpenTo,
  type ShiftRole,
  type Staffed,
  seatNumbers,
  seatNumbersOf,
} from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import type { SeatItem } from '../scheduling.table.ts';

/** Some seat numbers of a shift, by lot: those of one role when it is said, else of all. */
export function drawNumbers(shift: Staffed, count: number, role?: number): number[] {
  const wanted = role === undefined ? undefined : shift.roles?.find(({ number }) => number === role);
  const numbers = wanted ? seatNumbersOf(wanted) : seatNumbers(shift);
  if (numbers.length <= count) return numbers;
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(numbers[Math.floor(Math.random() * numbers.length)] ?? 1);
  return [...drawn];
}

/** Those of the seats in which somebody with these skills can serve: of the role that she asks for, when she does. */
export function seatsOpenTo<Seat extends Pick<SeatItem, 'number'>>(
  shift: Staffed,
  seats: readonly Seat[],
  skills: readonly Skill[],
  role?: number,
): Seat[] {
  if (shift.roles === undefined) return [...seats];
  const open = rolesWaitedFor(shift.roles, skills, role);
  return seats.filter((seat) => {
    const own = roleOfSeat(shift, seat.number);
    return own !== undefined && open.includes(own.number);
  });
}

/** The seats of one role when it is said, else all. */
export function seatsOfRole<Seat extends Pick<SeatItem, 'number'>>(
  shift: Staffed,
  seats: readonly Seat[],
  role: number | undefined,
): readonly Seat[] {
  return role === undefined ? seats : seats.filter((seat) => roleOfSeat(shift, seat.number)?.number === role);
}

/** The numbers of the roles in which somebody with these skills could take a place: only that which she asks for, when she does. */
export function rolesWaitedFor(roles: readonly ShiftRole[], skills: readonly Skill[], role?: number): number[] {
  const open = rolesOpenTo(roles, skills).map(({ number }) => number);
  return role === undefined ? open : open.filter((number) => number === role);
}

/**
 * The numbers of the roles that have one of these seats, those first that ask for the most skills, since the fewest people can serve in
 * them; none of a shift without roles.
 */
export function rolesAmong(shift: Staffed, seats: readonly Pick<SeatItem, 'number'>[]): number[] | undefined {
  const numbers = new Set(seats.map(({ number }) => roleOfSeat(shift, number)?.number));
  return shift.roles && mostDemandingFirst(shift.roles.filter(({ number }) => numbers.has(number)));
}

/** The numbers of roles, those first that ask for the most skills. */
export function mostDemandingFirst(roles: readonly Pick<ShiftRole, 'number' | 'skills'>[]): number[] {
  return roles.toSorted((one, other) => other.skills.length - one.skills.length).map(({ number }) => number);
}

/** The values in an order by lot. */
export function shuffled<Value>(values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value);
}
