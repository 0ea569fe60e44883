import type { Instance } from './instance.ts';
import { bytes, integers, type Numbers, reals } from './numbers.ts';
import { type Assignment, worth } from './problem.ts';

/** What one more place of a role is worth that has no more; so much less than nothing that nothing makes it good. */
export const noPlace = -1e9;

/**
 * A roster in the making: each volunteer's pairs, who serves in each role, and what the next place there is worth. While
 * it is being changed a role may hold one or two more than its most, at the cost of `noPlace` each.
 */
export class Draft {
  readonly instance: Instance;
  /** The pairs of a volunteer: from `volunteer · days`, `size[volunteer]` of them. */
  readonly pairs: Numbers;
  readonly size: Numbers;
  /** The length of all of them together. */
  readonly units: Numbers;
  readonly filled: Numbers;
  /** What one more place of each role is worth. */
  readonly nextWorth: Numbers;
  /** The pairs that serve in a role: from `firstServing[role]`, `filled[role]` of them. */
  readonly serving: Numbers;
  readonly firstServing: Numbers;
  readonly lengthOfRole: Numbers;
  readonly days: number;
  /** What the draft is worth, kept as it changes. */
  value = 0;

  constructor(instance: Instance) {
    const { times, volunteers, roles, most, slotOfRole } = instance;
    this.instance = instance;
    this.days = times.days;
    this.pairs = integers(volunteers * this.days);
    this.size = bytes(volunteers);
    this.units = integers(volunteers);
    this.filled = integers(roles);
    this.nextWorth = reals(roles);
    this.firstServing = integers(roles + 1);
    this.lengthOfRole = integers(roles);
    for (let role = 0; role < roles; role++) {
      this.firstServing[role + 1] = this.firstServing[role] + most[role] + 8;
      this.lengthOfRole[role] = times.slots[slotOfRole[role]]?.length ?? 0;
      this.nextWorth[role] = this.worthOfPlace(role, 0);
    }
    this.serving = integers(this.firstServing[roles]);
  }

  /** What the place of a role is worth that comes after `filled` others. */
  worthOfPlace(role: number, filled: number): number {
    const { fewest, most, needed } = this.instance;
    return filled < fewest[role] ? needed[role] : filled < most[role] ? worth.extra : noPlace;
  }

  /** What the place is worth that was filled last. */
  lastWorth(role: number): number {
    return this.worthOfPlace(role, this.filled[role] - 1);
  }

  add(pair: number): void {
    const { role, volunteerOfPair, points, firstLoad, load } = this.instance;
    const volunteer = volunteerOfPair[pair];
    const to = role[pair];
    this.pairs[volunteer * this.days + this.size[volunteer]++] = pair;
    this.serving[this.firstServing[to] + this.filled[to]] = pair;
    const cost = firstLoad[volunteer] + this.units[volunteer];
    this.value += points[pair] + this.nextWorth[to] - load[cost + this.lengthOfRole[to]] + load[cost];
    this.units[volunteer] += this.lengthOfRole[to];
    this.filled[to] += 1;
    this.nextWorth[to] = this.worthOfPlace(to, this.filled[to]);
  }

  remove(pair: number): void {
    const { role, volunteerOfPair, points, firstLoad, load } = this.instance;
    const volunteer = volunteerOfPair[pair];
    const from = role[pair];
    const first = volunteer * this.days;
    let index = first;
    while (this.pairs[index] !== pair) index += 1;
    this.pairs[index] = this.pairs[first + --this.size[volunteer]];
    let place = this.firstServing[from];
    while (this.serving[place] !== pair) place += 1;
    this.filled[from] -= 1;
    this.serving[place] = this.serving[this.firstServing[from] + this.filled[from]];
    this.nextWorth[from] = this.worthOfPlace(from, this.filled[from]);
    const cost = firstLoad[volunteer] + this.units[volunteer];
    this.value -= points[pair] + this.nextWorth[from] - load[cost] + load[cost - this.lengthOfRole[from]];
    this.units[volunteer] -= this.lengthOfRole[from];
  }

  clear(volunteer: number): void {
    while (this.size[volunteer] > 0) this.remove(this.pairs[volunteer * this.days + this.size[volunteer] - 1]);
  }

  /** Gives a volunteer, who has nothing, the first `count` of some pairs. */
  assign(pairs: Numbers, count: number): void {
    for (let index = 0; index < count; index++) this.add(pairs[index]);
  }

  assignments(): Assignment[] {
    const found: Assignment[] = [];
    const { volunteers, person, role } = this.instance;
    for (let volunteer = 0; volunteer < volunteers; volunteer++)
      for (let index = volunteer * this.days, last = index + this.size[volunteer]; index < last; index++)
        found.push([person[volunteer], role[this.pairs[index]]]);
    return found;
  }
}
