/** A shift-scheduling problem of the published set (Curtois and Qu, 2014). Days count from 0, a Monday; shift 0 is a day off. */
export type StaffingProblem = Readonly<{
  days: number;
  shifts: readonly ShiftKind[];
  staff: readonly Employee[];
  cover: readonly Cover[];
}>;

export type ShiftKind = Readonly<{
  id: string;
  minutes: number;
  /** Shifts, by number, that nobody may have on the day after this one. */
  notBefore: readonly number[];
}>;

export type Employee = Readonly<{
  id: string;
  /** The most shifts of each kind, by number. */
  mostOfShift: readonly number[];
  mostMinutes: number;
  leastMinutes: number;
  /** Days at work without a break, and days off without work between. */
  mostInARow: number;
  leastInARow: number;
  leastOffInARow: number;
  mostWeekends: number;
  daysOff: ReadonlySet<number>;
  /** What it costs that a wish is not met. */
  wishes: readonly Readonly<{ day: number; shift: number; weight: number; wantsIt: boolean }>[];
}>;

/** How many a shift needs on a day, and what each one less or more costs. */
export type Cover = Readonly<{ day: number; shift: number; needed: number; underWeight: number; overWeight: number }>;

/** For each employee and day the number of her shift, 0 for a day off. */
export type Roster = readonly (readonly number[])[];

export const isSaturday = (day: number): boolean => day % 7 === 5;
export const isSunday = (day: number): boolean => day % 7 === 6;
