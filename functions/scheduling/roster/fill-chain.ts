import { ChainSearch, none } from './chain-search.ts';
import { staysRested } from './rested.ts';

/** Fills a place that a role lacks: somebody takes it on, and may leave another role for it, which then lacks one. */
export class FillChain extends ChainSearch {
  protected lookAt(role: number, cost: number): void {
    const { firstOfRole, pairOfRole, volunteerOfPair, points, firstLoad, load, mostUnits } = this.instance;
    const { draft, price } = this;
    const length = draft.lengthOfRole[role];
    for (let at = firstOfRole[role], end = firstOfRole[role + 1]; at < end; at++) {
      const added = pairOfRole[at];
      const volunteer = volunteerOfPair[added];
      const sameDay = this.#onDayOf(role, volunteer);
      if (sameDay === added || (sameDay !== none && this.instance.role[sameDay] === role)) continue;
      const loads = firstLoad[volunteer];
      const soFar = cost - points[added] - price[role] - load[loads + draft.units[volunteer]];
      const units = draft.units[volunteer] + length;
      const most = mostUnits[volunteer];
      if (sameDay !== none) {
        const left = units - this.#lengthOf(sameDay);
        const costLeft = soFar + this.#payOf(sameDay);
        if (left <= most) this.#leaving(role, costLeft + load[loads + left], volunteer, added, sameDay);
        else this.#leavingAnother(role, costLeft, left, volunteer, added, sameDay);
        continue;
      }
      if (units <= most && soFar + load[loads + units] < this.least && this.#may(role, volunteer, added, none, none))
        this.endWith(soFar + load[loads + units], role, added, none, none);
      const first = volunteer * draft.days;
      for (let index = first; index < first + draft.size[volunteer]; index++) {
        const removed = draft.pairs[index];
        const left = units - this.#lengthOf(removed);
        if (left <= most)
          this.#leaving(role, soFar + this.#payOf(removed) + load[loads + left], volunteer, added, removed);
      }
    }
  }

  /** The volunteer leaves one role for this one. */
  #leaving(role: number, cost: number, volunteer: number, added: number, removed: number): void {
    if (cost >= this.least || !this.#may(role, volunteer, added, removed, none)) return;
    const left = this.instance.role[removed];
    this.endWith(cost + this.#hole(removed), role, added, removed, none);
    this.stepTo(left, cost, role, added, removed);
  }

  /** Her hours ask that she leaves a second one, and both stay unfilled. */
  #leavingAnother(role: number, cost: number, units: number, volunteer: number, added: number, removed: number): void {
    const { firstLoad, load, mostUnits } = this.instance;
    const { draft } = this;
    const first = volunteer * draft.days;
    for (let index = first; index < first + draft.size[volunteer]; index++) {
      const another = draft.pairs[index];
      const left = units - this.#lengthOf(another);
      if (another === removed || left > mostUnits[volunteer]) continue;
      const total =
        cost + this.#payOf(another) + load[firstLoad[volunteer] + left] + this.#hole(removed) + this.#hole(another);
      if (total < this.least && this.#may(role, volunteer, added, removed, another))
        this.endWith(total, role, added, removed, another);
    }
  }

  #may(role: number, volunteer: number, added: number, removed: number, alsoRemoved: number): boolean {
    if (this.hasChanged(volunteer, role)) return false;
    return !this.instance.needsRest[volunteer] || staysRested(this.draft, volunteer, added, removed, alsoRemoved);
  }

  #onDayOf(role: number, volunteer: number): number {
    const { draft, dayOfRole } = this;
    const first = volunteer * draft.days;
    for (let index = first; index < first + draft.size[volunteer]; index++)
      if (dayOfRole[this.instance.role[draft.pairs[index]]] === dayOfRole[role]) return draft.pairs[index];
    return none;
  }

  #lengthOf(pair: number): number {
    return this.draft.lengthOfRole[this.instance.role[pair]];
  }

  /** What a pair is worth to its volunteer at the prices. */
  #payOf(pair: number): number {
    return this.instance.points[pair] + this.price[this.instance.role[pair]];
  }

  /** What it costs, beyond its price, that nobody takes the place that a pair leaves. */
  #hole(pair: number): number {
    const role = this.instance.role[pair];
    return this.draft.lastWorth(role) - this.price[role];
  }
}
