import type { Draft } from './draft.ts';

/** Changes to a draft that can be taken back. */
export class Trial {
  readonly draft: Draft;
  readonly #done: number[] = [];
  #valueBefore = 0;

  constructor(draft: Draft) {
    this.draft = draft;
  }

  begin(): void {
    this.#done.length = 0;
    this.#valueBefore = this.draft.value;
  }

  add(pair: number): void {
    this.draft.add(pair);
    this.#done.push(pair);
  }

  remove(pair: number): void {
    this.draft.remove(pair);
    this.#done.push(~pair);
  }

  /** Keeps the changes if they make the draft better, or else takes them back. Answers whether it kept them. */
  end(): boolean {
    if (this.draft.value > this.#valueBefore + 1e-6) return true;
    for (let change = this.#done.pop(); change !== undefined; change = this.#done.pop())
      if (change >= 0) this.draft.remove(change);
      else this.draft.add(~change);
    this.draft.value = this.#valueBefore;
    return false;
  }
}
