import { makeMonth } from './doubts/made-up-month.ts';
import { hitsOf } from './doubts/precision.ts';
import type { BenchOptions, Figures } from './run.ts';

/**
 * How well the rules tell unlikely hours from a busy life: precision and recall of each kind over made-up months of `--seed N` (1 to 5 when
 * none is named), by the rules that the product itself uses.
 */
export function run({ seed }: BenchOptions): Figures {
  const seeds = seed === undefined ? [1, 2, 3, 4, 5] : [Number(seed)];
  return {
    results: seeds.map((each) => {
      const month = makeMonth(each);
      return { seed: each, services: month.services.length, ...hitsOf(month) };
    }),
  };
}
