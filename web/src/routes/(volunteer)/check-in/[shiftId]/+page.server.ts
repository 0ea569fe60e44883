import { Instant } from '@kaifong/shared/kernel/time.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { readOwnShift } from '#lib/volunteer/own-shift.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The QR code on the leader's screen leads here, with its code in the address; the hand that types has none. */
export const load: PageServerLoad = async (event) => ({
  own: await readOwnShift(event, event.params.shiftId),
  code: event.url.searchParams.get('code') ?? undefined,
  done: event.url.searchParams.get('done'),
});

export const actions: Actions = {
  checkIn: async (event) => {
    const { form, client, param, json, fix } = await entered(event);
    const outcome = await outcomeOf(fix ? fix('in') : client['check-ins'].$post({ param, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/check-in/${param.shiftId}?done=${outcome.body.state === 'here' ? 'in' : 'review'}`);
  },

  checkOut: async (event) => {
    const { form, client, param, json, fix } = await entered(event);
    const outcome = await outcomeOf(fix ? fix('out') : client['check-outs'].$post({ param, json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/check-in/${param.shiftId}?done=${outcome.body.state === 'left' ? 'out' : 'review'}`);
  },
};

async function entered(event: RequestEvent) {
  const form = await readForm(event);
  const { shifts, 'attendance-fixes': fixes } = api(event, form.idempotencyKey).api;
  const client = shifts[':shiftId'];
  const tapped = Instant.safeParse(form.text('tappedAt'));
  const tappedAt = tapped.success && { tappedAt: tapped.data };
  const param = { shiftId: event.params.shiftId };
  const signature = form.optional('signature');
  const json = { code: form.text('code'), ...tappedAt, ...(signature !== undefined && { signature }) };
  if (form.optional('longitude') === undefined) return { form, client, param, json };
  const position = {
    longitude: Number(form.text('longitude')),
    latitude: Number(form.text('latitude')),
    accuracyMetres: Number(form.text('accuracyMetres')),
  };
  const fix = (what: 'in' | 'out') => fixes[':shiftId'].$post({ param, json: { what, fix: position, ...tappedAt } });
  return { form, client, param, json, fix };
}
