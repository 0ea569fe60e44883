import type { Language } from '@kaifong/shared/kernel/language.ts';
import { skills } from '@kaifong/shared/people/skills.ts';
import type { ShiftForVolunteer } from '@kaifong/shared/scheduling/schema.ts';
import { mapLink } from './map-link.ts';

/** A shift as the pages show it: the needed skill in words, and the way there. */
export type ShiftView = Omit<ShiftForVolunteer, 'neededSkill'> & Readonly<{ skill?: string; mapHref: string }>;

export function shiftView({ neededSkill, ...shift }: ShiftForVolunteer, language: Language): ShiftView {
  return {
    ...shift,
    ...(neededSkill && { skill: skills[neededSkill][language] }),
    mapHref: mapLink(shift.place),
  };
}
