import type { Instance } from './instance.ts';
import { integers, type Numbers, reals } from './numbers.ts';

const never = Number.NEGATIVE_INFINITY;
const noNumbers = integers(0);

/**
 * Finds the week that is best for one volunteer when each role pays a price: of her pairs at most one a day, within her
 * hours and nights and with rest after a night, the most points and prices less the cost of her load. Exact: a dynamic
 * programme over the days, whose states are the hours so far, and for those who may serve at night also the nights and
 * the tiredness.
 */
export class Pricer {
  readonly #instance: Instance;
  /** The pairs of the week that was found, `chosen[0]` … `chosen[count - 1]`. */
  readonly chosen: Numbers;
  count = 0;

  readonly #slotDay: Numbers;
  readonly #slotLength: Numbers;
  readonly #afterIdle: readonly Numbers[];
  readonly #width: number;
  readonly #value: Numbers;
  readonly #via: Numbers;
  readonly #from: Numbers;

  constructor(instance: Instance) {
    this.#instance = instance;
    const { times, mostUnits, mostNights, volunteers } = instance;
    this.#slotDay = Int32Array.from(times.slots, (slot) => slot.day);
    this.#slotLength = Int32Array.from(times.slots, (slot) => slot.length);
    this.#afterIdle = times.afterIdle.map((tired) => Int32Array.from(tired));
    let units = 0;
    let nights = 0;
    for (let volunteer = 0; volunteer < volunteers; volunteer++) {
      units = Math.max(units, mostUnits[volunteer]);
      nights = Math.max(nights, mostNights[volunteer]);
    }
    this.#width = (units + 1) * (nights + 1) * (times.tirednesses + 1);
    this.#value = reals((times.days + 1) * this.#width);
    this.#via = integers((times.days + 1) * this.#width);
    this.#from = integers((times.days + 1) * this.#width);
    this.chosen = integers(times.days);
  }

  /** The worth of her best week; `chosen` holds its pairs until the next call. */
  best(volunteer: number, price: Numbers): number {
    return this.#instance.needsRest[volunteer]
      ? this.#bestWithRest(volunteer, price)
      : this.#bestByHours(volunteer, price);
  }

  #bestByHours(volunteer: number, price: Numbers): number {
    const { firstRun, runStart, runSlot, role, points, mostUnits, firstLoad, load } = this.#instance;
    const value = this.#value;
    const via = this.#via;
    const units = mostUnits[volunteer];
    const width = units + 1;
    const firstCost = firstLoad[volunteer];
    let row = 0;
    let day = -1;
    value[0] = 0;
    for (let unit = 1; unit <= units; unit++) value[unit] = never;
    let reached = 0;
    let reachedBefore = 0;
    for (let run = firstRun[volunteer], end = firstRun[volunteer + 1]; run < end; run++) {
      const slot = runSlot[run];
      const length = this.#slotLength[slot];
      let best = load[firstCost + length];
      let pair = -1;
      for (let each = runStart[run], last = runStart[run + 1]; each < last; each++) {
        const worth = points[each] + price[role[each]];
        if (worth > best) {
          best = worth;
          pair = each;
        }
      }
      if (pair < 0) continue;
      if (this.#slotDay[slot] !== day) {
        day = this.#slotDay[slot];
        const old = row * width;
        row += 1;
        const fresh = row * width;
        for (let unit = 0; unit <= units; unit++) {
          value[fresh + unit] = value[old + unit];
          via[fresh + unit] = -1;
        }
        reachedBefore = reached;
      }
      const old = (row - 1) * width;
      const fresh = row * width + length;
      const last = Math.min(units - length, reachedBefore);
      for (let unit = 0; unit <= last; unit++) {
        const worth = value[old + unit] + best;
        if (worth > value[fresh + unit]) {
          value[fresh + unit] = worth;
          via[fresh + unit] = pair;
        }
      }
      if (last + length > reached) reached = last + length;
    }
    let best = 0;
    let at = 0;
    for (let unit = 1; unit <= reached; unit++) {
      const worth = value[row * width + unit] - load[firstCost + unit];
      if (worth > best) {
        best = worth;
        at = unit;
      }
    }
    this.count = 0;
    for (; row > 0; row--) {
      const pair = via[row * width + at];
      if (pair < 0) continue;
      this.chosen[this.count++] = pair;
      at -= this.#slotLength[this.#instance.slotOfRole[role[pair]]];
    }
    return best;
  }

  #bestWithRest(volunteer: number, price: Numbers): number {
    const { firstRun, runStart, runSlot, role, points, mostUnits, mostNights, firstLoad, load, times } = this.#instance;
    const value = this.#value;
    const via = this.#via;
    const from = this.#from;
    const units = mostUnits[volunteer];
    const nightStep = units + 1;
    const tiredStep = nightStep * (mostNights[volunteer] + 1);
    const width = tiredStep * (times.tirednesses + 1);
    const firstCost = firstLoad[volunteer];
    value.fill(never, 0, width);
    value[0] = 0;
    let run = firstRun[volunteer];
    const end = firstRun[volunteer + 1];
    for (let day = 0; day < times.days; day++) {
      const old = day * width;
      const fresh = old + width;
      value.fill(never, fresh, fresh + width);
      const afterIdle = this.#afterIdle[day] ?? noNumbers;
      for (let tired = 0; tired < afterIdle.length; tired++)
        for (let state = tired * tiredStep, last = state + tiredStep; state < last; state++) {
          if (value[old + state] === never) continue;
          const next = state + (afterIdle[tired] - tired) * tiredStep;
          if (value[old + state] <= value[fresh + next]) continue;
          value[fresh + next] = value[old + state];
          via[fresh + next] = -1;
          from[fresh + next] = state;
        }
      for (; run < end && this.#slotDay[runSlot[run]] === day; run++) {
        const slot = times.slots[runSlot[run]];
        if (!slot) break;
        let best = load[firstCost + slot.length];
        let pair = -1;
        for (let each = runStart[run], last = runStart[run + 1]; each < last; each++) {
          const worth = points[each] + price[role[each]];
          if (worth > best) {
            best = worth;
            pair = each;
          }
        }
        if (pair < 0) continue;
        const night = slot.isNight ? 1 : 0;
        const lastNights = mostNights[volunteer] - night;
        for (let tired = 0; tired <= slot.mostTired; tired++)
          for (let nights = 0; nights <= lastNights; nights++) {
            const state = tired * tiredStep + nights * nightStep;
            const next = slot.leavesTired * tiredStep + (nights + night) * nightStep + slot.length;
            for (let unit = 0; unit <= units - slot.length; unit++) {
              const worth = value[old + state + unit] + best;
              if (worth > value[fresh + next + unit]) {
                value[fresh + next + unit] = worth;
                via[fresh + next + unit] = pair;
                from[fresh + next + unit] = state + unit;
              }
            }
          }
      }
    }
    const last = times.days * width;
    let best = 0;
    let at = 0;
    for (let state = 0; state < width; state++) {
      const worth = value[last + state] - load[firstCost + (state % nightStep)];
      if (worth > best) {
        best = worth;
        at = state;
      }
    }
    this.count = 0;
    for (let day = times.days; best > 0 && day > 0; day--) {
      const pair = via[day * width + at];
      if (pair >= 0) this.chosen[this.count++] = pair;
      at = from[day * width + at];
    }
    return best;
  }
}
