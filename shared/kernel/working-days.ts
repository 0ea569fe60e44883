import { holidayYears, solarHolidays } from './holidays.ts';
import { type Day, day as dayLength } from './time.ts';

/** Whether offices work on a day: Monday to Friday, but for holidays, and the weekend days that make up for them. */
export function isWorkingDay(day: Day): boolean {
  const year = holidayYears[day.slice(0, 4)];
  if (year?.open.includes(day)) return true;
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (!year) return !solarHolidays.includes(day.slice(5));
  return !year.closed.some(({ from, to }) => from <= day && day <= to);
}

/** The day by whose end so many working days have passed. The day on which a thing came in does not count (民法典 art. 201). */
export function workingDaysAfter(day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = nextDay(reached);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** How many working days lie after one day, up to and with another; 0 when that is not later. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = nextDay(from); day <= to; day = nextDay(day)) if (isWorkingDay(day)) count += 1;
  return count;
}

function nextDay(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + dayLength).toISOString().slice(0, 10);
}
