import { decideCheckOut } from '@kaifong/shared/attendance/rules.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { placeInWords } from '@kaifong/shared/scheduling/relocation/relocation.ts';
import type { ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import type { SkillWords } from '#lib/people/skills.server.ts';
import { getLocale } from '#paraglide/runtime.js';
import { phaseOf, type ShiftPhase } from './shift-phase.ts';

/** A shift as its leader's pages show it. */
export type ShiftView = Readonly<
  Pick<ShiftWithPlaces, 'id' | 'activityId' | 'title' | 'startsAt' | 'endsAt' | 'places' | 'freePlaces'> & {
    placeName: string;
    /** The place, and how to find it. */
    where: string;
    phase: ShiftPhase;
    /** Whether people can check in or out with the code now. */
    isCodeOn: boolean;
    /** Why it was called off. */
    calledOff?: string;
    /** The needed skill in words. */
    skill?: string;
    roles?: readonly Readonly<{ number: number; name: string; fewest: number; most: number }>[];
    insurance?: string;
    riskNotice?: string;
  }
>;

export function shiftView(shift: ShiftWithPlaces, now: Instant, skills: SkillWords): ShiftView {
  const { id, activityId, title, startsAt, endsAt, places, freePlaces, place, neededSkill } = shift;
  const phase = phaseOf(shift, now);
  return {
    ...{ id, activityId, title, startsAt, endsAt, places, freePlaces },
    placeName: place.name,
    where: placeInWords(place),
    phase,
    isCodeOn: phase === 'on' || (phase === 'over' && decideCheckOut({ shift, now }).kind === 'allowed'),
    ...(shift.calledOff && { calledOff: shift.calledOff.words?.[getLocale()] ?? shift.calledOff.reason }),
    ...(neededSkill && { skill: skills.name(neededSkill) }),
    ...(shift.roles && { roles: shift.roles }),
    ...(shift.insurance && { insurance: shift.insurance }),
    ...(shift.riskNotice && { riskNotice: shift.riskNotice }),
  };
}
