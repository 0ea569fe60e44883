import { Bound } from './bound.ts';
import { Draft } from './draft.ts';
import { Improver } from './improve.ts';
import { buildInstance, type Instance } from './instance.ts';
import { integers, type Numbers, reals } from './numbers.ts';
import { Pricer } from './pricing.ts';
import type { Assignment, RosterProblem } from './problem.ts';
import { randomFrom, shuffle } from './random.ts';
import { buildByPrices, sweep } from './sweep.ts';

/** How the search for prices begins and ends, in points, and how many epochs it has at most. */
const firstSearch = { from: 400, to: 0.5, epochs: 130 };
const laterSearch = { from: 12, to: 0.3, epochs: 24 };
/** The share of the time that the first search may take. */
const shareOfFirstSearch = 0.4;
/** Gains below so many points are left alone, in the first round and in later ones. */
const leastGains = [1, 0.5, 0.2];
/** The same for what takes more time. */
const leastGainByWeek = 20;

export type SolverOptions = Readonly<{
  /** CPU seconds that have gone since any fixed moment. */
  clock: () => number;
  /** How many of them there are; the plan depends on it, but to stop is the caller's. */
  seconds: number;
  seed?: number;
  /** Points beside those of the problem, for what was decided before. */
  bonus?: (person: number, role: number) => number;
}>;

/**
 * Rosters a week. `work()` goes on from step to step, each some milliseconds long; after every step there is a roster
 * without violation and a bound that holds, so that the caller can show progress, take what there is, or stop.
 */
export class RosterSolver {
  readonly instance: Instance;
  readonly #draft: Draft;
  readonly #pricer: Pricer;
  readonly #options: SolverOptions;
  readonly #random: () => number;
  #bound: Bound | undefined;

  constructor(problem: RosterProblem, options: SolverOptions) {
    this.#options = options;
    this.#random = randomFrom(options.seed ?? 1);
    this.instance = buildInstance(problem, options.bonus);
    this.#draft = new Draft(this.instance);
    this.#pricer = new Pricer(this.instance);
  }

  get value(): number {
    return this.#draft.value;
  }

  /** No roster is worth more. */
  get upper(): number {
    return this.#bound?.upper ?? Number.POSITIVE_INFINITY;
  }

  assignments(): Assignment[] {
    return this.#draft.assignments();
  }

  *work(): Generator<void> {
    sweep(this.#draft, this.#pricer);
    yield;
    const bound = new Bound(this.instance, this.#pricer, this.#firstPrices(), this.#random);
    this.#bound = bound;
    yield* this.#search(bound, firstSearch);
    yield* this.#rebuild(bound.price);
    const improver = new Improver(this.#draft, this.#pricer, bound.price);
    for (const leastGain of leastGains) yield* this.#improve(improver, leastGain);
    while (this.upper - this.value > 1e-3) {
      bound.restart();
      yield* this.#search(bound, laterSearch);
      yield* this.#improve(improver, 0.1);
    }
  }

  /** What a place more would be worth where there is one, and nothing where the first draft is full. */
  #firstPrices(): Numbers {
    const price = reals(this.instance.roles);
    for (let role = 0; role < price.length; role++) price[role] = Math.max(0, this.#draft.nextWorth[role]);
    return price;
  }

  /** Looks for better prices with steps that shrink. */
  *#search(bound: Bound, { from, to, epochs }: typeof firstSearch): Generator<void> {
    const { clock, seconds } = this.#options;
    const began = clock();
    let planned = epochs;
    for (let epoch = 0; epoch < planned; epoch++) {
      bound.adjust(from * (to / from) ** (epoch / planned));
      if (epoch % 10 === 4) {
        const each = (clock() - began) / (epoch + 1);
        planned = Math.max(10, Math.min(epochs, Math.floor((seconds * shareOfFirstSearch) / each)));
      }
      yield;
    }
    bound.prove();
    yield;
  }

  *#rebuild(price: Numbers): Generator<void> {
    const order = integers(this.instance.volunteers);
    for (let volunteer = 0; volunteer < order.length; volunteer++) order[volunteer] = volunteer;
    shuffle(order, this.#random);
    buildByPrices(this.#draft, this.#pricer, price, order);
    for (let before = Number.NEGATIVE_INFINITY; this.value > before + 1; ) {
      before = this.value;
      sweep(this.#draft, this.#pricer);
    }
    yield;
  }

  *#improve(improver: Improver, leastGain: number): Generator<void> {
    const { roles, volunteers } = this.instance;
    for (let before = Number.NEGATIVE_INFINITY; this.value > before + 1; ) {
      before = this.value;
      for (let role = 0; role < roles; role++) {
        while (improver.fillRole(role, leastGain) || improver.fillRoleByWeek(role, leastGainByWeek));
        if (role % 256 === 0) yield;
      }
      const behind: { volunteer: number; shortfall: number }[] = [];
      for (let volunteer = 0; volunteer < volunteers; volunteer++) {
        const shortfall = improver.shortfall(volunteer);
        if (shortfall >= leastGain) behind.push({ volunteer, shortfall });
      }
      behind.sort((one, other) => other.shortfall - one.shortfall);
      for (const { volunteer } of behind) {
        improver.grantBestWeek(volunteer, leastGain);
        yield;
      }
      sweep(this.#draft, this.#pricer);
      yield;
    }
  }
}
