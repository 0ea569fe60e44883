import { describe, expect, it } from 'vitest';
import { oneOf, seededRandom, seedFor, upTo } from './random.ts';

describe('seeded numbers', () => {
  it('repeat for the same seed only', () => {
    const take = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
  });

  it('spread evenly between 0 and 1', () => {
    const random = seededRandom(42);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const tenth = upTo(random, 10);
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('choose among all of a list', () => {
    const random = seededRandom(1);
    expect(new Set(Array.from({ length: 100 }, () => oneOf(random, ['a', 'b', 'c'])))).toEqual(
      new Set(['a', 'b', 'c']),
    );
  });

  it('differ for neighbours of a kind and for kinds', () => {
    const seeds = ['volunteer', 'activity'].flatMap((kind) =>
      Array.from({ length: 1_000 }, (_, n) => seedFor(1, kind, n)),
    );
    expect(new Set(seeds).size).toBe(2_000);
  });
});
