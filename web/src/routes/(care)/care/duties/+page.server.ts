import type { SwapAnswer } from '@kaifong/shared/care/on-call/rota-schema.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** One's own duties, for somebody on call; for a social worker the phone that is rung when a follow-up is late. */
export const load: PageServerLoad = async (event) => {
  const { card, duties, offers } = await read(careApi(event)['own-duties'].$get());
  const names = await namesOf(
    event,
    [...duties, ...offers].map(({ place }) => place),
  );
  const placed = <Duty extends { place: string; from: string; slot: string }>(duty: Duty) => ({
    ...duty,
    key: `${duty.place}-${duty.from}-${duty.slot}`.replaceAll('/', '-'),
    placeName: names.get(duty.place) ?? duty.place,
  });
  return {
    isOnCall: branchesOf(event.locals.me, 'onCall').length > 0,
    card,
    duties: duties.map(placed).map(({ colleagues, ...duty }) => ({
      ...duty,
      colleagues: colleagues.map(({ member, workName }) => ({ value: member, label: workName })),
    })),
    offers: offers.map(placed),
  };
};

export const actions: Actions = {
  card: async (event) => {
    const form = await readForm(event);
    const json = { workName: form.text('workName'), mobile: form.text('mobile') };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey)['own-duties'].card.$post({ json }));
    return outcome.ok ? { news: m.duty_cardKept() } : problemToFail(outcome.problem, form);
  },

  offer: async (event) => {
    const form = await readForm(event);
    const slot = form.text('slot') === 'deputy' ? 'deputy' : 'first';
    const json = { ...refOf(form), slot, to: form.text('to') } as const;
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey)['own-duties'].offer.$post({ json }));
    return outcome.ok ? { news: m.duty_asked() } : problemToFail(outcome.problem, form);
  },

  accept: (event) => answer(event, true, m.duty_accepted()),
  decline: (event) => answer(event, false, m.duty_declined()),
  takeBack: (event) => answer(event, false, m.duty_takenBack()),
};

async function answer(event: RequestEvent, accept: SwapAnswer['accept'], news: string) {
  const form = await readForm(event);
  const json = { ...refOf(form), accept };
  const outcome = await outcomeOf(careApi(event, form.idempotencyKey)['own-duties'].answer.$post({ json }));
  return outcome.ok ? { news } : problemToFail(outcome.problem, form);
}

/** The duty as it stood when the page was made. */
const refOf = (form: SubmittedForm) => ({
  place: form.text('place'),
  from: form.text('from'),
  version: form.integer('version') ?? -1,
});
