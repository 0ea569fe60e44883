import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { RosterProblem } from '@kaifong/functions/scheduling/roster/problem.ts';
import { scoreRoster } from '@kaifong/functions/scheduling/roster/score.ts';
import { RosterSolver } from '@kaifong/functions/scheduling/roster/solve.ts';
import { readRosterFile } from './roster-file.ts';
import { makeWeek, type WeekSize } from './roster-week.ts';
import type { BenchOptions, Figures } from './run.ts';

const street: WeekSize = {
  streets: 1,
  communities: 9,
  volunteers: 3_800,
  shifts: 900,
  places: 2_700,
  free: 0.45,
  wide: 0,
};

/** The weeks that the bench makes, and the CPU seconds after each of which it says how far it is. */
const made: Record<string, { size: WeekSize; seconds: readonly number[] }> = {
  street: { size: street, seconds: [3, 10] },
  hard: { size: { ...street, free: 0.28 }, seconds: [5] },
  district: {
    size: { streets: 22, communities: 191, volunteers: 83_000, shifts: 20_000, places: 60_000, free: 0.45, wide: 0.04 },
    seconds: [45],
  },
};

/** From so many volunteers on a file is taken for a whole district. */
const districtFrom = 20_000;
/** The share of the seconds after which the solver is stopped, so that the scoring fits in too. */
const shareToSolve = 0.94;

/**
 * How good a week's roster is, and how far from a proven bound, after so many CPU seconds: of a file
 * (`--instance FILE --answer OUT`), or of weeks made from `--seed N`.
 */
export function run({ instance, answer, seconds, seed }: BenchOptions): Figures {
  const asked = seconds === undefined ? undefined : [Number(seconds)];
  if (asked?.some((each) => !(each > 0))) throw new Error('--seconds takes a number of CPU seconds.');
  if (instance !== undefined) {
    const problem = readRosterFile(instance);
    const usual = problem.volunteers.length < districtFrom ? [3, 5, 10] : [45];
    return { results: solved(basename(instance), problem, asked ?? usual, 0, answer) };
  }
  const number = Number(seed ?? 1);
  return {
    results: Object.entries(made).flatMap(([name, { size, seconds: usual }]) => {
      const began = cpuSeconds();
      return solved(`${name}-${number}`, makeWeek(size, number), asked ?? usual, began);
    }),
  };
}

/** Solves a week once and reports at each of the moments, given in CPU seconds since `began`. */
function solved(
  name: string,
  problem: RosterProblem,
  moments: readonly number[],
  began: number,
  answer?: string,
): Figures[] {
  const clock = () => cpuSeconds() - began;
  const solver = new RosterSolver(problem, { clock, seconds: moments[0] ?? 0 });
  const work = solver.work();
  return moments.map((moment) => {
    while (clock() < moment * shareToSolve && !work.next().done);
    const assignments = solver.assignments();
    const score = scoreRoster(problem, assignments);
    if (answer !== undefined) writeFileSync(answer, JSON.stringify(assignments));
    const figures = {
      instance: name,
      seconds_allowed: moment,
      value: rounded(score.value, 3),
      upper_bound: rounded(solver.upper, 3),
      gap_percent: score.value >= solver.upper ? 0 : rounded((100 * (solver.upper - score.value)) / solver.upper, 5),
      cpu_seconds: rounded(clock(), 2),
      peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
      violations: score.violations.length,
      coverage: rounded(score.coverage, 5),
      fill_rate: rounded(score.fillRate, 5),
      gini_hours: rounded(score.giniHours, 4),
      volunteers_used: score.volunteersUsed,
    };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    return figures;
  });
}

/** CPU seconds of this process, its start and its collector of garbage counted. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function rounded(number: number, digits: number): number {
  return Math.round(number * 10 ** digits) / 10 ** digits;
}
