import { randomFrom } from '@kaifong/functions/scheduling/roster/random.ts';
import type { MatchableRisk } from '@kaifong/shared/care/instruments/scoring.ts';
import { proposeBatch } from '@kaifong/shared/care/matching/batch.ts';
import { day, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { figuresOf, halfWidth, mean, type YearFigures } from './matching/figures.ts';
import { kleinrockWaits, simulatedWaits } from './matching/kleinrock.ts';
import { epoch, type People, peopleFrom, usualPeople } from './matching/people.ts';
import { type PolicyName, policies } from './matching/policies.ts';
import { simulate } from './matching/simulate.ts';
import { makeWorld } from './matching/world.ts';
import type { BenchOptions, Figures } from './run.ts';

const seeds = 12;
/** What all are measured against, and what the product does. */
const greedy: PolicyName = 'severity_first';
const ours: PolicyName = 'min_cost_kept';

/** Years in which something else is so, to see how much hangs on it. */
const otherPeople: Record<string, People> = {
  two_topics_each: { ...usualPeople, twoTopics: 1 },
  few_of_the_highest_level: { ...usualPeople, levels: [3, 4, 3] },
};

/**
 * How care's matching does over years of more requests than places, against simpler ways, seed by seed on the same years; how far
 * the accumulating priority is from theory; and how long a batch takes. `--seed N` begins with another year.
 */
export function run({ seed = '1' }: BenchOptions): Figures {
  const first = Number(seed);
  if (!Number.isInteger(first)) throw new Error('--seed takes a whole number.');
  const names = Object.keys(policies) as PolicyName[];
  return {
    batch_500_by_300_seconds: batchSeconds(),
    seeds,
    policies: comparison(names, usualPeople, first),
    other_years: Object.fromEntries(
      Object.entries(otherPeople).map(([name, people]) => [name, comparison([greedy, ours], people, first)]),
    ),
    kleinrock: kleinrock(),
  };
}

/** Means over the years with half the width of their 95 % confidence interval, and the quality over that of `greedy`, year by year. */
function comparison(names: readonly PolicyName[], people: People, first: number): Figures {
  const years = Array.from({ length: seeds }, (_, index) => makeWorld(first + index, people));
  const all = names.map((name) => ({
    name,
    figures: years.map((world, index) => figuresOf(simulate(world, policies[name], first + index), world)),
  }));
  const basis = all.find(({ name }) => name === greedy)?.figures ?? [];
  return Object.fromEntries(
    all.map(({ name, figures }) => {
      const ratios = figures.map((figure, index) => figure.match_quality / (basis[index]?.match_quality ?? 1));
      return [name, { ...summaryOf(figures), quality_over_severity_first: estimate(ratios) }];
    }),
  );
}

function summaryOf(figures: readonly YearFigures[]): Figures {
  const names = Object.keys(figures[0] ?? {}) as (keyof YearFigures)[];
  const means = names.map((name) => [name, rounded(mean(figures.map((each) => each[name])))]);
  const widths = names.map((name) => [name, rounded(halfWidth(figures.map((each) => each[name])))]);
  return { ...Object.fromEntries(means), ci95: Object.fromEntries(widths) };
}

function estimate(values: readonly number[]): Figures {
  return { mean: rounded(mean(values)), ci95: rounded(halfWidth(values)) };
}

function kleinrock(): Figures {
  const theory = kleinrockWaits();
  const played = simulatedWaits(3_000_000, 2);
  return Object.fromEntries(
    (Object.keys(theory) as MatchableRisk[]).map((risk) => [
      risk,
      {
        theory: rounded(theory[risk]),
        simulated: rounded(played[risk]),
        off_percent: rounded(100 * Math.abs(played[risk] / theory[risk] - 1)),
      },
    ]),
  );
}

/** CPU seconds that one batch takes in a process that has done nothing yet. */
function batchSeconds(): number {
  const make = peopleFrom(randomFrom(1), usualPeople);
  const counsellors = Array.from({ length: 300 }, (_, index) => make.counsellor(index));
  const requests = Array.from({ length: 500 }, (_, index) => make.request(index, index / 25));
  const before = process.cpuUsage();
  proposeBatch(requests, counsellors, shiftBy(epoch, 20 * day));
  const { user, system } = process.cpuUsage(before);
  return rounded((user + system) / 1e6);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
