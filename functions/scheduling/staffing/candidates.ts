import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import { type AgendaEntry, decideSignUp, type SignUpRequest } from '@kaifong/shared/scheduling/rules.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { roleOfSeat } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { refusalOf } from '@kaifong/shared/scheduling/sign-up/refusal.ts';
import type { People, VolunteerFacts } from '../../people/index.ts';
import { type Lookup, lookUp } from '../../platform/lookup.ts';
import type { ShiftItem } from '../scheduling.table.ts';

/** The person who asks for a place. @throws AppError platform.notAllowed when nobody registered under that id */
export async function mustFindVolunteer(people: People, volunteerId: string): Promise<VolunteerFacts> {
  return mustBeKnown(await people.findVolunteer(volunteerId));
}

/** The same for one who was looked up. */
export function mustBeKnown(volunteer: VolunteerFacts | undefined): VolunteerFacts {
  if (!volunteer) throw new AppError(platformErrors.notAllowed);
  return volunteer;
}

/** Whether somebody belongs to the team of a shift, to be read with other items: nothing is read unless the team comes first. */
export function memberLookup(
  people: Pick<People, 'lookupMembership'>,
  { mode, teamScope }: ShiftItem,
  volunteerId: string,
): Lookup<boolean> {
  const asked = people.lookupMembership(volunteerId, teamScope);
  return mode === 'teamFirst' ? asked : { ...asked, keys: [], read: async () => false };
}

/** How somebody comes to a place: by which role, and whether as a member of the team or asked by name. */
export type Coming = Pick<SignUpRequest, 'role' | 'isMember' | 'isInvited'>;

/** How somebody comes to the very place that another one leaves: in the role of that seat. */
export async function comingTo(
  people: Pick<People, 'lookupMembership'>,
  shift: ShiftItem,
  seat: number | undefined,
  volunteerId: string,
): Promise<Coming> {
  const [isMember] = await lookUp([memberLookup(people, shift, volunteerId)]);
  return { role: seat === undefined ? undefined : roleOfSeat(shift, seat)?.number, isMember };
}

/** Why a volunteer may not take a place in a shift; `undefined` when she may. */
export async function obstacleFor(
  { skills }: Pick<People, 'skills'>,
  volunteer: VolunteerFacts,
  shift: ShiftItem,
  agenda: readonly AgendaEntry[],
  now: Instant,
  coming: Coming = {},
): Promise<AppError | undefined> {
  const { weeklyCapMinutes } = schedulingSettings;
  const decision = decideSignUp({ volunteer, shift, agenda, weeklyCapMinutes, ...coming, now });
  if (decision.kind === 'allowed') return undefined;
  return refusalOf(decision, decision.kind === 'skillMissing' ? await skills.nameOf(decision.skill, now) : undefined);
}

/** The refusals of `mustQualify`, for routes. */
export const obstaclesToQualifying = [
  shiftErrors.notActive,
  shiftErrors.alreadySignedUp,
  shiftErrors.ownHelp,
  shiftErrors.notOpen,
  shiftErrors.signUpClosed,
  shiftErrors.alreadyStarted,
  shiftErrors.skillMissing,
  shiftErrors.roleUnknown,
  shiftErrors.minorAtNight,
  shiftErrors.minorAtRisk,
  shiftErrors.teamFirst,
  shiftErrors.byInvitation,
  shiftErrors.byAssignment,
  shiftErrors.tooLittleRest,
  shiftErrors.dayCap,
  shiftErrors.overlaps,
  shiftErrors.weeklyCap,
];

/** Lets only those pass who may take a place in a shift. @throws AppError the refusals of `refusalOf` */
export async function mustQualify(...asked: Parameters<typeof obstacleFor>): Promise<void> {
  const obstacle = await obstacleFor(...asked);
  if (obstacle) throw obstacle;
}
