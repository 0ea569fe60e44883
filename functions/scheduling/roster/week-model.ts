import { type Day, day as dayLength, dayOf, type Instant, instantAt, minute } from '@kaifong/shared/kernel/time.ts';
import { communityOf } from '@kaifong/shared/organisation/scope.ts';
import type { Skill } from '@kaifong/shared/people/skills/skills.ts';
import { type ActivityKind, activityKindCodes } from '@kaifong/shared/scheduling/shifts/activity-kinds.ts';
import { partOf } from '@kaifong/shared/scheduling/suitable/free-week.ts';
import type { ServingPreferences } from '@kaifong/shared/scheduling/suitable/preferences.ts';
import type { TimeRange } from '@kaifong/shared/scheduling/weeks.ts';
import { minutesOfDay, type RosterProblem, type RosterShift, type RosterVolunteer, reaches, rest } from './problem.ts';

/**
 * What is open in a role of a shift, of which some places are needed before it can be held. A shift without roles has one, without a
 * number, and all its places are needed.
 */
export type OpenRole = Readonly<{
  number?: number;
  name?: string;
  skills: readonly Skill[];
  places: number;
  needed: number;
}>;

/** A shift with places that nobody has. */
export type OpenShift = TimeRange &
  Readonly<{
    id: string;
    kind: ActivityKind;
    teamScope: string;
    neededSkill?: Skill | undefined;
    roles: readonly OpenRole[];
  }>;

export function openPlacesIn({ roles }: Pick<OpenShift, 'roles'>): number {
  return roles.reduce((sum, { places }) => sum + places, 0);
}

/** Somebody who could be asked. */
export type Candidate = Readonly<{
  id: string;
  /** The teams of the roster that she belongs to. */
  teams: readonly Readonly<{ scope: string; kind: ActivityKind }>[];
  community: string;
  skills: readonly Skill[];
  adultFrom: Day;
  /** What she has in and around the week, is being asked for, or is to be asked for as the leader decided. */
  agenda: readonly (TimeRange & Readonly<{ shiftId?: string }>)[];
  /** When she said that she is free; nobody is bound to say, and then all days count, but no night. */
  free?: readonly TimeRange[] | undefined;
  /** What she would rather be asked for. */
  wishes?: Pick<ServingPreferences, 'kinds' | 'times' | 'mostHours'> | undefined;
  /** Minutes that she served in the weeks before, all together. */
  minutesBefore: number;
  /** Shifts that she was asked for and did not want, or that the leader does not want her for. */
  notAsked: ReadonlySet<string>;
}>;

/**
 * A leader shall see hours spread: a second shift for one costs more than that another comes from the next community, and yet no
 * place stays empty for it (house).
 */
const unfairnessOfWeek = 6;

type Limits = Readonly<{ weeklyCapMinutes: number; fairWeeks: number }>;

/** A leader's week as the solver's problem, in the order of `shifts` and `candidates`; `monday` is its first day. */
export function rosterProblem(
  monday: Day,
  shifts: readonly OpenShift[],
  candidates: readonly Candidate[],
  limits: Limits,
): RosterProblem {
  const clock = clockFrom(monday);
  const skillsOf = ({ neededSkill }: OpenShift, { skills }: OpenRole) =>
    neededSkill === undefined ? skills : [neededSkill, ...skills];
  const bitsOf = skillBits(shifts.flatMap((shift) => shift.roles.flatMap((role) => skillsOf(shift, role))));
  const teams = [...new Set(shifts.map(({ teamScope }) => teamScope))];
  const communities = [
    ...new Set([...candidates.map(({ community }) => community), ...shifts.map(({ teamScope }) => homeOf(teamScope))]),
  ];
  const indexOfShift = new Map(shifts.map(({ id }, index) => [id, index]));
  return {
    unfairness: unfairnessOfWeek,
    communities: communities.map(() => ({ street: 0, x: 0, y: 0 })),
    shifts: shifts.map(
      (shift): RosterShift => ({
        community: communities.indexOf(homeOf(shift.teamScope)),
        kind: activityKindCodes.indexOf(shift.kind),
        startsAt: clock(shift.startsAt),
        endsAt: clock(shift.endsAt),
        priority: 1,
        reach: reaches.street,
        team: teams.indexOf(shift.teamScope),
        roles: shift.roles.map((role) => ({
          skills: bitsOf(skillsOf(shift, role)),
          fewest: Math.min(role.needed, role.places),
          most: role.places,
        })),
      }),
    ),
    volunteers: candidates.map((candidate): RosterVolunteer => {
      const week = { from: 0, to: 7 * minutesOfDay };
      const entries = candidate.agenda.map(({ startsAt, endsAt }) => ({ from: clock(startsAt), to: clock(endsAt) }));
      const inWeek = entries.filter(({ from }) => from >= week.from && from < week.to);
      const minutesTaken = inWeek.reduce((sum, { from, to }) => sum + to - from, 0);
      const ownMost = (candidate.wishes?.mostHours ?? Number.POSITIVE_INFINITY) * 60;
      return {
        community: communities.indexOf(candidate.community),
        team: teams.indexOf(candidate.teams[0]?.scope ?? ''),
        skills: bitsOf(candidate.skills),
        free: freeTimes(candidate, entries, clock),
        mostHours: Math.max(0, Math.min(limits.weeklyCapMinutes, ownMost) - minutesTaken) / 60,
        isOwnLimit: ownMost < limits.weeklyCapMinutes,
        mostNights: 2,
        pastHours: (candidate.minutesBefore / limits.fairWeeks + minutesTaken) / 60,
        liking: activityKindCodes.map((kind) => likingOf(candidate, kind)),
        notAsked: new Set([...candidate.notAsked].flatMap((id) => indexOfShift.get(id) ?? [])),
        serves: new Set(candidate.agenda.flatMap(({ shiftId = '' }) => indexOfShift.get(shiftId) ?? [])),
        busyDays: new Set(entries.map(({ from }) => Math.floor(from / minutesOfDay))),
      };
    }),
  };
}

