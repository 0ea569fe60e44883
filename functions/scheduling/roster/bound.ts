import type { Instance } from './instance.ts';
import { integers, type Numbers, reals } from './numbers.ts';
import type { Pricer } from './pricing.ts';
import { worth } from './problem.ts';
import { shuffle } from './random.ts';

/** After how many shares of the volunteers roles raise their prices. */
const sharesOfEpoch = 40;
/** Points are kept in 24 significant bits. */
const roundingOfPoints = 2 ** -24;

/**
 * Prices of roles, and the upper bound that they prove. A role pays its price to each volunteer who serves in it; then
 * everyone's best week and every role's best number of places, each taken by itself, are together worth at least as much
 * as any roster, whatever the prices are (Lagrangian duality). The tightest bound has the prices at which as many want to
 * serve as there are places. An incremental subgradient method finds them: whoever wants a role lowers its price a little,
 * and what a role has to offer raises it.
 */
export class Bound {
  readonly #instance: Instance;
  readonly #pricer: Pricer;
  readonly #random: () => number;
  readonly #order: Numbers;
  readonly #price: Numbers;
  readonly #allowance: number;
  /** No roster is worth more. */
  upper = Number.POSITIVE_INFINITY;
  /** The prices that prove it. */
  readonly price: Numbers;

  constructor(instance: Instance, pricer: Pricer, firstPrice: Numbers, random: () => number) {
    this.#instance = instance;
    this.#pricer = pricer;
    this.#random = random;
    this.#order = integers(instance.volunteers);
    for (let volunteer = 0; volunteer < instance.volunteers; volunteer++) this.#order[volunteer] = volunteer;
    this.#price = reals(instance.roles);
    this.#price.set(firstPrice);
    this.price = reals(instance.roles);
    let largest = 0;
    for (let pair = 0; pair < instance.points.length; pair++)
      largest = Math.max(largest, Math.abs(instance.points[pair]));
    this.#allowance = largest * roundingOfPoints * instance.volunteers * instance.times.days;
    this.prove();
  }

  /** Goes on from the prices of the best proof. */
  restart(): void {
    this.#price.set(this.price);
  }

  /** Goes once through all volunteers, each of whom moves the prices of the roles that she wants by `step` points. */
  adjust(step: number): void {
    const { volunteers, role } = this.#instance;
    const { chosen } = this.#pricer;
    const price = this.#price;
    if (volunteers === 0) return;
    shuffle(this.#order, this.#random);
    let next = 0;
    for (let share = 1; share <= sharesOfEpoch; share++) {
      const first = next;
      for (const end = Math.floor((volunteers * share) / sharesOfEpoch); next < end; next++) {
        this.#pricer.best(this.#order[next], price);
        for (let index = 0; index < this.#pricer.count; index++) price[role[chosen[index]]] -= step;
      }
      this.#offer((step * (next - first)) / volunteers);
    }
  }

  /** Raises each price by so much for every place that the role offers at it. */
  #offer(step: number): void {
    const { roles, fewest, most, needed } = this.#instance;
    const price = this.#price;
    for (let role = 0; role < roles; role++) {
      const offered = price[role] >= needed[role] ? 0 : price[role] >= worth.extra ? fewest[role] : most[role];
      price[role] = Math.min(needed[role], price[role] + step * offered);
    }
  }

  /** Works out what the prices of this moment prove, and keeps them if it is less than was known. */
  prove(): void {
    const { volunteers, roles } = this.#instance;
    let total = this.#allowance;
    for (let volunteer = 0; volunteer < volunteers; volunteer++) total += this.#pricer.best(volunteer, this.#price);
    for (let role = 0; role < roles; role++) total += this.#roleProfit(role);
    if (total >= this.upper) return;
    this.upper = total;
    this.price.set(this.#price);
  }

  /** What a role gains at most by paying its price for as many places as it likes. */
  #roleProfit(role: number): number {
    const { fewest, most, needed } = this.#instance;
    const price = this.#price[role];
    return (
      Math.max(0, needed[role] - price) * fewest[role] + Math.max(0, worth.extra - price) * (most[role] - fewest[role])
    );
  }
}
