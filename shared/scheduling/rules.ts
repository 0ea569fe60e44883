import { type Day, dayOf, hour, type Instant, shiftBy } from '../kernel/time.ts';
import type { Skill } from '../people/skills/skills.ts';
import type { VolunteerState } from '../people/volunteer-state.ts';
import { schedulingSettings } from './settings.ts';
import { type DayLoad, loadOfDays, minutesWithin, restMissing } from './shifts/exertion.ts';
import { touchesNight } from './shifts/night.ts';
import type { RiskLevel } from './shifts/risk.ts';
import { checkRoles, type RoleFault, rolesOpenTo, type ShiftRole } from './shifts/shift-roles.ts';
import { modeAt, type SignUpWay } from './sign-up/sign-up-modes.ts';
import { type TimeRange, type Week, weekRanges } from './weeks.ts';

/** `draft` is seen by its team only; `open` takes sign-ups; `finished` has its attendance confirmed. */
export const shiftStates = ['draft', 'open', 'finished', 'cancelled'] as const;

export type ShiftState = (typeof shiftStates)[number];

/** One shift that a volunteer is signed up for. */
export type AgendaEntry = TimeRange & Readonly<{ shiftId: string; title: string }>;

export type SignUpRequest = Readonly<{
  /** `adultFrom` is the day on which she turns 18. */
  volunteer: Readonly<{ id?: string | undefined; state: VolunteerState; skills: readonly Skill[]; adultFrom: Day }>;
  shift: TimeRange &
    SignUpWay &
    Readonly<{
      id: string;
      state: ShiftState;
      neededSkill?: Skill | undefined;
      roles?: readonly ShiftRole[] | undefined;
      risk?: RiskLevel | undefined;
      signUpClosesAt?: Instant | undefined;
      /** Whom it helps, who cannot be the one who helps. */
      helps?: string | undefined;
    }>;
  /** What she is signed up for in the weeks that the shift touches; an entry that two weeks hold may be here twice. */
  agenda: readonly AgendaEntry[];
  /** Most minutes of shifts in one week, a setting. */
  weeklyCapMinutes: number;
  /** Most minutes on one day without a leader who says that it is all right, a setting. */
  dayCapMinutes?: number;
  /** Least minutes between a night shift and the next, a setting. */
  restMinutes?: number;
  /** The number of the role that she asks for; any that she can serve in when she does not say. */
  role?: number | undefined;
  /** Whether she belongs to the team, which matters while the team comes first. */
  isMember?: boolean;
  /** Whether the leader asked her by name, which also approves of a long day. */
  isInvited?: boolean;
  now: Instant;
}>;

export type SignUpDecision =
  | { kind: 'allowed' }
  | { kind: 'notActive'; state: VolunteerState }
  | { kind: 'alreadySignedUp' }
  | { kind: 'ownHelp' }
  | { kind: 'shiftNotOpen'; state: ShiftState }
  | { kind: 'signUpClosed'; closedAt: Instant }
  | { kind: 'alreadyStarted'; startedAt: Instant }
  | { kind: 'roleUnknown' }
  | { kind: 'skillMissing'; skill: Skill }
  | { kind: 'minorAtNight'; adultFrom: Day }
  | { kind: 'minorAtRisk'; adultFrom: Day }
  | { kind: 'teamFirst'; until?: Instant | undefined }
  | { kind: 'byInvitation' }
  | { kind: 'byAssignment' }
  | { kind: 'overlaps'; with: AgendaEntry }
  | { kind: 'tooLittleRest'; with: AgendaEntry; restMinutes: number }
  | ({ kind: 'dayCap'; capMinutes: number } & DayLoad)
  | { kind: 'weeklyCap'; week: Week; minutes: number; capMinutes: number };

/**
 * Whether a volunteer may sign up for a shift; whether a place is free is for the transaction to find out.
 *
 * Sources: skill and age must fit the task, and nobody is assigned beyond them (志愿服务条例 arts. 12–25); no minor under 18
 * at night or where the risk is high, rest after a night, caps of the day and the week (house; the day's after i志愿). Of several reasons the one is told that the volunteer can least change.
 */
export function decideSignUp(request: SignUpRequest): SignUpDecision {
  const { volunteer, shift, agenda, weeklyCapMinutes, now } = request;
  const { dayCapMinutes = schedulingSettings.dayCapMinutes, restMinutes = schedulingSettings.restMinutes } = request;
  if (volunteer.state !== 'active') return { kind: 'notActive', state: volunteer.state };
  if (agenda.some((entry) => entry.shiftId === shift.id)) return { kind: 'alreadySignedUp' };
  if (shift.helps !== undefined && shift.helps === volunteer.id) return { kind: 'ownHelp' };
  if (shift.state !== 'open') return { kind: 'shiftNotOpen', state: shift.state };
  if (now >= shift.startsAt) return { kind: 'alreadyStarted', startedAt: shift.startsAt };
  if (now >= signUpEndsAt(shift)) return { kind: 'signUpClosed', closedAt: signUpEndsAt(shift) };
  const unskilled = skillObstacle(request);
  if (unskilled) return unskilled;

  if (dayOf(shift.startsAt) < volunteer.adultFrom) {
    if (touchesNight(shift)) return { kind: 'minorAtNight', adultFrom: volunteer.adultFrom };
    if (shift.risk === 'high') return { kind: 'minorAtRisk', adultFrom: volunteer.adultFrom };
  }
  const uninvited = modeObstacle(request);
  if (uninvited) return uninvited;

  const clash = agenda.find((entry) => overlap(entry, shift));
  if (clash) return { kind: 'overlaps', with: clash };
  const tiring = agenda.find((entry) => restMissing(entry, shift, restMinutes));
  if (tiring) return { kind: 'tooLittleRest', with: tiring, restMinutes };

  const served = new Map([...agenda, { ...shift, shiftId: shift.id }].map((entry) => [entry.shiftId, entry]));
  const longDay = loadOfDays([...served.values()], shift).find(({ minutes }) => minutes > dayCapMinutes);
  if (longDay && !request.isInvited) return { kind: 'dayCap', capMinutes: dayCapMinutes, ...longDay };
  for (const week of weekRanges(shift.startsAt, shift.endsAt)) {
    const minutes = [...served.values()].reduce((total, entry) => total + minutesWithin(entry, week), 0);
    if (minutes > weeklyCapMinutes)
      return { kind: 'weeklyCap', week: week.week, minutes, capMinutes: weeklyCapMinutes };
  }
  return { kind: 'allowed' };
}