/** What she says counts; of one who says nothing it is taken that she likes what her team is for. */
function likingOf({ teams, wishes }: Candidate, kind: ActivityKind): number {
  const isOwn = teams.some((team) => team.kind === kind);
  if (!wishes || wishes.kinds.length === 0) return isOwn ? 3 : 1;
  return wishes.kinds.some((wished) => wished === kind) ? 3 : isOwn ? 1 : 0;
}

/** Whether a shift begins in a part of the week that somebody named among her wishes, by their places in the lists. */
export function wishedTimes(
  shifts: readonly OpenShift[],
  candidates: readonly Candidate[],
): (candidate: number, shift: number) => boolean {
  const parts = shifts.map((shift) => partOf(shift));
  const wishes = candidates.map((candidate) => new Set(candidate.wishes?.times));
  return (candidate, shift) => {
    const part = parts[shift];
    return part !== undefined && wishes[candidate]?.has(part) === true;
  };
}

/** Her free times less the days on which she has something, its rest, and the nights of one who is not yet an adult. */
function freeTimes(
  { free, adultFrom }: Candidate,
  entries: readonly { from: number; to: number }[],
  clock: (instant: Instant) => number,
): [number, number][] {
  const days = [0, 1, 2, 3, 4, 5, 6];
  let times = (free ?? []).map(({ startsAt, endsAt }): [number, number] => [clock(startsAt), clock(endsAt)]);
  if (!free) times = days.map((day) => [day * minutesOfDay + 6 * 60, day * minutesOfDay + 23 * 60]);
  for (const { from, to } of entries) {
    const firstDay = Math.floor(from / minutesOfDay);
    const night = to > (firstDay + 1) * minutesOfDay;
    const began = firstDay * minutesOfDay;
    const over = Math.max(to + (night ? rest.afterNight : rest.between), began + minutesOfDay);
    times = without(times, began, over);
    times = without(times, from - rest.between, from);
  }
  for (const day of [-1, ...days])
    if (clock(instantAt(adultFrom, '00:00')) > day * minutesOfDay)
      times = without(times, day * minutesOfDay + 22 * 60, day * minutesOfDay + 30 * 60);
  return times;
}

function without(times: readonly [number, number][], from: number, to: number): [number, number][] {
  return times.flatMap(([begins, ends]): [number, number][] => {
    if (ends <= from || begins >= to) return [[begins, ends]];
    const pieces: [number, number][] = [
      [begins, from],
      [to, ends],
    ];
    return pieces.filter(([first, last]) => first < last);
  });
}

/** Minutes since the week began, in Liwan. */
function clockFrom(monday: Day): (instant: Instant) => number {
  const began = Date.parse(instantAt(monday, '00:00'));
  return (instant) => Math.round((Date.parse(instant) - began) / minute);
}

/** A bit for each skill that some shift of the week needs; others make no difference. */
function skillBits(needed: readonly Skill[]): (skills: readonly Skill[]) => number {
  const codes = [...new Set(needed)];
  if (codes.length > 31) throw new Error(`a week's roster asks for ${codes.length} skills, and 31 have room`);
  return (skills) => codes.reduce((bits, code, bit) => (skills.includes(code) ? bits | (1 << bit) : bits), 0);
}

/** The community of a team, or the place that it belongs to. */
function homeOf(teamScope: string): string {
  return communityOf(teamScope) ?? teamScope;
}

/** The first and the last day of a week. */
export function daysOfWeek(monday: Day): { first: Day; last: Day } {
  return { first: monday, last: dayOf(new Date(Date.parse(instantAt(monday, '12:00')) + 6 * dayLength).toISOString()) };
}
