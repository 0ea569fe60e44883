import { ChainSearch, none } from './chain-search.ts';
import { noPlace } from './draft.ts';
import { staysRested } from './rested.ts';

/** Relieves a role that holds one too many: somebody leaves it, and may take on another role, which then may hold one too many. */
export class RelieveChain extends ChainSearch {
  protected lookAt(role: number, cost: number): void {
    const { volunteerOfPair, points, firstLoad, load } = this.instance;
    const { draft, price } = this;
    for (let at = draft.firstServing[role], end = at + draft.filled[role]; at < end; at++) {
      const removed = draft.serving[at];
      const volunteer = volunteerOfPair[removed];
      if (this.hasChanged(volunteer, role)) continue;
      const loads = firstLoad[volunteer];
      const units = draft.units[volunteer] - draft.lengthOfRole[role];
      const soFar = cost + points[removed] + price[role] - load[loads + draft.units[volunteer]];
      this.endWith(soFar + load[loads + units], role, none, removed, none);
      this.#insteadOf(role, removed, volunteer, soFar, units);
    }
  }

  /** The volunteer takes on something else, on a day on which she has nothing besides what she leaves. */
  #insteadOf(role: number, removed: number, volunteer: number, cost: number, units: number): void {
    const {
      firstRun,
      runStart,
      runSlot,
      times,
      firstLoad,
      load,
      mostUnits,
      needsRest,
      points,
      role: roleOf,
    } = this.instance;
    const { draft, price } = this;
    const busy = this.#daysWithout(removed, volunteer);
    for (let run = firstRun[volunteer], end = firstRun[volunteer + 1]; run < end; run++) {
      const slot = times.slots[runSlot[run]];
      if (!slot || busy & (1 << slot.day) || units + slot.length > mostUnits[volunteer]) continue;
      if (needsRest[volunteer] && !staysRested(draft, volunteer, runStart[run], removed, none)) continue;
      const soFar = cost + load[firstLoad[volunteer] + units + slot.length];
      for (let added = runStart[run], last = runStart[run + 1]; added < last; added++) {
        const to = roleOf[added];
        const total = soFar - points[added] - price[to];
        if (total >= this.least || to === role) continue;
        if (draft.nextWorth[to] > noPlace)
          this.endWith(total + price[to] - draft.nextWorth[to], role, added, removed, none);
        this.stepTo(to, total, role, added, removed);
      }
    }
  }

  /** The days, as bits, on which a volunteer serves in something else than `removed`. */
  #daysWithout(removed: number, volunteer: number): number {
    const { draft } = this;
    const first = volunteer * draft.days;
    let days = 0;
    for (let index = first; index < first + draft.size[volunteer]; index++)
      if (draft.pairs[index] !== removed) days |= 1 << this.dayOfRole[this.instance.role[draft.pairs[index]]];
    return days;
  }
}
