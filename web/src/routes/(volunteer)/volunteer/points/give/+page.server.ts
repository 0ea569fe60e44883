import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { placesBelow } from '#lib/places/places.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What can be given today, and the funds it may go to. */
export const load: PageServerLoad = async (event) => {
  const { balance, mostPerDay, leftToday, community } = await read(api(event).api['points-gifts'].today.$get());
  const streets = await placesBelow(event, district.scope);
  const wished = event.url.searchParams.get('place');
  const street = streets.find(({ scope }) => scope === wished)?.scope ?? streetOf(community) ?? district.scope;
  const below = await placesBelow(event, street);
  const choices = (places: typeof below) => places.map(({ scope, name }) => ({ value: scope, label: name }));
  return {
    ...{ balance, mostPerDay, leftToday, street },
    streets: choices(streets),
    community: below.some(({ scope }) => scope === community) ? community : '',
    communities: choices(below.filter(({ kind }) => kind === 'community')),
    done: event.url.searchParams.get('done') === 'given',
  };
};

export const actions: Actions = {
  /** Shows whose number it is, before anything moves. */
  look: async (event) => {
    const form = await readForm(event);
    const number = form.text('number').toUpperCase().replaceAll(/\s/g, '');
    const outcome = await outcomeOf(api(event).api['points-gifts'].receiver.$get({ query: { number } }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { receiver: { ...outcome.body, points: form.text('points') } };
  },

  give: async (event) => {
    const form = await readForm(event);
    const json = { number: form.text('number'), points: Number(form.text('points')) };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['points-gifts'].$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/volunteer/points/give?done=given');
  },

  giveToFund: async (event) => {
    const form = await readForm(event);
    const json = { points: Number(form.text('points')), community: form.text('community') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['points-gifts'].fund.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/volunteer/points/give?done=given');
  },
};
