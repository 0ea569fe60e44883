import { day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';

export type NearDay = 'today' | 'tomorrow';

/** Whether a moment falls on this day or the next, in Liwan. */
export function nearDayOf(instant: Instant, now: Instant): NearDay | undefined {
  const its = dayOf(instant);
  if (its === dayOf(now)) return 'today';
  return its === dayOf(shiftBy(now, day)) ? 'tomorrow' : undefined;
}

/** Things in the order of time, those of one day together. */
export type DayGroup<Item> = Readonly<{ day: string; near?: NearDay; items: readonly Item[] }>;

export function byDay<Item extends Readonly<{ startsAt: Instant }>>(
  items: readonly Item[],
  now: Instant,
): DayGroup<Item>[] {
  return [...Map.groupBy(items, ({ startsAt }) => dayOf(startsAt))].map(([date, ofDay]) => {
    const near = nearDayOf(ofDay[0]?.startsAt ?? now, now);
    return { day: date, items: ofDay, ...(near && { near }) };
  });
}
