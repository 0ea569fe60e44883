/**
 * Typed arrays of the solver. Their reads count as numbers: the indices come from the solver's own loops, and a check or
 * a cast at each of some hundred reads would hide the algorithm. A read out of range is NaN or undefined in the value,
 * which the independent scorer (`score.ts`) would show.
 */
export interface Numbers {
  readonly length: number;
  // biome-ignore lint/suspicious/noExplicitAny: see above; `number` would become `number | undefined` at every read
  [index: number]: any;
  fill(value: number, start?: number, end?: number): unknown;
  set(from: ArrayLike<number>, offset?: number): void;
}

export const reals = (length: number): Numbers => new Float64Array(length);
export const smallReals = (length: number): Numbers => new Float32Array(length);
export const integers = (length: number): Numbers => new Int32Array(length);
export const bytes = (length: number): Numbers => new Uint8Array(length);

/** A list of integers that grows; `taken()` hands out what it holds. */
export class GrowingList {
  #items: Int32Array | Float32Array;
  length = 0;

  constructor(items: Int32Array | Float32Array) {
    this.#items = items;
  }

  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new (this.#items.constructor as Float32ArrayConstructor)(Math.ceil(this.length * 1.5) + 1024);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length++] = item;
  }

  taken(): Numbers {
    return this.#items.subarray(0, this.length);
  }
}
