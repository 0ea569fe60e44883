import { type Obstacle, obstacles, type ProposalReason } from '@kaifong/shared/scheduling/roster.ts';
import {
  type Assignment,
  dayOfShift,
  isNight,
  type RosterProblem,
  type RosterShift,
  type RosterVolunteer,
  restedAt,
} from './problem.ts';

/** A roster whose every shift has one role, so that a role's index is its shift's. */
export type OneRoleProblem = RosterProblem;

/** What speaks for somebody in a shift. `usualHours` is the middle load of those who could serve. */
export function reasonsFor(
  { volunteers, shifts }: OneRoleProblem,
  [volunteer, shift]: Assignment,
  usualHours: number,
): ProposalReason[] {
  const person = volunteers[volunteer];
  const asked = shifts[shift];
  if (!person || !asked) return [];
  const reasons: ProposalReason[] = [];
  if (asked.roles.some(({ skills }) => skills !== 0)) reasons.push('skill');
  if (asked.team >= 0 && person.team === asked.team) reasons.push('ownTeam');
  if ((person.liking[asked.kind] ?? 0) >= 2) reasons.push('ownKind');
  if (person.community === asked.community) reasons.push('near');
  if (person.pastHours <= usualHours) reasons.push('servedLittle');
  return reasons;
}

/** The load that half of the people stay below, in hours a week. */
export function usualLoad(volunteers: readonly RosterVolunteer[]): number {
  const loads = volunteers.map(({ pastHours }) => pastHours).sort((one, other) => one - other);
  return loads[Math.floor((loads.length - 1) / 2)] ?? 0;
}

/**
 * Finds why a shift has an empty place: of everybody who does not serve in it, what stands in the way first, and how many it keeps
 * away.
 */
export function obstacleFinder(
  problem: OneRoleProblem,
  assignments: readonly Assignment[],
): (shift: number) => { obstacle: Obstacle; people: number }[] {
  const serving = Map.groupBy(assignments, ([volunteer]) => volunteer);
  const shiftsOf = problem.volunteers.map((_, volunteer) => (serving.get(volunteer) ?? []).map(([, role]) => role));
  return (shift) => {
    const counts = new Map<Obstacle, number>();
    problem.volunteers.forEach((person, volunteer) => {
      const own = shiftsOf[volunteer] ?? [];
      if (own.includes(shift) || person.serves?.has(shift)) return;
      const others = own.flatMap((role) => problem.shifts[role] ?? []);
      const obstacle = obstacleOf(problem, person, others, shift);
      counts.set(obstacle, (counts.get(obstacle) ?? 0) + 1);
    });
    return obstacles.flatMap((obstacle) => {
      const people = counts.get(obstacle);
      return people ? [{ obstacle, people }] : [];
    });
  };
}

function obstacleOf(
  { shifts }: OneRoleProblem,
  person: RosterVolunteer,
  others: readonly RosterShift[],
  index: number,
): Obstacle {
  const shift = shifts[index];
  if (!shift) return 'elsewhere';
  const hours = (each: RosterShift) => (each.endsAt - each.startsAt) / 60;
  if (!shift.roles.some(({ skills }) => (person.skills & skills) === skills)) return 'skill';
  if (person.notAsked?.has(index)) return 'notAsked';
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
