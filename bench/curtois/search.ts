import { type Numbers, reals } from '@kaifong/functions/scheduling/roster/numbers.ts';
import { randomFrom } from '@kaifong/functions/scheduling/roster/random.ts';
import { type SpanBounds, SpanPlanner } from './span-planner.ts';
import { type Employee, isSaturday, isSunday, type StaffingProblem } from './staffing-problem.ts';

/** Days of the spans that are planned anew, and the milliseconds above which a length is no longer used. */
const spans = [7, 14, 21, 28];
const slowSpan = 25;
/** How much worse a change may be, at first and at last, in the units of the objective. */
const temperature = { from: 12, to: 0.3 };
const noiseOfCosts = 3;
/** From so many kinds of shifts on the first rows are built week by week. */
const manyShifts = 10;
/** What a missing minute costs while somebody has fewer than the least. */
const missingMinute = 50;

/**
 * Searches for a cheap roster: some employees give up a span of days, and each in turn gets the plan for it that is
 * cheapest as the others stand; what comes of it is kept when it is better, or, early on, not much worse.
 */
export class StaffingSearch {
  readonly #problem: StaffingProblem;
  readonly #planner: SpanPlanner;
  readonly #random: () => number;
  readonly #rows: number[][];
  readonly #wishes: readonly Numbers[];
  readonly #there: Numbers;
  readonly #needed: Numbers;
  readonly #under: Numbers;
  readonly #over: Numbers;
  readonly #costs: Numbers;
  readonly #spanTime = new Map(spans.map((span) => [span, { runs: 0, milliseconds: 0 }]));
  #best: number[][] = [];
  #bestCost = Number.POSITIVE_INFINITY;
  #cost = 0;

