import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';

type Client = ReturnType<typeof api>['api']['regulars'][':seriesId'];
type Answer = Pick<Response, 'ok' | 'status' | 'text'> & { json(): Promise<unknown> };
type Param = { param: { seriesId: string } };

/** An action on the series that the form names; what came of it shows among the person's own. */
function onSeries(done: string, send: (client: Client, param: Param, form: SubmittedForm) => Promise<Answer>) {
  return async (event: RequestEvent) => {
    const form = await readForm(event);
    const param = { param: { seriesId: form.text('seriesId') } };
    const client = api(event, form.idempotencyKey).api.regulars[':seriesId'];
    const outcome = await outcomeOf(send(client, param, form));
    if (outcome.ok) redirect(303, `/volunteer/regular?done=${done}`);
    const fields = outcome.problem.fields?.map(({ path, message }) => ({ path: path.replace('leave.', ''), message }));
    return problemToFail({ ...outcome.problem, ...(fields && { fields }) }, form);
  };
}

const leaveIn = (form: SubmittedForm) => ({ from: form.text('from'), to: form.text('to') });

/** What a volunteer can do with a series, the same on every page that shows one. */
export const regularActions = {
  ask: onSeries('asked', (client, param) => client.me.$post(param)),
  answer: onSeries('answered', (client, param, form) => {
    const decision = form.text('decision') as 'accept' | 'decline';
    return client.me.answer.$post({ ...param, json: { decision } });
  }),
  addLeave: onSeries('leave', (client, param, form) =>
    client.me.leave.$post({ ...param, json: { leave: leaveIn(form), take: 'add' } }),
  ),
  removeLeave: onSeries('back', (client, param, form) =>
    client.me.leave.$post({ ...param, json: { leave: leaveIn(form), take: 'remove' } }),
  ),
  stop: onSeries('stopped', (client, param, form) => {
    const places = form.text('places') as 'keep' | 'giveBack';
    return client.me.end.$post({ ...param, json: { places } });
  }),
} satisfies Actions;
