import { randomFrom } from '@kaifong/functions/scheduling/roster/random.ts';
import type { MatchableRisk } from '@kaifong/shared/care/instruments/scoring.ts';
import type { WaitingRequest } from '@kaifong/shared/care/matching/batch.ts';
import type { Counsellor } from '@kaifong/shared/care/matching/eligibility.ts';
import { type People, peopleFrom } from './people.ts';

/**
 * A year of the service: who asks and when, for how long each would wait and be helped, and who is there to help. All of
 * it is drawn before anything is decided, so that every policy meets the same year.
 */
export type World = Readonly<{
  days: number;
  counsellors: readonly Counsellor[];
  /** In order of arrival. */
  arrivals: readonly Arrival[];
  /** Whether a counsellor takes no new case on that day of the year. */
  isAway: (counsellor: number, today: number) => boolean;
}>;

export type Arrival = Readonly<{
  /** Days since the beginning. */
  at: number;
  /** Days after which the person gives up waiting. */
  patience: number;
  /** Days from being assigned to the end of the case. */
  duration: number;
  request: WaitingRequest;
}>;

/** What a year is like (house, for the bench); times in days. There are more requests than places for them. */
export const year = {
  days: 52 * 7,
  counsellors: 60,
  arrivalsPerDay: 4,
  /** Fewest and most weekly sessions of a case. */
  sessions: [3, 8],
  /** Mean patience; exponential. */
  patience: { high: 30, moderate: 45, low: 60 } satisfies Record<MatchableRisk, number>,
  /** Weeks of examinations, when arrivals rise, and of Spring Festival, when that share of counsellors is away. */
  surge: { weeks: [23, 24, 25, 48, 49], factor: 1.6 },
  absence: { weeks: [6, 7], share: 0.4 },
} as const;

/** The same year for the same seed. */
export function makeWorld(seed: number, people: People): World {
  const make = peopleFrom(randomFrom(2 * seed), people);
  const random = randomFrom(2 * seed + 1);
  const counsellors = Array.from({ length: year.counsellors }, (_, index) => make.counsellor(index));
  const arrivals: Arrival[] = [];
  const most = year.arrivalsPerDay * year.surge.factor;
  for (let at = exponential(random, 1 / most); at < year.days; at += exponential(random, 1 / most)) {
    const isSurge = isInWeek(year.surge.weeks, at);
    if (!isSurge && random() >= 1 / year.surge.factor) continue;
    const request = make.request(arrivals.length, at);
    const [fewest, longest] = year.sessions;
    const duration = 7 * (fewest + Math.floor(random() * (longest - fewest + 1)));
    arrivals.push({ at, patience: exponential(random, year.patience[request.risk]), duration, request });
  }
  const leaves = new Set([...counsellors.keys()].filter(() => random() < year.absence.share));
  const isAway = (counsellor: number, today: number) => leaves.has(counsellor) && isInWeek(year.absence.weeks, today);
  return { days: year.days, counsellors, arrivals, isAway };
}

function isInWeek(weeks: readonly number[], today: number): boolean {
  return weeks.includes(Math.floor(today / 7));
}

export function exponential(random: () => number, mean: number): number {
  return -mean * Math.log(1 - random());
}