function skillObstacle({ volunteer, shift, role }: SignUpRequest): SignUpDecision | undefined {
  const missing = (needed: readonly Skill[]) => needed.find((skill) => !volunteer.skills.includes(skill));
  const always = shift.neededSkill === undefined ? undefined : missing([shift.neededSkill]);
  if (always !== undefined) return { kind: 'skillMissing', skill: always };
  if (shift.roles === undefined) return role === undefined ? undefined : { kind: 'roleUnknown' };
  const wanted = role === undefined ? shift.roles : shift.roles.filter(({ number }) => number === role);
  const [first] = wanted;
  if (!first) return { kind: 'roleUnknown' };
  if (rolesOpenTo(wanted, volunteer.skills).length > 0) return undefined;
  const skill = missing(first.skills);
  return skill === undefined ? undefined : { kind: 'skillMissing', skill };
}

function modeObstacle({ shift, isMember, isInvited, now }: SignUpRequest): SignUpDecision | undefined {
  if (isInvited) return undefined;
  switch (modeAt(shift, now)) {
    case 'open':
      return undefined;
    case 'teamFirst':
      return isMember ? undefined : { kind: 'teamFirst', until: shift.teamFirstUntil };
    case 'invitation':
      return { kind: 'byInvitation' };
    case 'assigned':
      return { kind: 'byAssignment' };
  }
}

/** When the last moment to sign up has gone: as the shift begins, or earlier when its team says so. */
export function signUpEndsAt({
  startsAt,
  signUpClosesAt,
}: Readonly<{ startsAt: Instant; signUpClosesAt?: Instant | undefined }>): Instant {
  return signUpClosesAt !== undefined && signUpClosesAt < startsAt ? signUpClosesAt : startsAt;
}

/** Whether a place is given back so late that the leader must know why. */
export function isLateToCancel({ startsAt }: Readonly<{ startsAt: Instant }>, now: Instant): boolean {
  return now > shiftBy(startsAt, -schedulingSettings.lateCancellationHours * hour);
}

/** Whether two times share a moment. One that begins as the other ends does not. */
export function overlap(one: TimeRange, other: TimeRange): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
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
  | { kind: 'placesOutOfRange'; fewest: number; most: number }
  | { kind: 'rolesUnsound'; faults: readonly RoleFault[] }
  | { kind: 'rolesDiffer'; sum: number }
  | { kind: 'teamFirstWithoutEnd' }
  | { kind: 'teamFirstTooLong' };

/** Whether a title names a back-entry (补录), also in disguise. */
export function saysBackEntry(title: string): boolean {
  return /补录|補錄/.test(title.replace(/[\s\p{P}]/gu, ''));
}

/**
 * Whether a shift may be made. Only the future can be announced, and hours that were served already go through the
 * back-entry procedure, never through a shift that is named after it (i志愿).
 */
export function checkNewShift(
  shift: TimeRange &
    SignUpWay &
    Readonly<{
      title: string;
      places: number;
      roles?: readonly ShiftRole[] | undefined;
      signUpClosesAt?: Instant | undefined;
      now: Instant;
    }>,
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
  return checkStaffing(shift) ?? checkMode(shift) ?? { kind: 'allowed' };
}

/** Whether the roles are sound and their places are all of the places. */
export function checkStaffing({
  places,
  roles,
}: Readonly<{ places: number; roles?: readonly ShiftRole[] | undefined }>): NewShiftDecision | undefined {
  if (roles === undefined) return undefined;
  const faults = checkRoles(roles);
  if (faults.length > 0) return { kind: 'rolesUnsound', faults };
  const sum = roles.reduce((total, { most }) => total + most, 0);
  return sum === places ? undefined : { kind: 'rolesDiffer', sum };
}

/** Whether it is said until when the team comes first, and others still have time after that. */
export function checkMode(
  shift: SignUpWay & Readonly<{ startsAt: Instant; signUpClosesAt?: Instant | undefined }>,
): NewShiftDecision | undefined {
  if (shift.mode !== 'teamFirst') return undefined;
  if (shift.teamFirstUntil === undefined) return { kind: 'teamFirstWithoutEnd' };
  return shift.teamFirstUntil > signUpEndsAt(shift) ? { kind: 'teamFirstTooLong' } : undefined;
}
