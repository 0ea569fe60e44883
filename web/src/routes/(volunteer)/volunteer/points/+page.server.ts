import { entryInWords } from '@kaifong/shared/points/ledger/entry-words.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event).api.points;
  const [summary, page, expiring] = await Promise.all([
    read(client.$get()),
    read(client.entries.$get({ query: pageQuery(event.url) })),
    read(client.expiring.$get()),
  ]);
  const { balance, cap, carriedMinutes, minutesToNextPoint } = summary;
  return {
    balance,
    cap,
    carried: `${carriedMinutes < 0 ? '− ' : ''}${spokenMinutes(carriedMinutes)}`,
    toNextPoint: spokenMinutes(minutesToNextPoint),
    entries: page.items.map((entry) => ({
      ...{ seq: entry.seq, day: entry.because.day, points: entry.points, toFund: entry.because.toFund },
      reckoning: entryInWords(entry, event.locals.locale),
    })),
    expiring: expiring.items.slice(0, 3),
    cursor: page.cursor,
  };
};
