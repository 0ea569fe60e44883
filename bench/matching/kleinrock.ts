import { randomFrom } from '@kaifong/functions/scheduling/roster/random.ts';
import { creditOf, type MatchableRisk, matchingSettings } from '@kaifong/shared/care/instruments/scoring.ts';
import { exponential } from './world.ts';

/** Arrivals for each time that a service takes in the mean, one server; nine tenths of its time is taken. */
const arrivals: Record<MatchableRisk, number> = { high: 0.15, moderate: 0.35, low: 0.4 };
const risks = Object.keys(arrivals) as MatchableRisk[];

export type Waits = Record<MatchableRisk, number>;

/**
 * Mean waits in a queue where waiting counts for each class with a slope of its own (Kleinrock, "A delay dependent queue
 * discipline", 1964), with the slopes of the matching; in times of service.
 */
export function kleinrockWaits(): Waits {
  const { slopes } = matchingSettings.credit;
  const load = risks.reduce((sum, risk) => sum + arrivals[risk], 0);
  const waits: Partial<Waits> = {};
  const fromLowest = risks.toSorted((one, other) => slopes[one] - slopes[other]);
  for (const risk of fromLowest) {
    const lower = fromLowest.slice(0, fromLowest.indexOf(risk));
    const higher = fromLowest.slice(fromLowest.indexOf(risk) + 1);
    // The mean rest of a service that is under way is as long as a service, for the share of time that one is.
    const all = load / (1 - load);
    const gained = lower.reduce(
      (sum, each) => sum + arrivals[each] * (waits[each] ?? 0) * (1 - slopes[each] / slopes[risk]),
      0,
    );
    const lost = higher.reduce((sum, each) => sum + arrivals[each] * (1 - slopes[risk] / slopes[each]), 0);
    waits[risk] = (all - gained) / (1 - lost);
  }
  return waits as Waits;
}

/** The same queue played through with the credit of the matching: whoever has most is served next. */
export function simulatedWaits(served: number, seed: number): Waits {
  const random = randomFrom(seed);
  const rate = risks.reduce((sum, risk) => sum + arrivals[risk], 0);
  const waiting: { risk: MatchableRisk; since: number }[] = [];
  const waited: Waits = { high: 0, moderate: 0, low: 0 };
  const counted: Waits = { high: 0, moderate: 0, low: 0 };
  const next = () => {
    const drawn = random() * rate;
    const risk = drawn < arrivals.high ? 'high' : drawn < arrivals.high + arrivals.moderate ? 'moderate' : 'low';
    return { risk, since: arrivingAt } as const;
  };
  let arrivingAt = exponential(random, 1 / rate);
  let now = 0;
  for (let count = 0; count < served; count++) {
    if (waiting.length === 0) now = Math.max(now, arrivingAt);
    for (; arrivingAt <= now; arrivingAt += exponential(random, 1 / rate)) waiting.push(next());
    const first = waiting.reduce((best, each, place) => {
      const other = waiting[best] as typeof each;
      return creditOf(each.risk, now - each.since) > creditOf(other.risk, now - other.since) ? place : best;
    }, 0);
    const { risk, since } = waiting[first] as (typeof waiting)[number];
    waiting[first] = waiting.at(-1) as (typeof waiting)[number];
    waiting.pop();
    waited[risk] += now - since;
    counted[risk] += 1;
    now += exponential(random, 1);
  }
  return {
    high: waited.high / counted.high,
    moderate: waited.moderate / counted.moderate,
    low: waited.low / counted.low,
  };
}
