import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { starProgress } from '#lib/volunteer/star-progress.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event).api['service-records'];
  const [total, page] = await Promise.all([
    read(client.total.$get()),
    read(client.$get({ query: pageQuery(event.url) })),
  ]);
  return {
    minutes: total.minutes,
    stars: starProgress(total.minutes),
    // The rest of a record is for those who check the chain; a page shows what a person reads.
    records: page.items.map(
      ({ seq, kind, minutes, title, day, startedAt, endedAt, ways, reverses, reason, shiftId }) => ({
        ...{ seq, kind, minutes, title, day, startedAt, endedAt, reverses, reason, shiftId },
        byLeader: ways.includes('leaderTick'),
      }),
    ),
    cursor: page.cursor,
  };
};
