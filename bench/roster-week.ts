import {
  type RosterCommunity,
  type RosterProblem,
  type RosterRole,
  type RosterShift,
  type RosterVolunteer,
  reaches,
} from '@kaifong/functions/scheduling/roster/problem.ts';
import { randomFrom } from '@kaifong/functions/scheduling/roster/random.ts';

/** How large a made week is. `free` is the share of volunteers with any free time, `wide` that of shifts open to the whole district. */
export type WeekSize = Readonly<{
  streets: number;
  communities: number;
  volunteers: number;
  shifts: number;
  places: number;
  free: number;
  wide: number;
}>;

/** Skills as bits, each with the share of volunteers who have it. */
const skill = { leader: 1, firstAid: 2, driver: 4, fire: 8, interpreter: 16, psychology: 32, crowd: 64, elderly: 128 };
const shareOfSkill = [0.13, 0.08, 0.1, 0.05, 0.025, 0.012, 0.06, 0.09];

type Extra = Readonly<{ skills: number; share: number; most?: number }>;
type Kind = Readonly<{
  weekday: number;
  weekend: number;
  /** Hours of the day. */
  starts: readonly number[];
  minutes: readonly number[];
  places: readonly [fewest: number, most: number];
  /** Places of which each asks for some skill, and how often the shift has them. */
  extras: readonly Extra[];
  isUrgent?: true;
}>;

const kinds: readonly Kind[] = [
  {
    weekday: 26,
    weekend: 26,
    starts: [8, 8, 9.5, 9.5, 14, 16, 18.5, 18.5, 20, 20],
    minutes: [90, 120, 150],
    places: [2, 3],
    extras: [
      { skills: skill.leader, share: 1 },
      { skills: skill.driver, share: 0.15 },
    ],
  },
  {
    weekday: 22,
    weekend: 20,
    starts: [6.5, 8, 12, 15, 18],
    minutes: [180, 240],
    places: [1, 2],
    extras: [{ skills: skill.fire, share: 0.08 }],
  },
  {
    weekday: 6,
    weekend: 16,
    starts: [8, 13, 17.5],
    minutes: [180, 240, 300],
    places: [5, 13],
    isUrgent: true,
    extras: [
      { skills: skill.leader, share: 1 },
      { skills: skill.firstAid, share: 0.7 },
      { skills: skill.crowd, share: 0.4, most: 2 },
      { skills: skill.interpreter, share: 0.15 },
    ],
  },
  { weekday: 12, weekend: 0, starts: [7, 15.5], minutes: [60, 90], places: [2, 2], extras: [] },
  { weekday: 12, weekend: 6, starts: [7, 17], minutes: [120], places: [2, 2], extras: [] },
  {
    weekday: 10,
    weekend: 12,
    starts: [8.5, 14],
    minutes: [120, 150],
    places: [3, 5],
    extras: [{ skills: skill.leader, share: 0.3 }],
  },
  {
    weekday: 8,
    weekend: 10,
    starts: [9, 14.5, 16],
    minutes: [90],
    places: [2, 2],
    extras: [
      { skills: skill.elderly, share: 0.3 },
      { skills: skill.psychology, share: 0.08 },
    ],
  },
  {
    weekday: 6,
    weekend: 6,
    starts: [22],
    minutes: [240, 360, 480],
    places: [2, 2],
    isUrgent: true,
    extras: [
      { skills: skill.leader, share: 1 },
      { skills: skill.fire, share: 0.3 },
    ],
  },
];

/** Retired, working, studying: how often each is free in the morning, the afternoon, the evening, and the night. */
const lives = [
  { share: 42, weekday: [0.34, 0.34, 0.18, 0.05], weekend: [0.34, 0.34, 0.18, 0.05] },
  { share: 38, weekday: [0.06, 0.04, 0.28, 0.04], weekend: [0.28, 0.3, 0.25, 0.06] },
  { share: 20, weekday: [0.03, 0.12, 0.15, 0.02], weekend: [0.3, 0.34, 0.2, 0.04] },
];
const partsOfDay = [
  [360, 720],
  [720, 1080],
  [1050, 1350],
  [1290, 1800],
] as const;
const hoursOfWeek = [
  { hours: 3, share: 10 },
  { hours: 4, share: 18 },
  { hours: 6, share: 32 },
  { hours: 8, share: 20 },
  { hours: 10, share: 12 },
  { hours: 12, share: 8 },
];

