import { bytes, GrowingList, integers, type Numbers, reals } from './numbers.ts';
import {
  loadCost,
  pairPoints,
  type RosterProblem,
  type RosterShift,
  type RosterVolunteer,
  wayBetween,
  worth,
} from './problem.ts';
import { shiftsByTime } from './shifts-by-time.ts';
import { type TimeSlots, timeSlots } from './time-slots.ts';

/**
 * A roster problem as the solver works on it: every pair of a volunteer and a role that she may serve in, once, in flat
 * arrays. The pairs of a volunteer stand together, by time slot; a `run` is her pairs of one slot.
 */
export type Instance = Readonly<{
  problem: RosterProblem;
  times: TimeSlots;
  /** Volunteers who can serve in at least one role, street by street; `person` is their index in the problem. */
  volunteers: number;
  person: Numbers;
  mostUnits: Numbers;
  mostNights: Numbers;
  /** What a volunteer's units cost for fairness: from `firstLoad`, for 0, 1, … `mostUnits`. */
  firstLoad: Numbers;
  load: Numbers;
  /** Whether her nights or her rest after them may stand in the way of something. */
  needsRest: Numbers;
  firstPair: Numbers;
  role: Numbers;
  points: Numbers;
  firstRun: Numbers;
  runStart: Numbers;
  runSlot: Numbers;
  roles: number;
  fewest: Numbers;
  most: Numbers;
  /** What a needed place of the role is worth. */
  needed: Numbers;
  slotOfRole: Numbers;
  /** The pairs of each role: from `firstOfRole`, each with its volunteer. */
  firstOfRole: Numbers;
  pairOfRole: Numbers;
  volunteerOfPair: Numbers;
}>;

/** Finds all pairs of the problem. `bonus` adds points to a pair, for what was decided before. */
export function buildInstance(problem: RosterProblem, bonus?: Bonus): Instance {
  const times = timeSlots(problem.shifts);
  const pairs = pairFinder(problem, times, bonus);
  const order = volunteersByStreet(problem);
  const loads: number[] = [];
  const person = integers(order.length);
  const mostUnits = integers(order.length);
  const mostNights = integers(order.length);
  const firstLoad = integers(order.length + 1);
  const needsRest = bytes(order.length);
  const firstPair = integers(order.length + 1);
  const firstRun = integers(order.length + 1);
  let volunteers = 0;
  for (const index of order) {
    const volunteer = problem.volunteers[index] as RosterVolunteer;
    const units = Math.floor((volunteer.mostHours * 60 + 1e-6) / times.unitMinutes);
    firstPair[volunteers] = pairs.found.role.length;
    firstRun[volunteers] = pairs.found.runSlot.length;
    const { fits, isTiring } = pairs.find(index, volunteers, units);
    if (!fits) continue;
    if (isTiring) needsRest[volunteers] = 1;
    person[volunteers] = index;
    mostUnits[volunteers] = Math.min(units, times.days * longestSlot(times));
    mostNights[volunteers] = Math.min(volunteer.mostNights, times.days);
    firstLoad[volunteers] = loads.length;
    const { pastHours } = volunteer;
    for (let unit = 0; unit <= mostUnits[volunteers]; unit++) {
      const hours = pastHours + (unit * times.unitMinutes) / 60;
      loads.push(loadCost(hours, problem.unfairness) - loadCost(pastHours, problem.unfairness));
    }
    volunteers += 1;
  }
  const role = pairs.found.role.taken();
  firstPair[volunteers] = role.length;
  firstRun[volunteers] = pairs.found.runSlot.length;
  pairs.found.runStart.push(role.length);

  return {
    problem,
    times,
    volunteers,
    person,
    mostUnits,
    mostNights,
    firstLoad,
    load: Float64Array.from(loads),
    needsRest,
    firstPair,
    role,
    points: pairs.found.points.taken(),
    firstRun,
    runStart: pairs.found.runStart.taken(),
    runSlot: pairs.found.runSlot.taken(),
    volunteerOfPair: pairs.found.volunteerOfPair.taken(),
    ...rolesOf(problem, times, pairs.roles),
    ...pairsByRole(pairs.roles, role),
  };
}

type Bonus = (person: number, role: number) => number;

