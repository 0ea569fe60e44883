import { type Day, dayOf, hour, type Instant, minute } from '../kernel/time.ts';
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
  /** `adultFrom` is the day on which she turns 18. */
  volunteer: Readonly<{ state: VolunteerState; skills: readonly Skill[]; adultFrom: Day }>;
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
  | { kind: 'shiftNotOpen'; state: ShiftState }
  | { kind: 'signUpClosed'; closedAt: Instant }
  | { kind: 'alreadyStarted'; startedAt: Instant }
  | { kind: 'skillMissing'; skill: Skill }
  | { kind: 'minorAtNight'; adultFrom: Day }
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
  if (now >= signUpEndsAt(shift)) return { kind: 'signUpClosed', closedAt: signUpEndsAt(shift) };
  if (shift.neededSkill !== undefined && !volunteer.skills.includes(shift.neededSkill))
    return { kind: 'skillMissing', skill: shift.neededSkill };

  if (dayOf(shift.startsAt) < volunteer.adultFrom && touchesNight(shift))
    return { kind: 'minorAtNight', adultFrom: volunteer.adultFrom };

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

/** When the last moment to sign up has gone: as the shift begins, or earlier when its team says so. */
export function signUpEndsAt({
  startsAt,
  signUpClosesAt,
}: Readonly<{ startsAt: Instant; signUpClosesAt?: Instant | undefined }>): Instant {
  return signUpClosesAt !== undefined && signUpClosesAt < startsAt ? signUpClosesAt : startsAt;
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
  | { kind: 'closesAfterStart' }
  | { kind: 'placesOutOfRange'; fewest: number; most: number };

/** Whether a title names a back-entry (补录), also in disguise. */
export function saysBackEntry(title: string): boolean {
  return /补录|補錄/.test(title.replace(/[\s\p{P}]/gu, ''));
}

/**
 * Whether a shift may be made. Only the future can be announced, and hours that were served already go through the
 * back-entry procedure, never through a shift that is named after it (i志愿).
 */
export function checkNewShift(
  shift: TimeRange & Readonly<{ title: string; places: number; signUpClosesAt?: Instant | undefined; now: Instant }>,
): NewShiftDecision {
  const { longestHours, fewestPlaces, mostPlaces } = newShiftLimits;
  if (saysBackEntry(shift.title)) return { kind: 'titleSaysBackEntry' };
  if (shift.startsAt <= shift.now) return { kind: 'notInFuture' };
  if (shift.endsAt <= shift.startsAt) return { kind: 'endsBeforeStart' };
  if (Date.parse(shift.endsAt) - Date.parse(shift.startsAt) > longestHours * hour)
    return { kind: 'tooLong', longestHours };
  if (shift.signUpClosesAt !== undefined && shift.signUpClosesAt > shift.startsAt) return { kind: 'closesAfterStart' };
  if (!Number.isInteger(shift.places) || shift.places < fewestPlaces || shift.places > mostPlaces)
    return { kind: 'placesOutOfRange', fewest: fewestPlaces, most: mostPlaces };
  return { kind: 'allowed' };
}
