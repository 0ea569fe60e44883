import {
  type Employee,
  isSaturday,
  isSunday,
  type Roster,
  type ShiftKind,
  type StaffingProblem,
} from './staffing-problem.ts';

export type Judgement = Readonly<{ objective: number; violations: readonly string[] }>;

/**
 * What a roster costs, and which hard rules it breaks. A run of days at work or off that touches an end of the horizon is
 * never too short, since it may go on beyond it.
 */
export function judge({ days, shifts, staff, cover }: StaffingProblem, roster: Roster): Judgement {
  const violations: string[] = [];
  let objective = 0;
  staff.forEach((employee, index) => {
    const row = roster[index] ?? [];
    for (const rule of brokenBy(employee, row, shifts, days)) violations.push(`${employee.id}: ${rule}`);
    for (const { day, shift, weight, wantsIt } of employee.wishes)
      if ((row[day] === shift) !== wantsIt) objective += weight;
  });
  for (const { day, shift, needed, underWeight, overWeight } of cover) {
    const there = roster.reduce((count, row) => count + (row[day] === shift ? 1 : 0), 0);
    objective += underWeight * Math.max(0, needed - there) + overWeight * Math.max(0, there - needed);
  }
  return { objective, violations };
}

function* brokenBy(
  employee: Employee,
  row: readonly number[],
  shifts: readonly ShiftKind[],
  days: number,
): Generator<string> {
  if (row.length !== days) yield 'another number of days';
  let minutes = 0;
  const count = shifts.map(() => 0);
  for (const [day, shift] of row.entries()) {
    minutes += shifts[shift]?.minutes ?? Number.NaN;
    count[shift] = (count[shift] ?? 0) + 1;
    if (shift && employee.daysOff.has(day)) yield `works on day ${day}, which is off`;
    if (shift && shifts[row[day - 1] ?? 0]?.notBefore.includes(shift)) yield `too little rest before day ${day}`;
  }
  for (const [shift, most] of employee.mostOfShift.entries())
    if (shift && (count[shift] ?? 0) > most) yield `too many of shift ${shifts[shift]?.id}`;
  if (!(minutes <= employee.mostMinutes)) yield 'too many minutes';
  if (!(minutes >= employee.leastMinutes)) yield 'too few minutes';
  let weekends = 0;
  for (let day = 0; day < days; day++) {
    if (isSaturday(day) && (row[day] || row[day + 1])) weekends += 1;
    if (day === 0 && isSunday(day) && row[day]) weekends += 1;
  }
  if (weekends > employee.mostWeekends) yield 'too many weekends';
  for (const { from, to, works } of runsOf(row)) {
    const touchesEnd = from === 0 || to === days;
    if (works && to - from > employee.mostInARow) yield `too many days in a row from day ${from}`;
    if (works && !touchesEnd && to - from < employee.leastInARow) yield `too few days in a row from day ${from}`;
    if (!works && !touchesEnd && to - from < employee.leastOffInARow) yield `too few days off from day ${from}`;
  }
}

/** The runs of days at work and off, each up to and without `to`. */
export function runsOf(row: readonly number[]): { from: number; to: number; works: boolean }[] {
  const runs: { from: number; to: number; works: boolean }[] = [];
  for (const [day, shift] of row.entries()) {
    const last = runs.at(-1);
    if (last && last.works === shift > 0) last.to = day + 1;
    else runs.push({ from: day, to: day + 1, works: shift > 0 });
  }
  return runs;
}
