import type { Standing } from '@kaifong/shared/scheduling/schema.ts';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';

type Client = ReturnType<typeof api>;
type Answer = Pick<Response, 'ok' | 'status' | 'text'> & { json(): Promise<Standing> };
type Param = { param: { shiftId: string } };

/** An action on the shift that the form names; what came of it shows on the page of the shift. */
function onShift(send: (client: Client, param: Param, form: SubmittedForm) => Promise<Answer>) {
  return async (event: RequestEvent) => {
    const form = await readForm(event);
    const shiftId = form.text('shiftId');
    const outcome = await outcomeOf(send(api(event, form.idempotencyKey), { param: { shiftId } }, form));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/volunteer/shifts/${shiftId}?done=${outcome.body.state}`);
  };
}

/** What a volunteer can do with a shift, the same on every page that shows one. */
export const shiftActions = {
  signUp: onShift((client, param, form) =>
    client.api.shifts[':shiftId']['sign-ups'].$post({ ...param, json: takingIn(form) }),
  ),
  cancel: onShift((client, param, form) => {
    const own = client.api.shifts[':shiftId']['sign-ups'].me;
    const reason = form.values.reason?.[0];
    return reason === undefined ? own.$delete(param) : own['late-cancellation'].$post({ ...param, json: { reason } });
  }),
  joinWaitlist: onShift((client, param) => client.api.shifts[':shiftId'].waitlist.$post(param)),
  leaveWaitlist: onShift((client, param) => client.api.shifts[':shiftId'].waitlist.me.$delete(param)),
  acceptOffer: onShift((client, param, form) =>
    client.api.shifts[':shiftId'].offer.acceptance.$post({ ...param, json: takingIn(form) }),
  ),
  declineOffer: onShift((client, param) => client.api.shifts[':shiftId'].offer.refusal.$post(param)),
} satisfies Actions;

/** What she says with her yes. */
function takingIn(form: SubmittedForm) {
  const role = form.integer('role');
  return { ...(role !== undefined && { role }), ...(form.ticked('riskConfirmed') && { riskConfirmed: true as const }) };
}
