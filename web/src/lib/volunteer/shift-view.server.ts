import { isRisky } from '@kaifong/shared/scheduling/risk.ts';
import type { ShiftForVolunteer } from '@kaifong/shared/scheduling/schema.ts';
import type { ShiftRole } from '@kaifong/shared/scheduling/shift-roles.ts';
import type { SkillWords } from '#lib/people/skills.server.ts';
import { mapLink } from './map-link.ts';

/** What some people do in a shift, in words. */
export type RoleView = Readonly<{ number: number; name: string; places: number; skills?: string }>;

/** A shift as the pages show it: the needed skill in words, and the way there. */
export type ShiftView = Omit<ShiftForVolunteer, 'neededSkill' | 'roles'> &
  Readonly<{ skill?: string; roles?: readonly RoleView[]; isRisky: boolean; mapHref: string }>;

export function shiftView({ neededSkill, roles, ...shift }: ShiftForVolunteer, skills: SkillWords): ShiftView {
  return {
    ...shift,
    ...(neededSkill && { skill: skills.name(neededSkill) }),
    ...(roles && { roles: roles.map((role) => roleView(role, skills)) }),
    isRisky: isRisky(shift),
    mapHref: mapLink(shift.place),
  };
}

function roleView({ number, name, most, skills: needed }: ShiftRole, skills: SkillWords): RoleView {
  return { number, name, places: most, ...(needed.length > 0 && { skills: skills.names(needed) }) };
}