  constructor(problem: StaffingProblem, seed: number) {
    const { days, shifts, staff, cover } = problem;
    const cells = days * shifts.length;
    this.#problem = problem;
    this.#planner = new SpanPlanner(problem);
    this.#random = randomFrom(seed);
    this.#rows = staff.map(() => new Array<number>(days).fill(0));
    this.#costs = reals(cells);
    this.#there = reals(cells);
    this.#needed = reals(cells);
    this.#under = reals(cells);
    this.#over = reals(cells);
    for (const { day, shift, needed, underWeight, overWeight } of cover) {
      const cell = day * shifts.length + shift;
      this.#needed[cell] = needed;
      this.#under[cell] = underWeight;
      this.#over[cell] = overWeight;
      this.#cost += needed * underWeight;
    }
    this.#wishes = staff.map(({ wishes }) => {
      const costs = reals(cells);
      for (const { day, shift, weight, wantsIt } of wishes) {
        costs[day * shifts.length + shift] += wantsIt ? -weight : weight;
        if (wantsIt) this.#cost += weight;
      }
      return costs;
    });
  }

  get best(): readonly (readonly number[])[] {
    return this.#best;
  }

  /** Works until the share of its time that has gone, 0–1, is 1. */
  run(timeGone: () => number): void {
    this.#build(timeGone);
    this.#keepIfBest();
    const { staff, days } = this.#problem;
    if (staff.length === 0 || days === 0) return;
    for (let gone = timeGone(); gone < 1; gone = timeGone()) {
      const heat = temperature.from * (temperature.to / temperature.from) ** gone;
      const span = this.#spanLength();
      const weeks = Math.max(1, Math.ceil((days - span) / 7) + 1);
      const from = 7 * Math.floor(this.#random() * weeks);
      const to = Math.min(days, from + span);
      const began = performance.now();
      const group = this.#group(1 + Math.floor(this.#random() * Math.min(4, staff.length)));
      this.#replan(group, from, to, heat);
      const time = this.#spanTime.get(span);
      if (time) {
        time.runs += group.length;
        time.milliseconds += performance.now() - began;
      }
      this.#keepIfBest();
    }
  }

  /** Gives everyone a first row, span by span, with minutes and weekends spread over the horizon. */
  #build(timeGone: () => number): void {
    const { staff, days, shifts } = this.#problem;
    const span = shifts.length > manyShifts ? 7 : 14;
    for (const index of this.#group(staff.length)) {
      if (timeGone() >= 1) return;
      for (let from = 0; from < days; from += span) {
        const to = Math.min(days, from + span);
        const share = to / days;
        const bounds = this.#bounds(index, from, to);
        const employee = staff[index] as Employee;
        const planned = {
          ...bounds,
          mostMinutes: Math.min(
            bounds.mostMinutes,
            Math.ceil(employee.mostMinutes * share + 480) - this.#minutesBefore(index, from),
          ),
          leastMinutes:
            to === days ? bounds.leastMinutes : employee.leastMinutes * share - 960 - this.#minutesBefore(index, from),
          mostWeekends: Math.min(
            bounds.mostWeekends,
            Math.ceil(employee.mostWeekends * share) - this.#weekendsIn(index, 0, from),
          ),
        };
        if (!this.#plan(index, from, to, planned, 0)) this.#plan(index, from, to, { ...bounds, leastMinutes: 0 }, 0);
      }
    }
  }

  #replan(group: readonly number[], from: number, to: number, heat: number): void {
    const before = this.#cost + this.#missing(group);
    const rows = group.map((index) => (this.#rows[index] ?? []).slice(from, to));
    for (const index of group) this.#set(index, from, new Array<number>(to - from).fill(0));
    let works = true;
    for (const [position, index] of group.entries()) {
      const noise = position < group.length - 1 || this.#random() < 0.3 ? noiseOfCosts * this.#random() : 0;
      const had = rows[position] ?? [];
      works &&= this.#plan(index, from, to, this.#boundsLike(index, from, to, had), noise);
    }
    const worse = this.#cost + this.#missing(group) - before;
    if (works && worse <= -heat * Math.log(1 - this.#random()) * 0.5) return;
    for (const [position, index] of group.entries()) this.#set(index, from, rows[position] ?? []);
  }

  /** Plans a span in which the employee has nothing. */
  #plan(index: number, from: number, to: number, bounds: SpanBounds, noise: number): boolean {
    const { shifts, staff } = this.#problem;
    const employee = staff[index] as Employee;
    const kinds = shifts.length;
    const wishes = this.#wishes[index] ?? reals(0);
    const lacks = employee.leastMinutes > this.#minutesBefore(index, this.#problem.days) + bounds.leastMinutes;
    for (let day = from; day < to; day++)
      for (let shift = 1; shift < kinds; shift++) {
        const cell = day * kinds + shift;
        const cover = this.#there[cell] < this.#needed[cell] ? -this.#under[cell] : this.#over[cell];
        const minutes = lacks ? -missingMinute * (shifts[shift]?.minutes ?? 0) : 0;
        this.#costs[(day - from) * kinds + shift] =
          cover + wishes[cell] + minutes + (noise ? noise * (this.#random() * 2 - 1) : 0);
      }
    for (let attempt = 0; attempt < 6; attempt++) {
      const plan = this.#planner.plan(employee, this.#rows[index] ?? [], from, to, this.#costs, bounds);
      if (!plan) return false;
      const tooMany = shifts.findIndex(
        (_, shift) => shift > 0 && plan.filter((each) => each === shift).length > (bounds.mostOfShift[shift] ?? 0),
      );
      if (tooMany < 0) {
        this.#set(index, from, plan);
        return true;
      }
      for (let day = from; day < to; day++) this.#costs[(day - from) * kinds + tooMany] += 15 * 2 ** attempt;
    }
    return false;
  }

  #set(index: number, from: number, plan: readonly number[]): void {
    const row = this.#rows[index] ?? [];
    const kinds = this.#problem.shifts.length;
    const wishes = this.#wishes[index] ?? reals(0);
    for (const [offset, shift] of plan.entries()) {
      const old = row[from + offset] ?? 0;
      if (old === shift) continue;
      if (old) {
        const cell = (from + offset) * kinds + old;
        this.#cost -= wishes[cell];
        this.#there[cell] -= 1;
        this.#cost += this.#there[cell] < this.#needed[cell] ? this.#under[cell] : -this.#over[cell];
      }
      if (shift) {
        const cell = (from + offset) * kinds + shift;
        this.#cost += wishes[cell];
        this.#cost += this.#there[cell] < this.#needed[cell] ? -this.#under[cell] : this.#over[cell];
        this.#there[cell] += 1;
      }
      row[from + offset] = shift;
    }
  }

  /** What the rest of the row leaves to a span; the span itself counts as free. */
  #bounds(index: number, from: number, to: number): SpanBounds {
    const { staff, days, shifts } = this.#problem;
    const employee = staff[index] as Employee;
    const row = this.#rows[index] ?? [];
    const outside = row.filter((_, day) => day < from || day >= to);
    const minutes = outside.reduce((sum, shift) => sum + (shifts[shift]?.minutes ?? 0), 0);
    const counts = shifts.map(() => 0);
    for (const shift of outside) counts[shift] = (counts[shift] ?? 0) + 1;
    return {
      leastMinutes: employee.leastMinutes - minutes,
      mostMinutes: employee.mostMinutes - minutes,
      mostWeekends: employee.mostWeekends - this.#weekendsIn(index, 0, from) - this.#weekendsIn(index, to, days),
      mostOfShift: employee.mostOfShift.map((most, shift) => most - (counts[shift] ?? 0)),
    };
  }

  /** The same, with no more minutes asked than a span had that could not have all. */
  #boundsLike(index: number, from: number, to: number, had: readonly number[]): SpanBounds {
    const bounds = this.#bounds(index, from, to);
    const minutes = had.reduce((sum, shift) => sum + (this.#problem.shifts[shift]?.minutes ?? 0), 0);
    return { ...bounds, leastMinutes: Math.min(bounds.leastMinutes, minutes) };
  }

  #missing(group: readonly number[]): number {
    return group.reduce((sum, index) => {
      const least = this.#problem.staff[index]?.leastMinutes ?? 0;
      return sum + missingMinute * Math.max(0, least - this.#minutesBefore(index, this.#problem.days));
    }, 0);
  }

  #minutesBefore(index: number, day: number): number {
    const { shifts } = this.#problem;
    const row = this.#rows[index] ?? [];
    let sum = 0;
    for (let each = 0; each < day; each++) sum += shifts[row[each] ?? 0]?.minutes ?? 0;
    return sum;
  }

  #weekendsIn(index: number, from: number, to: number): number {
    const row = this.#rows[index] ?? [];
    let weekends = 0;
    for (let day = from; day < to; day++) {
      if (isSaturday(day) && (row[day] || row[day + 1])) weekends += 1;
      if (isSunday(day) && day === from && row[day]) weekends += 1;
    }
    return weekends;
  }

  /** Some employees, in an order of chance. */
  #group(size: number): number[] {
    const { staff } = this.#problem;
    if (size < staff.length / 2) {
      const chosen = new Set<number>();
      while (chosen.size < size) chosen.add(Math.floor(this.#random() * staff.length));
      return [...chosen];
    }
    return staff
      .map((_, index) => ({ index, key: this.#random() }))
      .sort((one, other) => one.key - other.key)
      .slice(0, size)
      .map(({ index }) => index);
  }

  #spanLength(): number {
    const quick = spans.filter((span) => {
      const { runs, milliseconds } = this.#spanTime.get(span) ?? { runs: 0, milliseconds: 0 };
      return span === spans[0] || runs === 0 || milliseconds / runs < slowSpan;
    });
    return quick[Math.floor(this.#random() * quick.length)] ?? 7;
  }

  #keepIfBest(): void {
    const cost = this.#cost + this.#missing(this.#problem.staff.map((_, index) => index));
    if (cost >= this.#bestCost) return;
    this.#bestCost = cost;
    this.#best = this.#rows.map((row) => [...row]);
  }
}
