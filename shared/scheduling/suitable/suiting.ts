import { metresBetween, type Point } from '../../kernel/coordinates.ts';
import { day, dayOf, type Instant, shiftBy } from '../../kernel/time.ts';
import { communityOf, type Scope, streetOf } from '../../organisation/scope.ts';
import type { FreeTime } from '../../people/free-times.ts';
import type { Skill } from '../../people/skills/skills.ts';
import type { ActivityKind } from '../shifts/activity-kinds.ts';
import type { ShiftRole } from '../shifts/shift-roles.ts';
import { mondayOfWeek, type TimeRange, weeksTouched } from '../weeks.ts';
import { freeIn, isFreeFor, partOf, type SaidTimes } from './free-week.ts';

/** What is known of somebody who looks for a shift. Where she is at home is where her community is, never where her phone is. */
export type Looker = Readonly<{
  home: Scope;
  /** The middle of her community, when it is known. */
  homePoint?: Point | undefined;
  teams: readonly Scope[];
  skills: readonly Skill[];
  /** When she is free; `undefined` when she never said. */
  said?: SaidTimes | undefined;
  /** What she would rather do, and when. */
  wishes?: Readonly<{ kinds: readonly ActivityKind[]; times: readonly FreeTime[] }> | undefined;
}>;

type Shift = TimeRange &
  Readonly<{
    teamScope: Scope;
    kind: ActivityKind;
    place: Point;
    neededSkill?: Skill | undefined;
    roles?: readonly ShiftRole[] | undefined;
  }>;

/** What speaks for a shift, or against it, for one person. */
export type Suiting = Readonly<{
  isOwnTeam: boolean;
  /** Whether its team is at home in her community, or in her street. */
  near?: 'community' | 'street' | undefined;
  /** From the middle of her community to where people meet, as the crow flies. */
  metres?: number | undefined;
  /** By what she said of her week; `undefined` when she said nothing. */
  isFreeThen?: boolean | undefined;
  /** Whether it asks for something that she can do and not everybody can. */
  asksForHerSkill: boolean;
  /** Whether it is of a kind, or at a time, that she named among her wishes. */
  isWished: boolean;
}>;

/** How a shift suits somebody. The rules of signing up are another matter: this only says what she would rather take. */
export function suitingOf(shift: Shift, looker: Looker): Suiting {
  const { home, homePoint, teams, skills, said, wishes } = looker;
  const part = partOf(shift);
  const asked = [shift.neededSkill, ...(shift.roles ?? []).flatMap((role) => role.skills)];
  return {
    isOwnTeam: teams.includes(shift.teamScope),
    near: nearness(shift.teamScope, home),
    metres: homePoint && Math.round(metresBetween(homePoint, shift.place) / 100) * 100,
    isFreeThen: said && saysSheIsFree(said, shift),
    asksForHerSkill: asked.some((skill) => skill !== undefined && skills.includes(skill)),
    isWished: wishes !== undefined && (wishes.kinds.includes(shift.kind) || (!!part && wishes.times.includes(part))),
  };
}

/** What each reason is worth beside the others (house): about what it is worth where a roster is worked out. */
const worth = { ownTeam: 20, community: 12, street: 4, wished: 8, skill: 8, kilometre: -1, day: -1 } as const;

/** How well a shift suits, in points: the more the better. A time at which she is not free comes behind everything else. */
export function suitingPoints(suiting: Suiting, startsAt: Instant, now: Instant): number {
  const { isOwnTeam, near, metres = 0, isFreeThen, asksForHerSkill, isWished } = suiting;
  const daysAhead = (Date.parse(startsAt) - Date.parse(now)) / day;
  return (
    (isFreeThen === false ? -1_000 : 0) +
    (isOwnTeam ? worth.ownTeam : 0) +
    (near ? worth[near] : 0) +
    (isWished ? worth.wished : 0) +
    (asksForHerSkill ? worth.skill : 0) +
    worth.kilometre * (metres / 1000) +
    worth.day * daysAhead
  );
}

function nearness(team: Scope, home: Scope): Suiting['near'] {
  const [there, street] = [communityOf(team), streetOf(team)];
  if (there !== undefined && there === communityOf(home)) return 'community';
  return street !== undefined && street === streetOf(home) ? 'street' : undefined;
}

/** Somebody who named days on which she is away, and no times, is only known not to be free on these. */
function saysSheIsFree(said: SaidTimes, shift: TimeRange): boolean | undefined {
  if (said.weekly.length > 0) return isFreeFor(freeAbout(shift, said), shift);
  // A shift lasts a day at most.
  const days = [dayOf(shift.startsAt), dayOf(shiftBy(shift.endsAt, -1))];
  return said.away.some(({ from, until }) => days.some((date) => from <= date && date <= until)) ? false : undefined;
}

function freeAbout({ startsAt, endsAt }: TimeRange, said: SaidTimes): TimeRange[] {
  return weeksTouched(startsAt, endsAt).flatMap((week) => freeIn(mondayOfWeek(week), said));
}
