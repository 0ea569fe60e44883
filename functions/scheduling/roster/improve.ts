import type { Draft } from './draft.ts';
import { FillChain } from './fill-chain.ts';
import { integers, type Numbers } from './numbers.ts';
import type { Pricer } from './pricing.ts';
import { RelieveChain } from './relieve-chain.ts';
import { Trial } from './trial.ts';

/** Improves a draft by chains of changes, led by the prices of the bound: only where it falls behind the bound can it gain. */
export class Improver {
  readonly #draft: Draft;
  readonly #pricer: Pricer;
  readonly #price: Numbers;
  readonly #trial: Trial;
  readonly #fill: FillChain;
  readonly #relieve: RelieveChain;
  readonly #wished: Numbers;
  readonly #held: Numbers;

  constructor(draft: Draft, pricer: Pricer, price: Numbers) {
    this.#draft = draft;
    this.#pricer = pricer;
    this.#price = price;
    this.#trial = new Trial(draft);
    this.#fill = new FillChain(this.#trial, price);
    this.#relieve = new RelieveChain(this.#trial, price);
    this.#wished = integers(draft.days);
    this.#held = integers(draft.days);
  }

  /** Fills a place of a role, if a chain makes that worth while. Answers whether the draft got better. */
  fillRole(role: number, leastGain: number): boolean {
    const gain = this.#draft.nextWorth[role] - this.#price[role];
    if (gain < leastGain) return false;
    this.#trial.begin();
    this.#fill.run(role, gain);
    return this.#trial.end();
  }

  /**
   * The same where no chain can, since whoever takes the place must leave more than one: somebody gets the week that would be her best
   * if the role paid what its place is worth.
   */
  fillRoleByWeek(role: number, leastGain: number): boolean {
    const { firstOfRole, pairOfRole, volunteerOfPair } = this.#draft.instance;
    const worth = this.#draft.nextWorth[role];
    const price = this.#price[role];
    if (worth - price < leastGain) return false;
    for (let at = firstOfRole[role], end = firstOfRole[role + 1]; at < end; at++) {
      const volunteer = volunteerOfPair[pairOfRole[at]];
      this.#price[role] = worth;
      const gain = this.shortfall(volunteer);
      this.#price[role] = price;
      if (gain < leastGain) continue;
      this.#trial.begin();
      this.#exchange(volunteer);
      this.#relieveAndFill(gain);
      if (this.#trial.end()) return true;
    }
    return false;
  }

  /** How far a volunteer's week falls behind the best that the prices offer her. */
  shortfall(volunteer: number): number {
    const { points, role, firstLoad, load } = this.#draft.instance;
    const { pairs, units, size, days } = this.#draft;
    let pay = -load[firstLoad[volunteer] + units[volunteer]];
    for (let index = volunteer * days, end = index + size[volunteer]; index < end; index++)
      pay += points[pairs[index]] + this.#price[role[pairs[index]]];
    return this.#pricer.best(volunteer, this.#price) - pay;
  }

  /**
   * Gives a volunteer her best week at the prices; then chains relieve the roles that hold too many, and fill those that
   * she left. Answers whether the draft got better; if not it is as before.
   */
  grantBestWeek(volunteer: number, leastGain: number): boolean {
    const gain = this.shortfall(volunteer);
    if (gain < leastGain) return false;
    this.#trial.begin();
    this.#exchange(volunteer);
    this.#relieveAndFill(gain);
    return this.#trial.end();
  }

  #heldCount = 0;
  #wishedCount = 0;

  /** Gives a volunteer the week that the pricer found last, and remembers what she left and what she got. */
  #exchange(volunteer: number): void {
    const { pairs, size, days } = this.#draft;
    this.#heldCount = 0;
    this.#wishedCount = 0;
    for (let index = 0; index < this.#pricer.count; index++)
      this.#wished[this.#wishedCount++] = this.#pricer.chosen[index];
    for (let index = volunteer * days, end = index + size[volunteer]; index < end; index++)
      this.#held[this.#heldCount++] = pairs[index];
    for (let index = 0; index < this.#heldCount; index++) {
      const same = indexIn(this.#wished, this.#wishedCount, this.#held[index]);
      if (same < 0) continue;
      this.#wished[same] = this.#wished[--this.#wishedCount];
      this.#held[index--] = this.#held[--this.#heldCount];
    }
    for (let index = 0; index < this.#heldCount; index++) this.#trial.remove(this.#held[index]);
    for (let index = 0; index < this.#wishedCount; index++) this.#trial.add(this.#wished[index]);
  }

  #relieveAndFill(gain: number): void {
    const { role, most } = this.#draft.instance;
    const { filled, nextWorth } = this.#draft;
    for (let index = 0; index < this.#wishedCount; index++) {
      const taken = role[this.#wished[index]];
      if (filled[taken] > most[taken] && !this.#relieve.run(taken, gain + mostAtStake)) return;
    }
    for (let index = 0; index < this.#heldCount; index++) {
      const left = role[this.#held[index]];
      if (nextWorth[left] > this.#price[left]) this.#fill.run(left, nextWorth[left] - this.#price[left]);
    }
  }
}

/** What a relief may cost for now: the filling that follows it may win back as much as a place is worth. */
const mostAtStake = 1000;

function indexIn(list: Numbers, count: number, item: number): number {
  for (let index = 0; index < count; index++) if (list[index] === item) return index;
  return -1;
}
