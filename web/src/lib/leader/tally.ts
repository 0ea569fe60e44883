import type { AttendanceLine, AttendanceState } from '@kaifong/shared/attendance/schema.ts';

/** How many people of a shift are in each state. */
export type Tally = Readonly<Record<AttendanceState, number>>;

export function tallyOf(lines: readonly Pick<AttendanceLine, 'state'>[]): Tally {
  const tally = { expected: 0, here: 0, left: 0, confirmed: 0 };
  for (const { state } of lines) tally[state] += 1;
  return tally;
}
