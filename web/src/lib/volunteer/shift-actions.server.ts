import type { Standing } from '@kaifong/shared/scheduling/schema.ts';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';

type Client = ReturnType<typeof api>;
type Answer = Pick<Response, 'ok' | 'status' | 'text'> & { json(): Promise<Standing> };
type Param = { param: { shiftId: string } };

/** An action on the shift that the form names; what came of it shows on the page of the shift. */
function onShift(send: (client: Client, param: Param) => Promise<Answer>) {
  return async (event: RequestEvent) => {
    const form = await readForm(event);
    const shiftId = form.text('shiftId');
    const outcome = await outcomeOf(send(api(event, form.idempotencyKey), { param: { shiftId } }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/volunteer/shifts/${shiftId}?done=${outcome.body.state}`);
  };
}

/** What a volunteer can do with a shift, the same on every page that shows one. */
export const shiftActions = {
  signUp: onShift((client, param) => client.api.shifts[':shiftId']['sign-ups'].$post(param)),
  cancel: onShift((client, param) => client.api.shifts[':shiftId']['sign-ups'].me.$delete(param)),
  joinWaitlist: onShift((client, param) => client.api.shifts[':shiftId'].waitlist.$post(param)),
  leaveWaitlist: onShift((client, param) => client.api.shifts[':shiftId'].waitlist.me.$delete(param)),
  acceptOffer: onShift((client, param) => client.api.shifts[':shiftId'].offer.acceptance.$post(param)),
  declineOffer: onShift((client, param) => client.api.shifts[':shiftId'].offer.refusal.$post(param)),
} satisfies Actions;
