import type { RosterRole, RosterShift, RosterVolunteer } from './problem.ts';
import {
  type Assignment,
  dayOfShift,
  isNight,
  loadCost,
  pairPoints,
  type RosterProblem,
  restedAt,
  rolesInOrder,
  wayBetween,
  worth,
} from './problem.ts';

export type BrokenRule =
  | 'unknown'
  | 'skill'
  | 'reach'
  | 'notFree'
  | 'notAsked'
  | 'hours'
  | 'nights'
  | 'oneShiftADay'
  | 'rest'
  | 'tooMany';

export type Score = Readonly<{
  value: number;
  violations: readonly Readonly<{ rule: BrokenRule; volunteer?: number; role: number }>[];
  /** Share of the needed places, and of all places, that are filled. */
  coverage: number;
  fillRate: number;
  /** Inequality of the new hours over all volunteers who are free at some time, 0–1. */
  giniHours: number;
  volunteersUsed: number;
}>;

/** What a roster is worth and which hard rules it breaks: from the problem alone, without anything that the solver keeps. */
export function scoreRoster(problem: RosterProblem, assignments: readonly Assignment[]): Score {
  const violations: { rule: BrokenRule; volunteer?: number; role: number }[] = [];
  const roles = rolesInOrder(problem.shifts).map(({ role, shift }) => ({ ...role, shift }));
  const served = new Map<number, number[]>();
  const filled = new Array<number>(roles.length).fill(0);
  let value = 0;
  for (const [volunteer, role] of assignments) {
    const person = problem.volunteers[volunteer];
    const place = roles[role];
    if (!person || !place) {
      violations.push({ rule: 'unknown', volunteer, role });
      continue;
    }
    for (const rule of brokenByPair(problem, person, place)) violations.push({ rule, volunteer, role });
    value += pairPoints(person, place.shift, wayBetween(problem.communities, person.community, place.shift.community));
    filled[role] = (filled[role] ?? 0) + 1;
    served.set(volunteer, [...(served.get(volunteer) ?? []), role]);
  }
  let needed = 0;
  let neededFilled = 0;
  let places = 0;
  roles.forEach((role, index) => {
    const count = filled[index] ?? 0;
    if (count > role.most) violations.push({ rule: 'tooMany', role: index });
    value += worth.needed * role.shift.priority * Math.min(count, role.fewest);
    value += worth.extra * Math.max(0, count - role.fewest);
    needed += role.fewest;
    neededFilled += Math.min(count, role.fewest);
    places += role.most;
  });
  const hoursOfAll: number[] = [];
  problem.volunteers.forEach((person, volunteer) => {
    if (person.free.length === 0) return;
    const own = served.get(volunteer) ?? [];
    const shifts = own.flatMap((role) => roles[role]?.shift ?? []);
    const hours = shifts.reduce((sum, shift) => sum + (shift.endsAt - shift.startsAt) / 60, 0);
    for (const rule of brokenByWeek(person, shifts, hours)) violations.push({ rule, volunteer, role: own[0] ?? -1 });
    value -= loadCost(person.pastHours + hours, problem.unfairness) - loadCost(person.pastHours, problem.unfairness);
    hoursOfAll.push(hours);
  });
  return {
    value,
    violations,
    coverage: needed ? neededFilled / needed : 1,
    fillRate: places ? assignments.length / places : 1,
    giniHours: gini(hoursOfAll),
    volunteersUsed: served.size,
  };
}

function* brokenByPair(
  problem: RosterProblem,
  person: RosterVolunteer,
  { shift, skills }: RosterRole & { shift: RosterShift },
): Generator<BrokenRule> {
  if ((person.skills & skills) !== skills) yield 'skill';
  const sameStreet = problem.communities[person.community]?.street === problem.communities[shift.community]?.street;
  if (shift.reach === 0 ? person.community !== shift.community : shift.reach === 1 && !sameStreet) yield 'reach';
  if (person.notAsked?.has(problem.shifts.indexOf(shift))) yield 'notAsked';
  if (!person.free.some(([from, to]) => from <= shift.startsAt && shift.endsAt <= to)) yield 'notFree';
}

function* brokenByWeek(person: RosterVolunteer, shifts: readonly RosterShift[], hours: number): Generator<BrokenRule> {
  if (hours > person.mostHours + 1e-9) yield 'hours';
  if (shifts.filter(isNight).length > person.mostNights) yield 'nights';
  const inOrder = shifts.toSorted((one, other) => one.startsAt - other.startsAt);
  for (const [index, earlier] of inOrder.entries())
    for (const later of inOrder.slice(index + 1)) {
      if (dayOfShift(earlier) === dayOfShift(later)) yield 'oneShiftADay';
      else if (later.startsAt < restedAt(earlier)) yield 'rest';
    }
}

/** The Gini coefficient of some amounts: 0 when all are equal, towards 1 when one has all. */
export function gini(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((one, other) => one - other);
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  const weighted = sorted.reduce((sum, amount, index) => sum + (2 * (index + 1) - sorted.length - 1) * amount, 0);
  return total ? weighted / (sorted.length * total) : 0;
}
