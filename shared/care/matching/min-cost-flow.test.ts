import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MinCostFlow } from './min-cost-flow.ts';

/** Workers 0, 1, 2; tasks 3, 4; the end 5. */
function small(roomOfTasks: number): { flow: MinCostFlow; arcs: number[] } {
  const flow = new MinCostFlow(6);
  const costs = [
    [0, 3, 1],
    [0, 4, 2],
    [1, 3, 1],
    [1, 4, 9],
    [2, 3, 4],
  ] as const;
  const arcs = costs.map(([from, to, cost]) => flow.addArc(from, to, 1, cost));
  for (const task of [3, 4]) flow.addArc(task, 5, roomOfTasks, 0);
  return { flow, arcs };
}

it('sends earlier units along other paths where that costs less', () => {
  const { flow, arcs } = small(1);
  expect(flow.send(0, 5)).toBe(true);
  expect(arcs.map((arc) => flow.isUsed(arc))).toEqual([true, false, false, false, false]);
  expect(flow.send(1, 5)).toBe(true);
  expect(arcs.map((arc) => flow.isUsed(arc))).toEqual([false, true, true, false, false]);
});

it('tells when there is no way left, and leaves the flow as it was', () => {
  const { flow, arcs } = small(1);
  flow.send(0, 5);
  flow.send(1, 5);
  expect(flow.send(2, 5)).toBe(false);
  expect(arcs.map((arc) => flow.isUsed(arc))).toEqual([false, true, true, false, false]);
});

it('sends several units into one place as far as it has room', () => {
  const { flow, arcs } = small(3);
  for (const worker of [0, 1, 2]) expect(flow.send(worker, 5)).toBe(true);
  expect(arcs.map((arc) => flow.isUsed(arc))).toEqual([true, false, true, false, true]);
});

it('costs as little as the best of all ways to serve everybody', () => {
  const costs = fc.array(fc.array(fc.nat(50), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
  // The cost of a first, a second and a third unit into each task, rising.
  const rising = fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(costs, rising, (rows, steps) => {
      const prices = steps.map(([one, two, three]) => [one, one + two, one + two + three]);
      const flow = new MinCostFlow(rows.length + 4);
      const end = rows.length + 3;
      const arcs = rows.map((row, worker) => row.map((cost, task) => flow.addArc(worker, rows.length + task, 1, cost)));
      for (const [task, price] of prices.entries()) {
        for (const cost of price) flow.addArc(rows.length + task, end, 1, cost);
      }
      for (const worker of rows.keys()) expect(flow.send(worker, end)).toBe(true);

      const chosen = arcs.map((row) => row.findIndex((arc) => flow.isUsed(arc)));
      expect(costOf(rows, prices, chosen)).toBe(leastCost(rows, prices, []));
    }),
  );
});

function costOf(rows: readonly number[][], prices: readonly number[][], chosen: readonly number[]): number {
  const into = prices.map(() => 0);
  return chosen.reduce((sum, task, worker) => {
    const place = into[task] ?? 0;
    into[task] = place + 1;
    return sum + (rows[worker]?.[task] ?? 0) + (prices[task]?.[place] ?? Number.POSITIVE_INFINITY);
  }, 0);
}

function leastCost(rows: readonly number[][], prices: readonly number[][], chosen: readonly number[]): number {
  if (chosen.length === rows.length) return costOf(rows, prices, chosen);
  return Math.min(...prices.map((_, task) => leastCost(rows, prices, [...chosen, task])));
}
