import type { HandoverCandidate, NewHandover } from '@kaifong/shared/scheduling/handover/handover.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { formatSpan } from '#lib/components/moment.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { problemOf } from '#lib/forms/faults.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** For one who cannot come: whom to ask. One who asks already is led to what she asked. */
export const load: PageServerLoad = async (event) => {
  const param = { shiftId: event.params.shiftId };
  const calls = api(event).api;
  const [shift, given, candidates] = await Promise.all([
    read(calls.shifts[':shiftId'].$get({ param })),
    read(calls.handovers.given.$get({ query: { limit: '100' } })),
    read(calls.handovers.candidates[':shiftId'].$get({ param })),
  ]);
  const open = given.items.find(({ shiftId, state }) => shiftId === param.shiftId && state === 'open');
  if (open) redirect(303, `/volunteer/handovers/${open.shiftId}/${open.id}`);
  const { title, startsAt, endsAt, place, mine } = shift;
  return {
    shift: { shiftId: shift.id, title, startsAt, endsAt, placeName: place.name },
    hasPlace: mine === 'signedUp',
    people: candidates.items.flatMap((candidate) => choicesOf(candidate, event.locals.locale)),
  };
};

function choicesOf({ volunteerId, name, mayTake, inReturn }: HandoverCandidate, locale: string) {
  const swaps = inReturn.map(({ shiftId, title, startsAt, endsAt }) => ({
    value: `${volunteerId} ${shiftId}`,
    label: m.handover_swapWith({ name, title, time: formatSpan(startsAt, endsAt, locale) }),
  }));
  return [...(mayTake ? [{ value: volunteerId, label: m.handover_justTake({ name }) }] : []), ...swaps];
}

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    if (form.text('to') === 'person' && form.text('who') === '') {
      return problemToFail(problemOf([{ path: 'who', code: 'field.choice' }], event.locals.locale), form);
    }
    const json = asked(event.params.shiftId, form);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.handovers.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/volunteer/handovers/${outcome.body.shiftId}/${outcome.body.id}?done=opened`);
  },
};

function asked(shiftId: string, form: SubmittedForm): NewHandover {
  const to = form.text('to');
  const words = form.optional('words');
  const common = { shiftId, ...(words && { words }) };
  if (to !== 'person') return { ...common, to } as NewHandover;
  const [volunteerId = '', inReturnFor] = form.text('who').split(' ');
  return { ...common, to, volunteerId, ...(inReturnFor && { inReturnFor }) };
}
