import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf } from '#lib/places/places.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends('import:progress');
  const calls = api(event).api['volunteer-imports'][':importId'];
  const param = { importId: event.params.importId };
  const report = await read(calls.$get({ param }));
  const names = await namesOf(event, [report.place]);
  const place = names.get(report.place) ?? report.place;
  const isOver = report.state === 'checked' || report.state === 'entered';
  if (!isOver || report.rejected === 0) return { report, place };
  const faults = await outcomeOf(calls.faults.$get({ param, query: { limit: '25', ...pageQuery(event.url) } }));
  // The rows are gone after a month; how the import went is still to be seen.
  return faults.ok ? { report, place, rejected: faults.body } : { report, place, gone: faults.problem.detail };
};

export const actions: Actions = {
  start: async (event) => {
    const form = await readForm(event);
    const aim = form.text('aim') === 'check' ? 'check' : 'enter';
    const { start } = api(event, form.idempotencyKey).api['volunteer-imports'][':importId'];
    const outcome = await outcomeOf(start.$post({ param: { importId: event.params.importId }, json: { aim } }));
    return outcome.ok ? undefined : problemToFail(outcome.problem, form);
  },
};
