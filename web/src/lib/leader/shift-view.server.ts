import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { skills } from '@kaifong/shared/people/skills.ts';
import type { ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { phaseOf, type ShiftPhase } from './shift-phase.ts';

/** A shift as its leader's pages show it. */
export type ShiftView = Readonly<
  Pick<ShiftWithPlaces, 'id' | 'activityId' | 'title' | 'startsAt' | 'endsAt' | 'places' | 'freePlaces'> & {
    placeName: string;
    phase: ShiftPhase;
    /** The needed skill in words. */
    skill?: string;
  }
>;

export function shiftView(shift: ShiftWithPlaces, now: Instant, language: Language): ShiftView {
  const { id, activityId, title, startsAt, endsAt, places, freePlaces, place, neededSkill } = shift;
  return {
    ...{ id, activityId, title, startsAt, endsAt, places, freePlaces },
    placeName: place.name,
    phase: phaseOf(shift, now),
    ...(neededSkill && { skill: skills[neededSkill][language] }),
  };
}
