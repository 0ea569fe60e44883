import { type Day, day, dayOf, hour, type Instant, instantAt, minute, shiftBy, toInstant } from '../kernel/time.ts';
import type { TeamKind } from '../organisation/team-kinds.ts';
import type { Skill } from '../people/skills/skills.ts';
import type { ShiftState } from '../scheduling/rules.ts';
import type { ShiftRole } from '../scheduling/shifts/shift-roles.ts';
import type { TimeRange } from '../scheduling/weeks.ts';
import { oneOf, seededRandom, seedFor, upTo } from './random.ts';
import type { DemoTeam } from './teams.ts';
import { type DemoVolunteer, skillOfKind } from './volunteers.ts';

/** Who is signed up, and what she has done so far: both times for a shift that is over, the first for one that runs. */
export type DemoSignUp = Readonly<{ serial: number; checkedInAt?: Instant; checkedOutAt?: Instant }>;

export type DemoShift = TimeRange &
  Readonly<{
    state: ShiftState;
    places: number;
    neededSkill?: Skill;
    roles?: readonly ShiftRole[];
    signUps: readonly DemoSignUp[];
  }>;

export type DemoActivity = Readonly<{
  title: string;
  team: DemoTeam;
  place: Readonly<{ name: string; lng: number; lat: number }>;
  shifts: readonly DemoShift[];
}>;

type Plan = Readonly<{ title: string; place: string; from: string; hours: number; asksForSkill: boolean }>;

/** What a team of each kind does; `{}` is its community. */
const plans: Record<TeamKind, Plan> = {
  patrol: { title: '{}街巷平安巡逻', place: '{}党群服务站', from: '19:30', hours: 2, asksForSkill: false },
  cyclingPatrol: { title: '{}骑行巡逻', place: '{}驿站', from: '19:00', hours: 2, asksForSkill: true },
  psychologicalSupport: { title: '{}倾听角', place: '{}心理咨询室', from: '14:00', hours: 3, asksForSkill: true },
  eventStewarding: { title: '{}文体活动秩序维护', place: '{}文化广场', from: '14:00', hours: 3, asksForSkill: true },
  elderVisits: { title: '{}独居长者探访', place: '{}颐康服务站', from: '09:00', hours: 2, asksForSkill: false },
  trio: { title: '{}入户走访', place: '{}网格工作室', from: '09:30', hours: 2, asksForSkill: false },
  environment: { title: '{}河涌与街巷清洁', place: '{}口袋公园', from: '08:30', hours: 2, asksForSkill: false },
  culture: { title: '{}西关文化导览', place: '{}骑楼街入口', from: '10:00', hours: 2, asksForSkill: false },
};

/**
 * One activity for a team: shifts on two days of last week, today, and on two days of next week. `members` are the
 * people of the team, its leader first. Nobody is signed up twice at the same time, and no shift has more people than
 * places.
 *
 * The first team has two shifts around this very moment, so that a demo works at any hour: one runs and ends at the
 * next half hour, and one begins then, for which check-in is already open. It also has one with roles, of which first aid is
 * still empty.
 */
export function demoActivity(
  world: { seed: number; now: Instant },
  team: DemoTeam,
  members: readonly DemoVolunteer[],
): DemoActivity {
  const random = seededRandom(seedFor(world.seed, 'activity', team.index));
  const plan = plans[team.kind];
  const where = team.community.name['zh-Hans'].replace('社区', '');
  const neededSkill = plan.asksForSkill ? skillOfKind[team.kind] : undefined;
  const able = members.filter(
    ({ state, skills }) => state === 'active' && (!neededSkill || skills.includes(neededSkill)),
  );

  const shifts = timesOf(world.now, team, plan).map((time): DemoShift => {
    const places = 6 + upTo(random, 7);
    const isFull = time.startsAt > shiftBy(world.now, 5 * day) && team.index % 10 === 3;
    const share = isFull ? 1 : oneOf(random, [0.3, 0.5, 0.7]);
    // The plain member with a demo account, who comes second, keeps the days to come free for trying out.
    const candidates = time.startsAt > world.now ? able.filter((_, place) => team.index !== 0 || place !== 1) : able;
    const signUps = candidates.slice(0, Math.max(2, Math.floor(places * share))).map(({ serial }, place) => {
      const attendance = attendanceOf(time, world.now, upTo(random, 5));
      // Of a shift that is on, one in five is late; the people with demo accounts, who come first, are there.
      return { serial, ...(time.endsAt > world.now && place % 5 === 2 ? {} : attendance) };
    });
    return {
      ...time,
      state: time.endsAt <= world.now ? 'finished' : 'open',
      places,
      ...(neededSkill ? { neededSkill } : {}),
      signUps,
    };
  });

  return {
    title: plan.title.replace('{}', where),
    team,
    place: { name: plan.place.replace('{}', where), ...team.community.centre },
    shifts: team.index === 0 ? [...shifts, shiftWithRoles(world.now, plan, able)] : shifts,
  };
}

const patrolRoles: readonly ShiftRole[] = [
  { number: 1, name: '带队', skills: [], fewest: 1, most: 1 },
  { number: 2, name: '巡查', skills: [], fewest: 2, most: 3 },
  { number: 3, name: '急救', skills: ['firstAid'], fewest: 1, most: 1 },
];

/** The leader leads, and one of two who are needed to look around has signed up. Places are taken in the order of the roles. */
function shiftWithRoles(now: Instant, plan: Plan, members: readonly DemoVolunteer[]): DemoShift {
  const startsAt = instantAt(addDays(dayOf(now), 6), plan.from);
  const signUps = members.filter((_, place) => place !== 1).slice(0, 2);
  return {
    ...{ startsAt, endsAt: shiftBy(startsAt, plan.hours * hour), state: 'open', places: 5, roles: patrolRoles },
    signUps: signUps.map(({ serial }) => ({ serial })),
  };
}

function timesOf(now: Instant, team: DemoTeam, plan: Plan): TimeRange[] {
  const today = dayOf(now);
  const onDay = (offset: number): TimeRange => {
    const startsAt = instantAt(addDays(today, offset), plan.from);
    return { startsAt, endsAt: shiftBy(startsAt, plan.hours * hour) };
  };
  const around = team.index % 3;
  const halfHour = toInstant(Math.floor(Date.parse(now) / (30 * minute)) * 30 * minute);
  const aroundNow = [
    { startsAt: shiftBy(halfHour, -90 * minute), endsAt: shiftBy(halfHour, 30 * minute) },
    { startsAt: shiftBy(halfHour, 30 * minute), endsAt: shiftBy(halfHour, 150 * minute) },
  ];
  return [onDay(-7 + around), onDay(-3), ...(team.index === 0 ? aroundNow : [onDay(0)]), onDay(3 + around), onDay(7)];
}

function attendanceOf(time: TimeRange, now: Instant, minutesLate: number): Omit<DemoSignUp, 'serial'> {
  if (time.startsAt > now) return {};
  const arrives = shiftBy(time.startsAt, minutesLate * minute);
  if (arrives > now) return {};
  return time.endsAt > now ? { checkedInAt: arrives } : { checkedInAt: arrives, checkedOutAt: time.endsAt };
}

function addDays(date: Day, days: number): Day {
  return toInstant(Date.parse(`${date}T00:00:00.000Z`) + days * day).slice(0, 10);
}
