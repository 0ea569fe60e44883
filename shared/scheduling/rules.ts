import { type Day, dayOf, hour, type Instant, minute } from '../kernel/time.ts';
import { ageOn } from '../people/document.ts';
import type { Skill } from '../people/skills.ts';
import type { VolunteerState } from '../people/volunteer-state.ts';
import { touchesNight } from './night.ts';
import { type TimeRange, type Week, weekRanges } from './weeks.ts';

/** `draft` is seen by its team only; `open` takes sign-ups; `finished` has its attendance confirmed. */
export const shiftStates = ['draft', 'open', 'finished', 'cancelled'] as const;

export type ShiftState = (typeof shiftStates)[number];

/** One shift that a volunteer is signed up for. */
export type AgendaEntry = TimeRange & Readonly<{ shiftId: string; title: string }>;

export type SignUpRequest = Readonly<{
  volunteer: Readonly<{ state: VolunteerState; skills: readonly Skill[]; birthDate: Day }>;
  shift: TimeRange &
    Readonly<{
      id: string;
      state: ShiftState;
      neededSkill?: Skill | undefined;
      signUpClosesAt?: Instant | undefined;
    }>;
  /** What she is signed up for in the weeks that the shift touches; an entry that two weeks hold may be here twice. */
  agenda: readonly AgendaEntry[];
  /** Most minutes of shifts in one week, a setting. */
  weeklyCapMinutes: number;
  now: Instant;
}>;

export type SignUpDecision =
  | { kind: 'allowed' }
  | { kind: 'notActive'; state: VolunteerState }
  | { kind: 'alreadySignedUp' }
  | { kind: 'shiftNotOpen'; state: ShiftState; closedAt?: Instant }
  | { kind: 'alreadyStarted'; startedAt: Instant }
  | { kind: 'skillMissing'; skill: Skill }
  | { kind: 'minorAtNight'; age: number }
  | { kind: 'overlaps'; with: AgendaEntry }
  | { kind: 'weeklyCap'; week: Week; minutes: number; capMinutes: number };

/**
 * Whether a volunteer may sign up for a shift; whether a place is free is for the transaction to find out.
 *
 * Sources: skill and age must fit the task, and nobody is assigned beyond them (志愿服务条例 arts. 12–25); no minor under 18
 * at night and a weekly cap (house). Of several reasons the one is told that the volunteer can least change.
 */
export function decideSignUp({ volunteer, shift, agenda, weeklyCapMinutes, now }: SignUpRequest): SignUpDecision {
  if (volunteer.state !== 'active') return { kind: 'notActive', state: volunteer.state };
  if (agenda.some((entry) => entry.shiftId === shift.id)) return { kind: 'alreadySignedUp' };
  if (shift.state !== 'open') return { kind: 'shiftNotOpen', state: shift.state };
  if (now >= shift.startsAt) return { kind: 'alreadyStarted', startedAt: shift.startsAt };
  if (shift.signUpClosesAt !== undefined && now >= shift.signUpClosesAt)
    return { kind: 'shiftNotOpen', state: shift.state, closedAt: shift.signUpClosesAt };
  if (shift.neededSkill !== undefined && !volunteer.skills.includes(shift.neededSkill))
    return { kind: 'skillMissing', skill: shift.neededSkill };

  const age = ageOn(volunteer.birthDate, dayOf(shift.startsAt));
  if (age < 18 && touchesNight(shift)) return { kind: 'minorAtNight', age };

  const clash = agenda.find((entry) => overlap(entry, shift));
  if (clash) return { kind: 'overlaps', with: clash };

  const served = new Map([...agenda, { ...shift, shiftId: shift.id }].map((entry) => [entry.shiftId, entry]));
  for (const week of weekRanges(shift.startsAt, shift.endsAt)) {
    const minutes = [...served.values()].reduce((total, entry) => total + minutesWithin(entry, week), 0);
    if (minutes > weeklyCapMinutes)
      return { kind: 'weeklyCap', week: week.week, minutes, capMinutes: weeklyCapMinutes };
  }
  return { kind: 'allowed' };
}

/** Whether two times share a moment. One that begins as the other ends does not. */
export function overlap(one: TimeRange, other: TimeRange): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

function minutesWithin(time: TimeRange, bounds: TimeRange): number {
  const start = Math.max(Date.parse(time.startsAt), Date.parse(bounds.startsAt));
  const end = Math.min(Date.parse(time.endsAt), Date.parse(bounds.endsAt));
  return Math.max(0, Math.round((end - start) / minute));
}

/** Bounds of a new shift. */
export const newShiftLimits = { longestHours: 24, fewestPlaces: 1, mostPlaces: 200 } as const;

export type NewShiftDecision =
  | { kind: 'allowed' }
  | { kind: 'titleSaysBackEntry' }
  | { kind: 'notInFuture' }
  | { kind: 'endsBeforeStart' }
  | { kind: 'tooLong'; longestHours: number }
  | { kind: 'placesOutOfRange'; fewest: number; most: number };

/**
 * Whether a shift may be made. Only the future can be announced, and hours that were served already go through the
 * back-entry procedure, never through a shift that is named after it (i志愿).
 */
export function checkNewShift(
  shift: TimeRange & Readonly<{ title: string; places: number; now: Instant }>,
): NewShiftDecision {
  const { longestHours, fewestPlaces, mostPlaces } = newShiftLimits;
  if (/补录|補錄/.test(shift.title.replace(/[\s\p{P}]/gu, ''))) return { kind: 'titleSaysBackEntry' };
  if (shift.startsAt <= shift.now) return { kind: 'notInFuture' };
  if (shift.endsAt <= shift.startsAt) return { kind: 'endsBeforeStart' };
  if (Date.parse(shift.endsAt) - Date.parse(shift.startsAt) > longestHours * hour)
    return { kind: 'tooLong', longestHours };
  if (!Number.isInteger(shift.places) || shift.places < fewestPlaces || shift.places > mostPlaces)
    return { kind: 'placesOutOfRange', fewest: fewestPlaces, most: mostPlaces };
  return { kind: 'allowed' };
}
