import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aRosterShift, aRosterVolunteer, aRosterWeek, aTinyWeek } from '../../test/a-roster-week.ts';
import { type Assignment, type RosterProblem, reaches } from './problem.ts';
import { scoreRoster } from './score.ts';
import { RosterSolver } from './solve.ts';

/** Works until nothing is left to prove, or for so many steps. */
function solve(problem: RosterProblem, steps = 2_000) {
  const solver = new RosterSolver(problem, { clock: () => 0, seconds: 1 });
  const work = solver.work();
  for (let step = 0; step < steps && !work.next().done; step++);
  const assignments = solver.assignments();
  return { assignments, upper: solver.upper, kept: solver.value, ...scoreRoster(problem, assignments) };
}

/** The best value of all rosters, by trying every one. */
function bestOfAll(problem: RosterProblem): number {
  const roles = problem.shifts.flatMap((shift) => shift.roles).length;
  let best = scoreRoster(problem, []).value;
  const tryFrom = (volunteer: number, role: number, taken: readonly Assignment[]): void => {
    if (volunteer === problem.volunteers.length) return;
    if (role === roles) {
      tryFrom(volunteer + 1, 0, taken);
      return;
    }
    tryFrom(volunteer, role + 1, taken);
    const more: Assignment[] = [...taken, [volunteer, role]];
    const { violations, value } = scoreRoster(problem, more);
    if (violations.length > 0) return;
    best = Math.max(best, value);
    tryFrom(volunteer, role + 1, more);
  };
  tryFrom(0, 0, []);
  return best;
}

describe('against every roster that there is', () => {
  test('no rule is broken, the bound is never below the best, and the best is found', () => {
    let found = 0;
    let weeks = 0;
    void fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const week = aTinyWeek(seed);
        const best = bestOfAll(week);
        const { violations, value, upper, kept } = solve(week, 400);
        expect(violations).toEqual([]);
        expect(kept).toBeCloseTo(value, 3);
        expect(upper).toBeGreaterThanOrEqual(best - 1e-6);
        expect(value).toBeLessThanOrEqual(best + 1e-6);
        expect(value).toBeGreaterThanOrEqual(best * 0.75);
        weeks += 1;
        if (value > best - 1e-3) found += 1;
      }),
      { numRuns: 150, seed: 20261128 },
    );
    expect(found / weeks).toBeGreaterThan(0.95);
  });
});

describe('weeks at the edge', () => {
  test.each<[string, Partial<RosterProblem>]>([
    ['nothing at all', { communities: [], volunteers: [], shifts: [] }],
    ['no shifts', { shifts: [] }],
    ['no volunteers', { volunteers: [] }],
    ['nobody who is free', { volunteers: [aRosterVolunteer({ free: [] })] }],
    ['a role that nobody can fill', { shifts: [aRosterShift({ roles: [{ skills: 4, fewest: 2, most: 2 }] })] }],
    ['a shift without roles', { shifts: [aRosterShift({ roles: [] })] }],
    ['a role without places', { shifts: [aRosterShift({ roles: [{ skills: 0, fewest: 0, most: 0 }] })] }],
  ])('%s: an empty roster, proven best', (_, change) => {
    const { assignments, upper, value } = solve(aRosterWeek(change));
    expect(assignments).toEqual([]);
    expect(upper - value).toBeLessThan(1e-3);
  });

  test('a community that does not exist is refused', () => {
    expect(() => solve(aRosterWeek({ volunteers: [aRosterVolunteer({ community: 9 })] }))).toThrow(RangeError);
  });

  test('a shift longer than a day keeps its rest over several days', () => {
    const shifts = [
      aRosterShift({ startsAt: 1320, endsAt: 1320 + 36 * 60, priority: 3 }),
      ...[1, 2, 3].map((day) => aRosterShift({ startsAt: day * 1440 + 1200, endsAt: day * 1440 + 1260 })),
    ];
    const { assignments, violations } = solve(
      aRosterWeek({ volunteers: [aRosterVolunteer({ mostHours: 60 })], shifts }),
    );
    expect(violations).toEqual([]);
    expect(assignments.map(([, role]) => role).toSorted()).toEqual([0, 3]);
  });
});

describe('a week of a community', () => {
  const days = [0, 1, 2, 3, 4, 5, 6];
  const volunteers = Array.from({ length: 40 }, (_, index) =>
    aRosterVolunteer({ community: index % 2, skills: index % 3, mostHours: 2 + (index % 7), pastHours: index % 5 }),
  );
  const shifts = days.flatMap((day) =>
    [8, 14, 19].map((hour) =>
      aRosterShift({
        community: day % 2,
        kind: hour % 3,
        startsAt: day * 1440 + hour * 60,
        endsAt: day * 1440 + (hour + 3) * 60,
        reach: reaches.street,
        roles: [
          { skills: 2, fewest: 1, most: 1 },
          { skills: 0, fewest: 2, most: 3 },
        ],
      }),
    ),
  );
  const week = aRosterWeek({ volunteers, shifts });

  test('is within a thousandth of its bound, and the same each time', () => {
    const first = solve(week);
    expect(first.violations).toEqual([]);
    expect(first.upper / first.value).toBeLessThan(1.001);
    expect(solve(week).assignments).toEqual(first.assignments);
  });

  test('what was decided before is kept when it counts for enough', () => {
    const decided = solve(week)
      .assignments.map(([person, role]) => `${(person + 3) % 40},${role}`)
      .slice(0, 5);
    const solver = new RosterSolver(week, {
      clock: () => 0,
      seconds: 1,
      bonus: (person, role) => (decided.includes(`${person},${role}`) ? 10_000 : 0),
    });
    const possible = decided.filter((pair) => {
      const [person = 0, role = 0] = pair.split(',').map(Number);
      return scoreRoster(week, [[person, role]]).violations.length === 0;
    });
    const work = solver.work();
    for (let step = 0; step < 500 && !work.next().done; step++);
    const pairs = solver.assignments().map(String);
    expect(possible.length).toBeGreaterThan(0);
    for (const pair of possible) expect(pairs).toContain(pair);
  });
});