/** Makes a week that looks like one in Liwan, always the same of a seed. */
export function makeWeek(size: WeekSize, seed: number): RosterProblem {
  const random = randomFrom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const weighted = <Item>(items: readonly Item[], weight: (item: Item) => number): Item => {
    let left = random() * items.reduce((sum, item) => sum + weight(item), 0);
    for (const item of items) {
      left -= weight(item);
      if (left < 0) return item;
    }
    return items.at(-1) as Item;
  };

  const communities = Array.from({ length: size.communities }, (_, index): RosterCommunity & { people: number } => {
    const street = index < size.streets ? index : below(size.streets);
    return {
      street,
      x: random() * 3 + (street % 5) * 3,
      y: random() * 3 + Math.floor(street / 5) * 3,
      people: 0.5 + random(),
    };
  });
  const places = communities.map((community, index) => ({ index, people: community.people }));
  const somewhere = () => weighted(places, ({ people }) => people).index;
  let teams = 0;
  const teamsOf = communities.map(() =>
    Array.from({ length: 3 + below(4) }, () => ({
      team: teams++,
      kind: kinds.indexOf(weighted(kinds, ({ weekday }) => weekday)),
    })),
  );

  const volunteers = Array.from({ length: size.volunteers }, (): RosterVolunteer => {
    const community = somewhere();
    const own = oneOf(teamsOf[community] ?? []);
    return {
      community,
      team: own.team,
      skills: shareOfSkill.reduce((bits, share, bit) => (random() < share ? bits | (1 << bit) : bits), 0),
      free: random() < size.free ? freeTimes() : [],
      mostHours: weighted(hoursOfWeek, ({ share }) => share).hours,
      mostNights: 2,
      pastHours: Math.min(16, Math.round(-Math.log(1 - random()) * 32) / 10),
      liking: kinds.map((_, kind) =>
        kind === own.kind ? 3 : weighted([0, 1, 2], (liking) => [35, 40, 25][liking] ?? 0),
      ),
    };
  });

  function freeTimes(): [number, number][] {
    const life = weighted(lives, ({ share }) => share);
    const times: [number, number][] = [];
    for (let day = 0; day < 7; day++)
      for (const [part, [from, to]] of partsOfDay.entries()) {
        if (random() >= ((day < 5 ? life.weekday : life.weekend)[part] ?? 0)) continue;
        const begins = day * 1440 + from + below(3) * 30;
        const ends = day * 1440 + to - below(3) * 30;
        const last = times.at(-1);
        if (last && begins <= last[1] + 60) last[1] = Math.max(last[1], ends);
        else times.push([begins, ends]);
      }
    return times;
  }

  const drafts = Array.from({ length: size.shifts }, () => {
    const day = below(7);
    const kind = weighted(kinds, ({ weekday, weekend }) => (day < 5 ? weekday : weekend));
    return { day, kind, community: somewhere(), places: kind.places[0] + below(kind.places[1] - kind.places[0] + 1) };
  });
  for (let sum = drafts.reduce((total, draft) => total + draft.places, 0); sum !== size.places; ) {
    const draft = oneOf(drafts);
    if (sum > size.places && drafts.every((each) => each.places === 1)) break;
    if (sum > size.places && draft.places === 1) continue;
    const change = Math.sign(size.places - sum);
    draft.places += change;
    sum += change;
  }

  const shifts = drafts.map(({ day, kind, community, places: wanted }): RosterShift => {
    const startsAt = day * 1440 + oneOf(kind.starts) * 60;
    const owners = (teamsOf[community] ?? []).filter((team) => kinds[team.kind] === kind);
    const small = random() < 0.35 && wanted <= 6;
    return {
      community,
      kind: kinds.indexOf(kind),
      startsAt,
      endsAt: startsAt + oneOf(kind.minutes),
      priority: kind.isUrgent ? 2 : weighted([1, 2, 3], (priority) => [70, 25, 5][priority - 1] ?? 0),
      reach: random() < size.wide ? reaches.district : small ? reaches.community : reaches.street,
      team: random() < 0.25 ? (owners[0]?.team ?? -1) : -1,
      roles: rolesOf(kind, wanted),
    };
  });

  function rolesOf(kind: Kind, wanted: number): RosterRole[] {
    const roles: RosterRole[] = [];
    let left = wanted;
    for (const { skills, share, most = 1 } of kind.extras) {
      const count = Math.min(1 + below(most), left - (roles.length ? 0 : 1));
      if (count < 1 || random() >= share) continue;
      roles.push({ skills, fewest: count, most: count });
      left -= count;
    }
    if (left > 0)
      roles.push({
        skills: 0,
        fewest: Math.max(roles.length ? 0 : 1, Math.ceil(left * (0.5 + 0.3 * random()))),
        most: left,
      });
    return roles;
  }

  return { communities, volunteers, shifts };
}
