import { holidayNames } from './holidays.ts';
import type { Day } from './time.ts';

/** What stands in the data file under a year, as whoever typed it in left it. */
export type TypedYear = Readonly<{
  notice: string;
  closed: readonly Readonly<{ from: string; to: string; holiday: string }>[];
  open: readonly string[];
}>;

/** What is wrong with the holidays of a year, in words for whoever adds it; empty when nothing is. */
export function holidayFaults(year: string, { notice, closed, open }: TypedYear): string[] {
  const faults: string[] = [];
  if (notice.trim() === '') faults.push(`${year}: notice must say under which number it was announced`);
  for (const day of [...closed.flatMap(({ from, to }) => [from, to]), ...open]) {
    if (!isDay(day)) faults.push(`${day}: there is no such day; write 2027-01-01`);
    else if (!day.startsWith(`${year}-`)) faults.push(`${day}: does not lie in ${year}`);
  }
  for (const [index, { from, to, holiday }] of closed.entries()) {
    if (!(holiday in holidayNames)) {
      faults.push(`${from}: ${holiday} is none of ${Object.keys(holidayNames).join(', ')}`);
    }
    if (to < from) faults.push(`${from}: ends on ${to}, before it begins`);
    const before = closed[index - 1];
    if (before && from <= before.to) faults.push(`${from}: begins before the holiday above it is over`);
  }
  for (const day of open) {
    if (!isWeekend(day)) faults.push(`${day}: is worked on anyway; open has days of a weekend only`);
    if (closed.some(({ from, to }) => from <= day && day <= to)) faults.push(`${day}: is both closed and open`);
  }
  return faults;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());
}
