import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { recordInWords } from '#lib/volunteer/record-in-words.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';
import { starsInWords } from '#lib/volunteer/stars-in-words.server.ts';
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
    records: page.items.map(recordInWords),
    cursor: page.cursor,
  };
};
