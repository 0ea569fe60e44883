import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { lastColumnOf } from '../last-column.ts';
import type { PageServerLoad } from './$types';

/** How many rejected rows the page tells of; the file has them all. */
const mostShown = 50;

export const load: PageServerLoad = async (event) => {
  const calls = api(event).api['volunteer-imports'][':importId'];
  const param = { importId: event.params.importId };
  const report = await read(calls.$get({ param }));
  const names = await namesOf(event, [report.place]);
  const badRows = report.rejected > 0 ? await outcomeOf(calls['bad-rows'].$get({ param })) : undefined;
  return {
    report,
    place: names.get(report.place) ?? report.place,
    /** Line, field and reason in words: nothing of what stood in the row reaches the page. */
    reasons: badRows?.ok ? lastColumnOf(badRows.body.csv, mostShown) : [],
    badRowsGone: badRows?.ok === false ? badRows.problem.detail : undefined,
  };
};