/** Looks, one volunteer after the other, for the roles that she may serve in, and puts each pair and each run at the end of what was `found`. */
function pairFinder(problem: RosterProblem, times: TimeSlots, bonus?: Bonus) {
  const byTime = shiftsByTime(problem, times);
  const ways = problem.communities.map((_, home) =>
    problem.communities.map((__, there) => wayBetween(problem.communities, home, there)),
  );
  const firstRoleOfShift: number[] = [];
  let roles = 0;
  for (const shift of problem.shifts) {
    firstRoleOfShift.push(roles);
    roles += shift.roles.length;
  }
  const found = {
    role: new GrowingList(new Int32Array(1 << 16)),
    points: new GrowingList(new Float32Array(1 << 16)),
    volunteerOfPair: new GrowingList(new Int32Array(1 << 16)),
    runStart: new GrowingList(new Int32Array(1 << 12)),
    runSlot: new GrowingList(new Int32Array(1 << 12)),
  };

  /** The pairs of a volunteer, the index-th of the problem, with one shift. */
  function pairWith(shift: number, index: number, place: number): void {
    const volunteer = problem.volunteers[index] as RosterVolunteer;
    if (volunteer.notAsked?.has(shift)) return;
    const asked = problem.shifts[shift] as RosterShift;
    const way = ways[volunteer.community]?.[asked.community];
    if (!way) throw new RangeError(`The roster has no community ${asked.community}.`);
    const first = firstRoleOfShift[shift] ?? 0;
    for (const [position, { skills, most }] of asked.roles.entries()) {
      if ((volunteer.skills & skills) !== skills || most < 1) continue;
      found.role.push(first + position);
      found.points.push(pairPoints(volunteer, asked, way) + (bonus?.(index, first + position) ?? 0));
      found.volunteerOfPair.push(place);
    }
  }

  return {
    found,
    roles,

    /** Finds her pairs; whether there are any, and whether one is by night or leaves her tired. `place` is where she stands in the instance. */
    find(index: number, place: number, units: number): Readonly<{ fits: boolean; isTiring: boolean }> {
      const volunteer = problem.volunteers[index] as RosterVolunteer;
      const home = problem.communities[volunteer.community];
      if (!home) throw new RangeError(`The roster has no community ${volunteer.community}.`);
      const before = found.role.length;
      let lastSlot = -1;
      let isTiring = false;
      for (const time of byTime) {
        if (time.length > units || (time.isNight && volunteer.mostNights < 1)) continue;
        if (!volunteer.free.some(([from, to]) => from <= time.startsAt && time.endsAt <= to)) continue;
        const start = found.role.length;
        for (const shift of time.ofCommunity[volunteer.community] ?? []) pairWith(shift, index, place);
        for (const shift of time.ofStreet[home.street] ?? []) pairWith(shift, index, place);
        for (const shift of time.ofDistrict) pairWith(shift, index, place);
        if (found.role.length === start || time.slot === lastSlot) continue;
        found.runStart.push(start);
        found.runSlot.push(time.slot);
        lastSlot = time.slot;
        isTiring ||= time.isNight || time.leavesTired > 0;
      }
      return { fits: found.role.length > before, isTiring };
    },
  };
}

/** What the role is asked for, role by role. */
function rolesOf(problem: RosterProblem, times: TimeSlots, roles: number) {
  const fewest = integers(roles);
  const most = integers(roles);
  const needed = reals(roles);
  const slotOfRole = integers(roles);
  let index = 0;
  for (const [shift, { priority, roles: asked }] of problem.shifts.entries())
    for (const role of asked) {
      fewest[index] = Math.min(role.fewest, role.most);
      most[index] = role.most;
      needed[index] = worth.needed * priority;
      slotOfRole[index] = times.slotOfShift[shift] ?? 0;
      index += 1;
    }
  return { roles, fewest, most, needed, slotOfRole };
}

function pairsByRole(roles: number, role: Numbers) {
  const firstOfRole = integers(roles + 1);
  for (let pair = 0; pair < role.length; pair++) firstOfRole[role[pair] + 1] += 1;
  for (let index = 0; index < roles; index++) firstOfRole[index + 1] += firstOfRole[index];
  const next = integers(roles);
  next.set((firstOfRole as Int32Array).subarray(0, roles));
  const pairOfRole = integers(role.length);
  for (let pair = 0; pair < role.length; pair++) pairOfRole[next[role[pair]]++] = pair;
  return { firstOfRole, pairOfRole };
}

function volunteersByStreet({ volunteers, communities }: RosterProblem): number[] {
  const street = (index: number) => communities[volunteers[index]?.community ?? 0]?.street ?? 0;
  const able = volunteers.flatMap(({ free }, index) => (free.length > 0 ? [index] : []));
  return able.toSorted((one, other) => street(one) - street(other));
}

function longestSlot({ slots }: TimeSlots): number {
  return slots.reduce((longest, { length }) => Math.max(longest, length), 0);
}
