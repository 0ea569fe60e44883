/** Answers 0 ≤ n < 1. */
export type Random = () => number;

/**
 * Numbers that look random and are the same for the same seed, for demo data; worthless as a secret. (A mulberry32.)
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A seed of its own for the n-th thing of a kind, so that each can be made without making those before it. */
export function seedFor(seed: number, kind: string, n: number): number {
  const text = `${seed}/${kind}/${n}`;
  return [...text].reduce((hash, sign) => Math.imul(hash ^ sign.charCodeAt(0), 0x0100_0193), 0x811c_9dc5) >>> 0;
}

/** A whole number 0 ≤ n < limit. */
export function upTo(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** One of `items`, which must not be empty. */
export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  return items[upTo(random, items.length)] as Item;
}
