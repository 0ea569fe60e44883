import type { MatchableRisk } from '@kaifong/shared/care/instruments/scoring.ts';
import type { Outcome } from './simulate.ts';
import type { World } from './world.ts';

/** What a year under a policy came to; shares from 0 to 1. */
export type YearFigures = Readonly<{
  /** Of the high risks who asked: those with a counsellor within a day, and those who never got one. */
  high_within_1d: number;
  high_unmet: number;
  moderate_within_4d: number;
  low_within_14d: number;
  low_unmet: number;
  /** Mean fit of the pairs. */
  match_quality: number;
  /** Pairs that share none of the topics asked for. */
  topic_mismatch: number;
  /** Of the cases that counsellors got, for each of their places. */
  gini_load: number;
  assigned: number;
}>;

export function figuresOf(outcomes: readonly Outcome[], world: World): YearFigures {
  const pairs = outcomes.flatMap(({ assigned }) => assigned ?? []);
  const within = (risk: MatchableRisk, days: number) => {
    const asked = outcomes.filter(({ arrival }) => arrival.request.risk === risk && arrival.at <= world.days - days);
    return share(asked, ({ assigned }) => assigned !== undefined && assigned.waited <= days);
  };
  /** Gone without a counsellor, or still waiting when the year ends. */
  const unmet = (risk: MatchableRisk) =>
    share(
      outcomes.filter(({ arrival }) => arrival.request.risk === risk),
      ({ assigned }) => !assigned,
    );
  const loads = world.counsellors.map(
    ({ id, caseLimit }) => pairs.filter(({ counsellorId }) => counsellorId === id).length / caseLimit,
  );
  return {
    high_within_1d: within('high', 1),
    high_unmet: unmet('high'),
    moderate_within_4d: within('moderate', 4),
    low_within_14d: within('low', 14),
    low_unmet: unmet('low'),
    match_quality: mean(pairs.map(({ fit }) => fit)),
    topic_mismatch: share(pairs, ({ topicShare }) => topicShare === 0),
    gini_load: gini(loads),
    assigned: pairs.length,
  };
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.filter(holds).length / Math.max(1, items.length);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** 0 when all have the same, towards 1 when one has everything. */
export function gini(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const weighted = sorted.reduce((sum, value, index) => sum + (2 * (index + 1) - sorted.length - 1) * value, 0);
  return total === 0 ? 0 : weighted / (sorted.length * total);
}

/** Half the width of the 95 % confidence interval of a mean, by Student's t. */
export function halfWidth(values: readonly number[]): number {
  const average = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (values.length - 1);
  return studentT(values.length - 1) * Math.sqrt(variance / values.length);
}

/** The 97.5 % point of Student's t from 5 degrees of freedom on (Cornish and Fisher's expansion), good to a thousandth. */
function studentT(freedom: number): number {
  const z = 1.959964;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
  ];
  return terms.reduce((sum, term, index) => sum + term / freedom ** (index + 1), z);
}
