import type { Draft } from './draft.ts';
import { Heap } from './heap.ts';
import type { Instance } from './instance.ts';
import { integers, type Numbers, reals } from './numbers.ts';
import type { Trial } from './trial.ts';

/** No pair. */
export const none = -1;
/** How many roles a chain may look at before it gives up. */
const mostLookedAt = 80;

/**
 * A chain passes something from role to role (a missing place, or a volunteer too many): each step changes the week of one
 * volunteer, and the last one ends it. What a step costs is what it takes from that volunteer's week at the prices of the
 * bound, so that near the best prices hardly any step costs something and a search (Dijkstra's) stays among the few that matter.
 */
export abstract class ChainSearch {
  protected readonly trial: Trial;
  protected readonly draft: Draft;
  protected readonly instance: Instance;
  protected readonly price: Numbers;
  protected readonly dayOfRole: Numbers;
  /** What the best chain so far costs in all. */
  protected least = 0;
  readonly #cost: Numbers;
  readonly #seen: Numbers;
  readonly #done: Numbers;
  readonly #before: Numbers;
  readonly #added: Numbers;
  readonly #removed: Numbers;
  readonly #queue = new Heap();
  #search = 0;
  #last = { role: none, added: none, removed: none, alsoRemoved: none };

  constructor(trial: Trial, price: Numbers) {
    this.trial = trial;
    this.draft = trial.draft;
    this.instance = trial.draft.instance;
    this.price = price;
    const { roles, times, slotOfRole } = this.instance;
    this.dayOfRole = integers(roles);
    for (let role = 0; role < roles; role++) this.dayOfRole[role] = times.slots[slotOfRole[role]]?.day ?? 0;
    this.#cost = reals(roles);
    this.#seen = integers(roles);
    this.#done = integers(roles);
    this.#before = integers(roles);
    this.#added = integers(roles);
    this.#removed = integers(roles);
  }

  /** Carries out the cheapest chain from a role, if one costs less than `budget`. Answers whether there was one. */
  run(start: number, budget: number): boolean {
    this.#search += 1;
    this.least = budget;
    this.#last.role = none;
    this.#queue.clear();
    this.#before[start] = none;
    this.#see(start, 0);
    for (let looked = 0; this.#queue.size > 0 && this.#queue.leastKey < this.least && looked < mostLookedAt; looked++) {
      const role = this.#queue.pop();
      if (this.#done[role] === this.#search) continue;
      this.#done[role] = this.#search;
      this.lookAt(role, this.#cost[role]);
    }
    if (this.#last.role === none) return false;
    this.#carryOut();
    return true;
  }

  /** Offers all steps from a role, to which the chain came at this cost. */
  protected abstract lookAt(role: number, cost: number): void;

  /** A step on to another role. */
  protected stepTo(role: number, cost: number, from: number, added: number, removed: number): void {
    if (this.#done[role] === this.#search) return;
    if (this.#seen[role] === this.#search && cost >= this.#cost[role] - 1e-9) return;
    this.#before[role] = from;
    this.#added[role] = added;
    this.#removed[role] = removed;
    this.#see(role, cost);
  }

  /** A step that ends the chain. */
  protected endWith(cost: number, role: number, added: number, removed: number, alsoRemoved: number): void {
    if (cost >= this.least - 1e-9) return;
    this.least = cost;
    this.#last = { role, added, removed, alsoRemoved };
  }

  /** Whether the chain has changed this volunteer's week on its way to a role; it must not do so twice. */
  protected hasChanged(volunteer: number, role: number): boolean {
    for (let at = role; this.#before[at] !== none; at = this.#before[at])
      if (this.instance.volunteerOfPair[this.#added[at]] === volunteer) return true;
    return false;
  }

  #see(role: number, cost: number): void {
    this.#seen[role] = this.#search;
    this.#cost[role] = cost;
    this.#queue.push(cost, role);
  }

  #carryOut(): void {
    const { role, added, removed, alsoRemoved } = this.#last;
    if (removed !== none) this.trial.remove(removed);
    if (alsoRemoved !== none) this.trial.remove(alsoRemoved);
    if (added !== none) this.trial.add(added);
    for (let at = role; this.#before[at] !== none; at = this.#before[at]) {
      this.trial.remove(this.#removed[at]);
      this.trial.add(this.#added[at]);
    }
  }
}
