/** The month of a day and those before it, oldest first: `2026-06` … `2026-11`. */
export function monthsUpTo(day: string, count: number): string[] {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index)).toISOString().slice(0, 7),
  );
}

/** The minutes of each month, from records in any order; what a reversal takes back is below zero and so counts against its month. */
export function minutesByMonth(
  months: readonly string[],
  records: readonly { day: string; minutes: number }[],
): { month: string; minutes: number }[] {
  return months.map((month) => ({
    month,
    minutes: records.filter(({ day }) => day.startsWith(month)).reduce((sum, { minutes }) => sum + minutes, 0),
  }));
}
