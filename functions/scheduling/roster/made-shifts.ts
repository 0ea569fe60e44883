import type { Proposal, RosterShift } from '@kaifong/shared/scheduling/roster/roster.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { obstacleFinder, reasonFinder, usualLoad } from './explain.ts';
import type { MadeRoster } from './made-roster.ts';
import type { RosterCandidate, RosterNeed } from './open-week.ts';
import { rolesInOrder } from './problem.ts';
import { keyOf } from './run-model.ts';
import { type OpenRole, openPlacesIn } from './week-model.ts';

/** Tells shift by shift what a roster proposes, why, and what keeps people from the places that stay empty. */
export function madeShifts(made: MadeRoster): (need: RosterNeed, index: number) => RosterShift {
  const { open, asked, problem, earlier, wishes, held, assignments, isWishedTime } = made;
  const order = rolesInOrder(open);
  const firstRole = new Map(order.map(({ shiftIndex }, index) => [shiftIndex, index] as const).reverse());
  const byShift = Map.groupBy(assignments, ([, role]) => order[role]?.shiftIndex);
  const lockedIn = Map.groupBy(held, ({ shiftId }) => shiftId);
  const people = new Map(asked.map((person) => [person.id, person]));
  const reasonsFor = reasonFinder(problem, usualLoad(problem.volunteers));
  const obstaclesTo = obstacleFinder(problem, assignments);

  const lockedProposals = (need: RosterNeed): Proposal[] =>
    (lockedIn.get(need.id) ?? []).flatMap(({ volunteerId, role }) => {
      const person = people.get(volunteerId);
      if (!person) return [];
      const weeklyMinutes = weeklyMinutesOf(person);
      return [{ volunteerId, ...inRole(role), isLocked: true, isNew: false, reasons: ['locked'], weeklyMinutes }];
    });

  const otherProposals = (need: RosterNeed, shift: number): Proposal[] =>
    (byShift.get(shift) ?? []).flatMap((assignment): Proposal[] => {
      const [person, index] = assignment;
      const [volunteer, role] = [asked[person], order[index]?.role];
      if (!volunteer || !role) return [];
      const isWishedKind = volunteer.wishes?.kinds.some((kind) => kind === need.kind) === true;
      const reasons = reasonsFor(assignment).map((reason) =>
        reason === 'ownKind' && isWishedKind ? ('wishedKind' as const) : reason,
      );
      const pair = { shiftId: need.id, volunteerId: volunteer.id, role: role.number };
      return [
        {
          volunteerId: volunteer.id,
          ...inRole(role.number),
          isLocked: false,
          isNew: earlier.length > 0 && !wishes.proposed.has(keyOf(pair)),
          reasons: isWishedTime(person, shift) ? [...reasons, 'wishedTime'] : reasons,
          weeklyMinutes: weeklyMinutesOf(volunteer),
        },
      ];
    });

  return (need, index) => {
    const { shift, roles } = need;
    const proposals = [...lockedProposals(need), ...otherProposals(need, index)];
    const obstaclesIn = ({ number, places }: OpenRole, position: number) =>
      proposals.filter(({ role }) => role === number).length < places
        ? obstaclesTo((firstRole.get(index) ?? 0) + position)
        : [];
    const named = roles.flatMap((role, position) => {
      const { number, name, skills, places } = role;
      if (number === undefined || name === undefined) return [];
      return [{ number, name, skills: [...skills], places, obstacles: obstaclesIn(role, position) }];
    });
    const [only] = roles;
    return {
      shiftId: shift.id,
      title: shift.title,
      placeName: shift.place.name,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      ...(shift.neededSkill && { neededSkill: shift.neededSkill }),
      teamScope: shift.teamScope,
      places: openPlacesIn(need),
      ...(shift.roles && { roles: named }),
      proposals,
      obstacles: shift.roles || !only ? [] : obstaclesIn(only, 0),
    };
  };
}

const inRole = (role: number | undefined) => (role === undefined ? {} : { role });

function weeklyMinutesOf({ minutesBefore }: RosterCandidate): number {
  return Math.round(minutesBefore / schedulingSettings.fairWeeks);
}
