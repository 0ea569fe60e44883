import { describe, expect, it } from 'vitest';
import { figuresOf, gini, halfWidth } from './figures.ts';
import { kleinrockWaits, simulatedWaits } from './kleinrock.ts';
import { usualPeople } from './people.ts';
import { policies } from './policies.ts';
import { simulate } from './simulate.ts';
import { makeWorld } from './world.ts';

describe('the simulator', () => {
  it('agrees with the formula for priorities that accumulate, by the slopes of the product', () => {
    const theory = kleinrockWaits();
    expect(theory.high).toBeCloseTo(2.02, 2);
    expect(theory.moderate).toBeCloseTo(5.04, 2);
    expect(theory.low).toBeCloseTo(15.08, 2);
    const played = simulatedWaits(1_000_000, 2);
    for (const risk of ['high', 'moderate', 'low'] as const) {
      expect(Math.abs(played[risk] / theory[risk] - 1)).toBeLessThan(0.04);
    }
  });

  it('plays the same year for the same seed, and gives nobody more than she has places for', () => {
    const world = makeWorld(3, usualPeople);
    expect(makeWorld(3, usualPeople).arrivals).toEqual(world.arrivals);
    for (const policy of Object.values(policies)) {
      const outcomes = simulate(world, policy, 3);
      expect(outcomes).toHaveLength(world.arrivals.length);
      const open = outcomes.flatMap(({ arrival, assigned }) => {
        if (!assigned) return [];
        const from = arrival.at + assigned.waited;
        return [{ ...assigned, from, until: from + arrival.duration }];
      });
      for (const { id, caseLimit } of world.counsellors) {
        const own = open.filter(({ counsellorId }) => counsellorId === id);
        for (const { from } of own) {
          expect(own.filter((other) => other.from <= from && from < other.until).length).toBeLessThanOrEqual(caseLimit);
        }
      }
      expect(open.every(({ waited, from }) => waited >= 0 && Number.isInteger(Math.round(from * 1e6) / 1e6))).toBe(
        true,
      );
    }
  });

  it('shows that the batch with places kept back serves high risks in time where severity first does not', () => {
    const world = makeWorld(1, usualPeople);
    const of = (name: 'severity_first' | 'min_cost_kept') => figuresOf(simulate(world, policies[name], 1), world);
    const [greedy, ours] = [of('severity_first'), of('min_cost_kept')];
    expect(ours.match_quality / greedy.match_quality).toBeGreaterThan(1.05);
    expect(ours.high_within_1d).toBeGreaterThan(greedy.high_within_1d + 0.1);
  });
});

describe('the figures', () => {
  it('know an even share from an uneven one, and the width of an interval', () => {
    expect(gini([2, 2, 2])).toBe(0);
    expect(gini([0, 0, 3])).toBeCloseTo(2 / 3);
    // Student's t at 11 degrees of freedom is 2.201.
    const values = Array.from({ length: 12 }, (_, index) => index);
    expect(halfWidth(values)).toBeCloseTo((2.201 * Math.sqrt(13)) / Math.sqrt(12), 2);
  });
});
