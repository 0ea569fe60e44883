import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { namesOf } from '#lib/places/places.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const calls = api(event).api['volunteer-imports'][':importId'];
  const param = { importId: event.params.importId };
  const report = await read(calls.$get({ param }));
  const names = await namesOf(event, [report.place]);
  const place = names.get(report.place) ?? report.place;
  if (report.rejected === 0) return { report, place };
  const faults = await outcomeOf(calls.faults.$get({ param, query: { limit: '25', ...pageQuery(event.url) } }));
  // The rows are gone after a month; how the import went is still to be seen.
  return faults.ok ? { report, place, rejected: faults.body } : { report, place, refusal: faults.problem.detail };
};
