import type { ShiftForVolunteer } from '@kaifong/shared/scheduling/schema.ts';
import { isRisky } from '@kaifong/shared/scheduling/shifts/risk.ts';
import type { ShiftRole } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import type { SuitableShift } from '@kaifong/shared/scheduling/suitable/suitable-schema.ts';
import type { SkillWords } from '#lib/people/skills.server.ts';
import { mapLink } from './map-link.ts';
import { suitingWords } from './suiting-words.server.ts';

/** What some people do in a shift, in words. */
export type RoleView = Readonly<{ number: number; name: string; places: number; skills?: string }>;

/** A shift as the pages show it: the needed skill in words, and the way there. */
export type ShiftView = Omit<ShiftForVolunteer, 'neededSkill' | 'roles'> &
  Readonly<{
    skill?: string;
    roles?: readonly RoleView[];
    isRisky: boolean;
    mapHref: string;
    suits?: readonly string[];
  }>;

export function shiftView({ neededSkill, roles, ...shift }: ShiftForVolunteer, skills: SkillWords): ShiftView {
  return {
    ...shift,
    ...(neededSkill && { skill: skills.name(neededSkill) }),
    ...(roles && { roles: roles.map((role) => roleView(role, skills)) }),
    isRisky: isRisky(shift),
    mapHref: mapLink(shift.place),
  };
}

/** The same of a list that was made for the person, with how it suits her. */
export function suitableView({ suiting, freePlacesForHer: _, ...shift }: SuitableShift, skills: SkillWords): ShiftView {
  return { ...shiftView(shift, skills), suits: suitingWords(suiting) };
}

function roleView({ number, name, most, skills: needed }: ShiftRole, skills: SkillWords): RoleView {
  return { number, name, places: most, ...(needed.length > 0 && { skills: skills.names(needed) }) };
}
