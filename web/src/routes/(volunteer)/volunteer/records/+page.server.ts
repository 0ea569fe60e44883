import type { ChainRecord } from '@kaifong/shared/attendance/chain.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { starsInWords } from '#lib/volunteer/stars-in-words.server.ts';
import { m } from '#paraglide/messages.js';
import type { PageServerLoad } from './$types';
import { halfYear } from './half-year.server.ts';

export const load: PageServerLoad = async (event) => {
  const client = api(event).api['service-records'];
  const query = pageQuery(event.url);
  const [total, page, months] = await Promise.all([
    read(client.total.$get()),
    read(client.$get({ query })),
    query.cursor === undefined ? halfYear(event) : undefined,
  ]);
  return {
    total: { minutes: total.minutes, words: spokenMinutes(total.minutes) },
    months,
    stars: await starsInWords(event, total.minutes),
    // The rest of a record is for those who check the chain; a page shows what a person reads.
    records: page.items.map(inWords),
    cursor: page.cursor,
  };
};

function inWords(record: ChainRecord) {
  const { seq, minutes, recordedAt } = record;
  const shown = { seq, time: spokenMinutes(minutes), isLess: minutes < 0 };
  if (record.kind === 'transfer') return { ...shown, kind: record.kind, recordedAt };
  if (record.kind === 'dayTotal')
    return { ...shown, kind: record.kind, title: m.volunteer_dayTotal(), day: record.day };
  const { kind, title, startedAt, endedAt, ways, reverses, reason } = record;
  return { ...shown, kind, title, startedAt, endedAt, reverses, reason, way: markedWay(ways) };
}

/** How a record came about, where it stays marked. */
function markedWay(ways: readonly string[]) {
  return (['backEntry', 'correction', 'leaderTick'] as const).find((way) => ways.includes(way));
}
