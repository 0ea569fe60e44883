import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** How far the person came to what was agreed, and where she was missed. */
export const load: PageServerLoad = async (event) => {
  const calls = api(event).api;
  const query = { ...pageQuery(event.url), limit: '20' };
  const [figure, marks] = await Promise.all([
    read(calls.reliability.mine.$get()),
    read(calls['no-shows'].mine.$get({ query })),
  ]);
  return { figure, marks: marks.items, cursor: marks.cursor };
};

export const actions: Actions = {
  contest: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: form.text('shiftId') };
    const json = { statement: form.text('statement') };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api['no-shows'].mine[':shiftId'].contest.$post({ param, json }),
    );
    return outcome.ok ? { contested: param.shiftId } : problemToFail(outcome.problem, form);
  },
};
