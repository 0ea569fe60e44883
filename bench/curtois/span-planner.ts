import { integers, type Numbers } from '@kaifong/functions/scheduling/roster/numbers.ts';
import { runsOf } from './judge.ts';
import { type Employee, isSaturday, isSunday, type StaffingProblem } from './staffing-problem.ts';

/** Labels that a span may make before it is given up as too large. */
const mostLabels = 400_000;
/** About how many steps a span may take; of each day only as many labels are followed up, the cheapest, as that leaves. */
const stepsOfSpan = 1_000_000;
const leastOfDay = 300;

/**
 * Finds the cheapest plan for one employee over a span of days, the rest of her row left as it is, with every hard rule
 * kept: a dynamic programme over the days whose states are minutes, weekends, the run of days at work or off, and what the
 * last shift forbids.
 */
export class SpanPlanner {
  readonly #problem: StaffingProblem;
  readonly #unit: number;
  /** For each shift the group of those that forbid the same shifts on the next day. */
  readonly #groupOf: readonly number[];
  readonly #groups: readonly ReadonlySet<number>[];
  readonly #key = integers(mostLabels);
  readonly #cost = new Float64Array(mostLabels);
  readonly #before = integers(mostLabels);
  readonly #shift = integers(mostLabels);
  #known = integers(1);
  #labels = 0;

