import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import type { ChartPoint } from '#lib/components/chart.ts';
import { minutesByMonth, monthsUpTo } from '#lib/volunteer/months.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';

/** The hours of the last six months, this one among them; nothing to draw is undefined. Reads the records back to the first of them. */
export async function halfYear(event: Caller): Promise<ChartPoint[] | undefined> {
  const months = monthsUpTo(dayOf(toInstant(Date.now())), 6);
  const records: { day: string; minutes: number }[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: '100', ...(cursor && { cursor }) };
    const page = await read(api(event).api['service-records'].$get({ query }));
    records.push(...page.items.filter((record) => record.kind !== 'transfer'));
    // Nothing is recorded before its day: what was recorded earlier than the first month is not of these months.
    const oldest = page.items.at(-1);
    cursor = oldest && dayOf(oldest.recordedAt) >= `${months[0]}-01` ? page.cursor : undefined;
  } while (cursor);

  const served = minutesByMonth(months, records);
  if (served.every(({ minutes }) => minutes <= 0)) return undefined;
  const name = new Intl.DateTimeFormat(event.locals.locale, { month: 'short', timeZone: 'UTC' });
  return served.map(({ month, minutes }) => ({
    label: name.format(new Date(`${month}-01`)),
    value: Math.max(0, Math.round(minutes / 6) / 10),
    text: spokenMinutes(Math.max(0, minutes)),
  }));
}
