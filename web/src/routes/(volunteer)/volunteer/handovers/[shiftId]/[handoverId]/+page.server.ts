import type { HandoverOutcome } from '@kaifong/shared/scheduling/handover/handover.ts';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import type { Actions, PageServerLoad } from './$types';

type Param = { param: { shiftId: string; handoverId: string } };
type Answer = Pick<Response, 'ok' | 'status' | 'text'> & { json(): Promise<HandoverOutcome> };

/** One place that is handed over, for whoever has the link. */
export const load: PageServerLoad = async (event) => ({
  handover: await read(api(event).api.handovers[':shiftId'][':handoverId'].$get({ param: event.params })),
  link: event.url.origin + event.url.pathname,
  done: event.url.searchParams.get('done'),
});

type One = ReturnType<typeof oneOf>;
const oneOf = (event: RequestEvent, key: string) => api(event, key).api.handovers[':shiftId'][':handoverId'];

/** An action on the handover of the page; what came of it shows there. */
function onHandover(send: (one: One, param: Param, form: SubmittedForm) => Promise<Answer>) {
  return async (event: RequestEvent<Param['param']>) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(send(oneOf(event, form.idempotencyKey), { param: event.params }, form));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `?done=${outcome.body.state}`);
  };
}

export const actions = {
  take: onHandover((one, param, form) =>
    one.taking.$post({ ...param, json: form.text('riskConfirmed') ? { riskConfirmed: true } : {} }),
  ),
  decline: onHandover((one, param) => one.refusal.$post(param)),
  withdraw: onHandover((one, param) => one.$delete(param)),
} satisfies Actions;