  constructor(problem: StaffingProblem) {
    this.#problem = problem;
    this.#unit = problem.shifts.reduce((unit, { minutes }) => commonDivisor(unit, minutes), 0) || 1;
    const groups: number[][] = [];
    this.#groupOf = problem.shifts.map(({ notBefore }) => {
      const found = groups.findIndex((group) => group.join() === notBefore.join());
      return found >= 0 ? found : groups.push([...notBefore]) - 1;
    });
    this.#groups = groups.map((group) => new Set(group));
  }

  /**
   * The shifts of the days `from` up to `to`, or undefined when nothing keeps the rules. `costs` says, for each day of the
   * span and each shift, what that shift costs. Minutes and weekends of the span lie within `bounds`.
   */
  plan(
    employee: Employee,
    row: readonly number[],
    from: number,
    to: number,
    costs: Numbers,
    bounds: SpanBounds,
  ): number[] | undefined {
    const { days, shifts } = this.#problem;
    const kinds = shifts.length;
    const { leastInARow, mostInARow, leastOffInARow } = employee;
    const offStates = Math.max(1, leastOffInARow);
    const runLength = 2 * this.#groups.length;
    const runs = offStates + (mostInARow + 1) * runLength;
    const mostUnits = Math.floor(bounds.mostMinutes / this.#unit);
    if (mostUnits < 0 || bounds.mostWeekends < 0) return undefined;
    const perUnit = (bounds.mostWeekends + 1) * runs;
    const size = (mostUnits + 1) * perUnit;
    if (this.#known.length < size) this.#known = integers(size);

    const working = (count: number, group: number, isLongEnough: boolean): number =>
      offStates + count * runLength + 2 * group + (isLongEnough ? 1 : 0);
    const usable = shifts.map(({ minutes }, shift) => ({
      shift,
      units: minutes / this.#unit,
      group: this.#groupOf[shift] ?? 0,
    }));
    const longest = Math.max(...usable.map(({ units, shift }) => (bounds.mostOfShift[shift] ? units : 0)));
    const after = runAfter(row, to, days);

    const mostOfDay = Math.max(leastOfDay, Math.floor(stepsOfSpan / (kinds * (to - from))));
    this.#labels = 0;
    this.#add(this.#runBefore(employee, row, from, offStates, working), 0, -1, 0);
    let first = 0;
    for (let day = from; day < to; day++) {
      const last = this.#labels;
      const dearest = this.#dearestOf(mostOfDay, first, last);
      const before = first;
      first = last;
      const offset = (day - from) * kinds;
      const isOff = employee.daysOff.has(day);
      const stillPossible = longest * mostWorkDays(to - day - 1, mostInARow, leastOffInARow);
      for (let label = before; label < last; label++) {
        const cost = this.#cost[label] as number;
        if (cost > dearest) continue;
        const state = this.#key[label];
        const run = state % runs;
        const weekends = Math.floor(state / runs) % (bounds.mostWeekends + 1);
        const units = Math.floor(state / perUnit);
        const rest = state - run;
        const isWorking = run >= offStates;
        const count = isWorking ? Math.floor((run - offStates) / runLength) : 0;
        const group = isWorking ? ((run - offStates) % runLength) >> 1 : 0;
        const isLongEnough = isWorking && ((run - offStates) & 1) === 1;
        if ((units + stillPossible) * this.#unit >= bounds.leastMinutes && (!isWorking || isLongEnough))
          this.#reach(rest + (isWorking ? 0 : Math.min(run + 1, offStates - 1)), cost, label, 0, first);
        if (isOff || count >= mostInARow || (!isWorking && run < offStates - 1)) continue;
        const startsWeekend = isSaturday(day) || (isSunday(day) && !isWorking);
        if (startsWeekend && weekends === bounds.mostWeekends) continue;
        const enough = isLongEnough || count + 1 >= leastInARow || (day === 0 && !isWorking);
        const forbidden = isWorking ? this.#groups[group] : undefined;
        for (let shift = 1; shift < kinds; shift++) {
          const { units: more = 0, group: next = 0 } = usable[shift] ?? {};
          if (!bounds.mostOfShift[shift] || forbidden?.has(shift) || units + more > mostUnits) continue;
          if ((units + more + stillPossible) * this.#unit < bounds.leastMinutes) continue;
          const reached = rest + more * perUnit + (startsWeekend ? runs : 0) + working(count + 1, next, enough);
          this.#reach(reached, cost + costs[offset + shift], label, shift, first);
        }
        if (this.#labels > mostLabels - kinds - 2) return undefined;
      }
      this.#forget(first);
    }

    let best = -1;
    for (let label = first; label < this.#labels; label++) {
      const state = this.#key[label];
      if (Math.floor(state / perUnit) * this.#unit < bounds.leastMinutes) continue;
      const run = state % runs;
      const end = {
        works: run >= offStates,
        count: run >= offStates ? Math.floor((run - offStates) / runLength) : run + 1,
        isLongEnough: run >= offStates ? ((run - offStates) & 1) === 1 : run === offStates - 1,
        forbids: run >= offStates ? this.#groups[((run - offStates) % runLength) >> 1] : undefined,
      };
      if (best >= 0 && (this.#cost[label] as number) >= (this.#cost[best] as number)) continue;
      if (fitsAfter(employee, end, after)) best = label;
    }
    if (best < 0) return undefined;
    const plan: number[] = [];
    for (let label = best; this.#before[label] >= 0; label = this.#before[label]) plan.push(this.#shift[label]);
    return plan.reverse();
  }

  /** The state in which the row arrives at the span. Before the horizon lie days off, as many as one likes. */
  #runBefore(
    employee: Employee,
    row: readonly number[],
    from: number,
    offStates: number,
    working: (count: number, group: number, isLongEnough: boolean) => number,
  ): number {
    if (from === 0) return offStates - 1;
    const run = runsOf(row.slice(0, from)).at(-1);
    if (!run) return offStates - 1;
    const length = run.to - run.from;
    if (!run.works) return run.from === 0 ? offStates - 1 : Math.min(length, offStates) - 1;
    const group = this.#groupOf[row[from - 1] ?? 0] ?? 0;
    return working(length, group, run.from === 0 || length >= employee.leastInARow);
  }

  #reach(state: number, cost: number, before: number, shift: number, first: number): void {
    const known = this.#known[state] - 1;
    if (known < first || this.#key[known] !== state) {
      this.#known[state] = this.#labels + 1;
      this.#add(state, cost, before, shift);
    } else if (cost < (this.#cost[known] as number)) {
      this.#cost[known] = cost;
      this.#before[known] = before;
      this.#shift[known] = shift;
    }
  }

  #add(state: number, cost: number, before: number, shift: number): void {
    this.#key[this.#labels] = state;
    this.#cost[this.#labels] = cost;
    this.#before[this.#labels] = before;
    this.#shift[this.#labels] = shift;
    this.#labels += 1;
  }

  #forget(first: number): void {
    for (let label = first; label < this.#labels; label++) this.#known[this.#key[label]] = 0;
  }

  /** The cost of the dearest among the so many cheapest labels. */
  #dearestOf(count: number, first: number, last: number): number {
    if (last - first <= count) return Number.POSITIVE_INFINITY;
    return this.#cost.subarray(first, last).toSorted()[count - 1] ?? Number.POSITIVE_INFINITY;
  }
}

export type SpanBounds = Readonly<{
  leastMinutes: number;
  mostMinutes: number;
  mostWeekends: number;
  mostOfShift: readonly number[];
}>;

type RunAfter = Readonly<{ works: boolean; length: number; touchesEnd: boolean; shift: number }>;

/** The run with which the row goes on after the span, if it does. */
function runAfter(row: readonly number[], to: number, days: number): RunAfter | undefined {
  if (to >= days) return undefined;
  const works = (row[to] ?? 0) > 0;
  let end = to;
  while (end < days && (row[end] ?? 0) > 0 === works) end += 1;
  return { works, length: end - to, touchesEnd: end === days, shift: row[to] ?? 0 };
}

function fitsAfter(
  employee: Employee,
  end: { works: boolean; count: number; isLongEnough: boolean; forbids: ReadonlySet<number> | undefined },
  after: RunAfter | undefined,
): boolean {
  if (!after) return true;
  const { length, touchesEnd } = after;
  if (end.works && after.works)
    return (
      end.count + length <= employee.mostInARow &&
      !end.forbids?.has(after.shift) &&
      (end.isLongEnough || touchesEnd || end.count + length >= employee.leastInARow)
    );
  if (!end.works && !after.works)
    return end.isLongEnough || touchesEnd || end.count + length >= employee.leastOffInARow;
  const least = after.works ? employee.leastInARow : employee.leastOffInARow;
  return end.isLongEnough && (touchesEnd || length >= least);
}

/** At most so many of `days` days in a row are days at work. */
function mostWorkDays(days: number, mostInARow: number, leastOff: number): number {
  const period = mostInARow + Math.max(1, leastOff);
  return Math.floor(days / period) * mostInARow + Math.min(days % period, mostInARow);
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
