import type { ShiftForVolunteer } from '@kaifong/shared/scheduling/schema.ts';
import type { SkillWords } from '#lib/people/skills.server.ts';
import { mapLink } from './map-link.ts';

/** A shift as the pages show it: the needed skill in words, and the way there. */
export type ShiftView = Omit<ShiftForVolunteer, 'neededSkill'> & Readonly<{ skill?: string; mapHref: string }>;

export function shiftView({ neededSkill, ...shift }: ShiftForVolunteer, skills: SkillWords): ShiftView {
  return {
    ...shift,
    ...(neededSkill && { skill: skills.name(neededSkill) }),
    mapHref: mapLink(shift.place),
  };
}
