import {
  type Obstacle,
  type ObstacleCount,
  obstacles,
  type ProposalReason,
} from '@kaifong/shared/scheduling/roster/roster.ts';
import {
  type Assignment,
  dayOfShift,
  isNight,
  type RosterProblem,
  type RosterRole,
  type RosterShift,
  type RosterVolunteer,
  restedAt,
  rolesInOrder,
} from './problem.ts';

/** Finds what speaks for somebody in a role. `usualHours` is the middle load of those who could serve. */
export function reasonFinder(
  { volunteers, shifts }: RosterProblem,
  usualHours: number,
): (assignment: Assignment) => ProposalReason[] {
  const roles = rolesInOrder(shifts);
  return ([volunteer, role]) => {
    const person = volunteers[volunteer];
    const asked = roles[role];
    if (!person || !asked) return [];
    const { shift } = asked;
    const reasons: ProposalReason[] = [];
    if (asked.role.skills !== 0) reasons.push('skill');
    if (shift.team >= 0 && person.team === shift.team) reasons.push('ownTeam');
    if ((person.liking[shift.kind] ?? 0) >= 2) reasons.push('ownKind');
    if (person.community === shift.community) reasons.push('near');
    if (person.pastHours <= usualHours) reasons.push('servedLittle');
    return reasons;
  };
}

/** The load that half of the people stay below, in hours a week. */
export function usualLoad(volunteers: readonly RosterVolunteer[]): number {
  const loads = volunteers.map(({ pastHours }) => pastHours).sort((one, other) => one - other);
  return loads[Math.floor((loads.length - 1) / 2)] ?? 0;
}

/**
 * Finds why a role has an empty place: of everybody who does not serve in it, what stands in the way first, and how many it keeps away.
 * Whoever serves in another role of the shift is needed there.
 */
export function obstacleFinder(
  problem: RosterProblem,
  assignments: readonly Assignment[],
): (role: number) => ObstacleCount[] {
  const roles = rolesInOrder(problem.shifts);
  const serving = Map.groupBy(assignments, ([volunteer]) => volunteer);
  const rolesOf = problem.volunteers.map((_, volunteer) => (serving.get(volunteer) ?? []).map(([, role]) => role));
  return (role) => {
    const asked = roles[role];
    if (!asked) return [];
    const counts = new Map<Obstacle, number>();
    problem.volunteers.forEach((person, volunteer) => {
      const own = rolesOf[volunteer] ?? [];
      const isThere = person.serves?.has(asked.shiftIndex) === true;
      if (own.includes(role) || (isThere && canServe(person, asked.role))) return;
      const others = own.flatMap((each) => roles[each]?.shift ?? []);
      const obstacle = obstacleOf(person, others, asked);
      counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1);
    });
    return obstacles.flatMap((obstacle) => {
      const people = counts.get(obstacle);
      return people ? [{ obstacle, people }] : [];
    });
  };
}

function canServe(person: RosterVolunteer, role: RosterRole): boolean {
  return (person.skills & role.skills) === role.skills;
}

function obstacleOf(
  person: RosterVolunteer,
  others: readonly RosterShift[],
  { role, shift, shiftIndex }: Readonly<{ role: RosterRole; shift: RosterShift; shiftIndex: number }>,
): Obstacle {
  const hours = (each: RosterShift) => (each.endsAt - each.startsAt) / 60;
  if (!canServe(person, role)) return 'skill';
  if (person.notAsked?.has(shiftIndex)) return 'notAsked';
  if (others.includes(shift)) return 'elsewhere';
  if (!person.free.some(([from, to]) => from <= shift.startsAt && shift.endsAt <= to))
    return person.busyDays?.has(dayOfShift(shift)) ? 'sameDay' : 'notFree';
  if (others.some((other) => dayOfShift(other) === dayOfShift(shift))) return 'sameDay';
  if (others.reduce((sum, other) => sum + hours(other), hours(shift)) > person.mostHours)
    return person.isOwnLimit ? 'ownLimit' : 'weeklyCap';
  const isTired = others.some((other) =>
    other.startsAt < shift.startsAt ? restedAt(other) > shift.startsAt : restedAt(shift) > other.startsAt,
  );
  const nights = [...others, shift].filter(isNight).length;
  return isTired || nights > person.mostNights ? 'rest' : 'elsewhere';
}
