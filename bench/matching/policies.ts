import {
  creditOf,
  loadOf,
  type MatchableRisk,
  matchingSettings,
  suggestionOf,
} from '@kaifong/shared/care/instruments/scoring.ts';
import { proposeBatch, type WaitingRequest } from '@kaifong/shared/care/matching/batch.ts';
import { type Counsellor, mayBeMatched, sessionMinutes } from '@kaifong/shared/care/matching/eligibility.ts';
import { bestThree } from '@kaifong/shared/care/matching/matching.ts';
import { day, type Instant } from '@kaifong/shared/kernel/time.ts';

export type Pair = Readonly<{ requestId: string; counsellorId: string }>;

/** Whom those who wait, in order of arrival, are given to now. `random` is for policies that draw lots. */
export type Policy = (
  waiting: readonly WaitingRequest[],
  counsellors: readonly Counsellor[],
  now: Instant,
  random: () => number,
) => Pair[];

type Choice = (
  request: WaitingRequest,
  counsellors: readonly Counsellor[],
  now: Instant,
  random: () => number,
) => string | undefined;

const urgency: Record<MatchableRisk, number> = { high: 2, moderate: 1, low: 0 };

/** Each by the rules and scores of the product; they differ in who comes first and in how a counsellor is chosen. */
export const policies = {
  random: oneByOne((_waiting, _now, random) => random(), anyone),
  first_come: oneByOne(() => 0, bestFit),
  severity_first: oneByOne(({ risk }) => urgency[risk], bestFit),
  accumulating: oneByOne(credit, bestFit),
  /** What the desk does without a batch: the queue by waiting and risk, and the first of the three best. */
  accumulating_kept: oneByOne(credit, firstOfThree),
  min_cost: (waiting, counsellors, now) => proposeBatch(waiting, counsellors, now, { places: 0, mostShare: 0 }),
  min_cost_kept: (waiting, counsellors, now) => proposeBatch(waiting, counsellors, now),
} as const satisfies Record<string, Policy>;

export type PolicyName = keyof typeof policies;

function credit({ risk, receivedAt }: WaitingRequest, now: Instant): number {
  return creditOf(risk, (Date.parse(now) - Date.parse(receivedAt)) / day);
}

/** One request after the other, the highest `first` first and then by arrival; each takes a counsellor of those left. */
function oneByOne(
  first: (request: WaitingRequest, now: Instant, random: () => number) => number,
  choose: Choice,
): Policy {
  return (waiting, counsellors, now, random) => {
    const queue = waiting.map((request) => ({ request, first: first(request, now, random) }));
    queue.sort((one, other) => other.first - one.first);
    const pool = new Map(counsellors.map((counsellor) => [counsellor.id, counsellor]));
    let places = counsellors.reduce((sum, { caseLimit, openCases }) => sum + caseLimit - openCases, 0);
    const pairs: Pair[] = [];
    for (const { request } of queue) {
      if (places === 0) break;
      const chosen = pool.get(choose(request, [...pool.values()], now, random) ?? '');
      if (!chosen) continue;
      pairs.push({ requestId: request.id, counsellorId: chosen.id });
      pool.set(chosen.id, withOneMore(chosen));
      places -= 1;
    }
    return pairs;
  };
}

export function withOneMore(counsellor: Counsellor): Counsellor {
  const { openCases, weekMinutes } = counsellor;
  return { ...counsellor, openCases: openCases + 1, weekMinutes: weekMinutes + sessionMinutes };
}

function anyone(...[request, counsellors, now, random]: Parameters<Choice>): string | undefined {
  const able = counsellors.filter((counsellor) => mayBeMatched(request, counsellor, now));
  return able[Math.floor(random() * able.length)]?.id;
}

function bestFit(...[request, counsellors, now]: Parameters<Choice>): string | undefined {
  const isBusy = loadOf(counsellors) >= matchingSettings.scarcity.fromLoad;
  let best: { counsellorId: string; score: number } | undefined;
  for (const counsellor of counsellors) {
    if (!mayBeMatched(request, counsellor, now)) continue;
    const suggestion = suggestionOf(request, counsellor, now, isBusy);
    if (!best || suggestion.score > best.score) best = suggestion;
  }
  return best?.counsellorId;
}

function firstOfThree(...[request, counsellors, now]: Parameters<Choice>): string | undefined {
  const matching = bestThree(request, counsellors, now);
  return matching.kind === 'ranked' ? matching.best[0]?.counsellorId : undefined;
}
