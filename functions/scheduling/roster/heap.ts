/** A queue of numbered things, the one with the least key first. */
export class Heap {
  #keys = new Float64Array(1024);
  #items = new Int32Array(1024);
  size = 0;

  clear(): void {
    this.size = 0;
  }

  push(key: number, item: number): void {
    if (this.size === this.#keys.length) {
      const keys = new Float64Array(this.size * 2);
      const items = new Int32Array(this.size * 2);
      keys.set(this.#keys);
      items.set(this.#items);
      this.#keys = keys;
      this.#items = items;
    }
    let at = this.size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const aboveKey = this.#keys[above] as number;
      if (aboveKey <= key) break;
      this.#keys[at] = aboveKey;
      this.#items[at] = this.#items[above] as number;
      at = above;
    }
    this.#keys[at] = key;
    this.#items[at] = item;
  }

  get leastKey(): number {
    return this.#keys[0] as number;
  }

  /** Takes the item with the least key; the heap must hold one. */
  pop(): number {
    const least = this.#items[0] as number;
    this.size -= 1;
    const key = this.#keys[this.size] as number;
    const item = this.#items[this.size] as number;
    let at = 0;
    for (let child = 1; child < this.size; child = 2 * at + 1) {
      if (child + 1 < this.size && (this.#keys[child + 1] as number) < (this.#keys[child] as number)) child += 1;
      const childKey = this.#keys[child] as number;
      if (childKey >= key) break;
      this.#keys[at] = childKey;
      this.#items[at] = this.#items[child] as number;
      at = child;
    }
    this.#keys[at] = key;
    this.#items[at] = item;
    return least;
  }
}
