import type { Instant } from '../../kernel/time.ts';
import { loadOf, type MatchableRisk, matchingSettings, type Suggestion, suggestionOf } from '../instruments/scoring.ts';
import { merged } from '../slots.ts';
import { type Counsellor, type MatchRequest, mayBeMatched, sessionMinutes } from './eligibility.ts';
import { ableForHighRisk, keptPlaces } from './matching.ts';
import { MinCostFlow } from './min-cost-flow.ts';

/** A request that waits for a counsellor. An emergency does not wait. */
export type WaitingRequest = MatchRequest & Readonly<{ id: string; risk: MatchableRisk }>;

/** One pair of a batch, with each term of its score. */
export type Proposal = Suggestion & Readonly<{ requestId: string }>;

/**
 * Whom all those who wait would best be given to at once: the pairs with the highest sum of scores, found as a flow of
 * least cost. Nobody gets more cases than she has places, each further case of the batch costs as much more as her load
 * grows by it, and the places kept back for high risks go to nobody else. A request without a pair goes on waiting. The
 * order in which requests and counsellors are given makes no difference.
 *
 * @param kept how many places to keep back for high risks, and how large a share of them at most
 */
export function proposeBatch(
  waiting: readonly WaitingRequest[],
  counsellors: readonly Counsellor[],
  now: Instant,
  kept: Readonly<{ places: number; mostShare: number }> = matchingSettings.keptForHighRisk,
): Proposal[] {
  const requests = prepared(waiting);
  const pool = prepared(counsellors.filter((counsellor) => placesLeft(counsellor) > 0));
  const able = ableForHighRisk(counsellors, now);
  const keptOf = keptByCounsellor(able, keptPlaces(able, kept));
  const isBusy = loadOf(counsellors) >= matchingSettings.scarcity.fromLoad;
  const pairs = pairsOf(requests, pool, now, isBusy);

  // Nodes: requests, then for each counsellor one that all may reach and one behind it for high risks, then the end.
  const openTo = (index: number) => requests.length + 2 * index;
  const end = openTo(pool.length);
  const flow = new MinCostFlow(end + 1);
  const best = pairs.reduce((most, { worth }) => Math.max(most, worth), 0);

  pool.forEach((counsellor, index) => {
    const places = placesLeft(counsellor);
    const behind = openTo(index) + 1;
    flow.addArc(openTo(index), behind, places - (keptOf.get(counsellor.id) ?? 0), 0);
    for (let taken = 0; taken < places; taken++) flow.addArc(behind, end, 1, costOfFurther(counsellor, taken));
  });
  for (let request = 0; request < requests.length; request++) flow.addArc(request, end, 1, best);
  const arcs = pairs.map(({ request, counsellor, worth }) => {
    const isHigh = requests[request]?.risk === 'high';
    return flow.addArc(request, openTo(counsellor) + (isHigh ? 1 : 0), 1, best - worth);
  });

  for (let request = 0; request < requests.length; request++) flow.send(request, end);
  return pairs
    .filter((_, index) => flow.isUsed(arcs[index] as number))
    .map(({ request, counsellor }) => {
      const waiting = requests[request] as WaitingRequest;
      return { requestId: waiting.id, ...suggestionOf(waiting, pool[counsellor] as Counsellor, now, isBusy) };
    });
}

type Pair = Readonly<{ request: number; counsellor: number; worth: number }>;

/**
 * All who may be matched and are better matched than left waiting. `worth` is the score in thousandths; the terms are told later, of
 * the few that are proposed, since those of all would fill the memory.
 */
function pairsOf(
  requests: readonly WaitingRequest[],
  pool: readonly Counsellor[],
  now: Instant,
  isBusy: boolean,
): Pair[] {
  const pairs: Pair[] = [];
  for (const [request, waiting] of requests.entries()) {
    for (const [counsellor, candidate] of pool.entries()) {
      if (!mayBeMatched(waiting, candidate, now)) continue;
      const worth = Math.round(1000 * suggestionOf(waiting, candidate, now, isBusy).score);
      if (worth > 0) pairs.push({ request, counsellor, worth });
    }
  }
  return pairs;
}

/** New cases that a counsellor has room for, by the limit of cases and by that of minutes a week. */
function placesLeft({ openCases, caseLimit, weekMinutes, weeklyCapMinutes }: Counsellor): number {
  return Math.max(0, Math.min(caseLimit - openCases, Math.floor((weeklyCapMinutes - weekMinutes) / sessionMinutes)));
}

/** What the load of a counsellor costs more once so many cases of the batch are hers, in thousandths. */
function costOfFurther({ caseLimit }: Counsellor, taken: number): number {
  return Math.round((1000 * matchingSettings.load.weight * taken) / caseLimit);
}

/** Which places are kept: one after the other of whoever has most left that are not. */
function keptByCounsellor(able: readonly Counsellor[], kept: number): ReadonlyMap<string, number> {
  const left = new Map(byId(able).map((counsellor) => [counsellor.id, placesLeft(counsellor)]));
  const keptOf = new Map<string, number>();
  for (let count = 0; count < kept; count++) {
    const [id, most] = [...left].reduce((one, other) => (other[1] > one[1] ? other : one), ['', 0]);
    if (most === 0) break;
    left.set(id, most - 1);
    keptOf.set(id, (keptOf.get(id) ?? 0) + 1);
  }
  return keptOf;
}

/** In an order of their own, and with slots that need no more joining. */
function prepared<Person extends Pick<WaitingRequest | Counsellor, 'id' | 'slots'>>(
  people: readonly Person[],
): Person[] {
  return byId(people).map((person) => ({ ...person, slots: merged(person.slots) }));
}

function byId<Person extends Readonly<{ id: string }>>(people: readonly Person[]): Person[] {
  return [...people].sort((one, other) => (one.id < other.id ? -1 : 1));
}
