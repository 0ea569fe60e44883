import { randomFrom } from '@kaifong/functions/scheduling/roster/random.ts';
import { matchingSettings, suggestionOf } from '@kaifong/shared/care/instruments/scoring.ts';
import { type Counsellor, sessionMinutes } from '@kaifong/shared/care/matching/eligibility.ts';
import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { epoch } from './people.ts';
import { type Policy, withOneMore } from './policies.ts';
import type { Arrival, World } from './world.ts';

/** What became of one request. Days; `fit` and `topicShare` from 0 to 1. */
export type Outcome = Readonly<{
  arrival: Arrival;
  assigned?: Readonly<{ waited: number; counsellorId: string; fit: number; topicShare: number }>;
}>;

/**
 * A year under a policy, which decides at the end of every day, so that "within a day" means at the first decision after
 * somebody asked. A place is free again when a case ends. What the seed draws beyond the world is the lots of policies.
 */
export function simulate(world: World, policy: Policy, seed: number): Outcome[] {
  const lots = randomFrom(1_000_003 + seed);
  const counsellors: Counsellor[] = [...world.counsellors];
  const placeOf = new Map(counsellors.map(({ id }, place) => [id, place]));
  const open: { place: number; endsAt: number }[] = [];
  const outcomes = new Map<string, Outcome>(world.arrivals.map((arrival) => [arrival.request.id, { arrival }]));
  let waiting: Arrival[] = [];
  let arrived = 0;

  for (let today = 1; today <= world.days; today++) {
    for (let next = world.arrivals[arrived]; next && next.at < today; next = world.arrivals[++arrived])
      waiting.push(next);
    waiting = waiting.filter(({ at, patience }) => at + patience > today);
    for (const { place } of takenWhere(open, ({ endsAt }) => endsAt <= today))
      counsellors[place] = withOneLess(counsellors[place] as Counsellor);

    const now = shiftBy(epoch, today * day);
    const present = counsellors.map((counsellor, place) =>
      world.isAway(place, today) ? { ...counsellor, paused: true } : counsellor,
    );
    const requests = waiting.map(({ request }) => request);
    for (const { requestId, counsellorId } of policy(requests, present, now, lots)) {
      const { arrival } = outcomes.get(requestId) as Outcome;
      const place = placeOf.get(counsellorId) as number;
      const counsellor = counsellors[place] as Counsellor;
      outcomes.set(requestId, {
        arrival,
        assigned: { waited: today - arrival.at, counsellorId, ...qualityOf(arrival, counsellor, now) },
      });
      counsellors[place] = withOneMore(counsellor);
      open.push({ place, endsAt: today + arrival.duration });
    }
    waiting = waiting.filter(({ request }) => !outcomes.get(request.id)?.assigned);
  }
  return [...outcomes.values()];
}

/** The fit of a pair, which the product's own terms of fit add up to, without waiting and load. */
function qualityOf({ request }: Arrival, counsellor: Counsellor, now: string): { fit: number; topicShare: number } {
  const { terms } = suggestionOf(request, counsellor, now, false);
  const fit = terms.reduce((sum, { name, value }) => (name in matchingSettings.fit ? sum + value : sum), 0);
  const topic = terms.find(({ name }) => name === 'topic')?.value ?? 0;
  return { fit, topicShare: topic / matchingSettings.fit.topic };
}

function withOneLess(counsellor: Counsellor): Counsellor {
  const { openCases, weekMinutes } = counsellor;
  return { ...counsellor, openCases: openCases - 1, weekMinutes: weekMinutes - sessionMinutes };
}

/** Takes out of a list what a test holds for. */
function takenWhere<Item>(list: Item[], holds: (item: Item) => boolean): Item[] {
  const taken = list.filter(holds);
  const left = list.filter((item) => !holds(item));
  list.splice(0, list.length, ...left);
  return taken;
}
