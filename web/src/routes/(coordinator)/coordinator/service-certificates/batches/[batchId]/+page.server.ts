import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { namesOf } from '#lib/places/places.server.ts';
import type { PageServerLoad } from './$types';

/** How far the certificates for a place are, and what came of each person. */
export const load: PageServerLoad = async (event) => {
  event.depends('batch:progress');
  const calls = api(event).api['service-certificate-batches'][':batchId'];
  const param = { batchId: event.params.batchId };
  const batch = await read(calls.$get({ param }));
  const [names, people] = await Promise.all([
    namesOf(event, [batch.place]),
    read(calls.people.$get({ param, query: { limit: '50', ...pageQuery(event.url) } })),
  ]);
  return { batch, place: names.get(batch.place) ?? batch.place, people };
};
