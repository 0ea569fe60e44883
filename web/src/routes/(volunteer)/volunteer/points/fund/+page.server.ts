import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { pointsSettings } from '@kaifong/shared/points/rules/rules.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf, placesBelow } from '#lib/places/places.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whose fund it is now, and the communities to pick from: those of the street that was asked for, else of hers. */
export const load: PageServerLoad = async (event) => {
  const { community, own } = await read(api(event).api['points-funds'].mine.$get());
  const streets = await placesBelow(event, district.scope);
  const wished = event.url.searchParams.get('place');
  const street = streets.find(({ scope }) => scope === wished)?.scope ?? streetOf(community) ?? district.scope;
  const [below, names] = await Promise.all([placesBelow(event, street), namesOf(event, [community, own])]);
  return {
    cap: pointsSettings.balanceCap,
    now: names.get(community) ?? community,
    isOwn: community === own,
    own: names.get(own) ?? own,
    street,
    streets: streets.map(({ scope, name }) => ({ value: scope, label: name })),
    community: below.some(({ scope }) => scope === community) ? community : '',
    communities: below
      .filter(({ kind }) => kind === 'community')
      .map(({ scope, name }) => ({ value: scope, label: name })),
    isDone: event.url.searchParams.get('done') === 'chosen',
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const community = form.text('community');
    const route = api(event, form.idempotencyKey).api['points-funds'].mine;
    const outcome = await outcomeOf(route.$put({ json: { community } }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/volunteer/points/fund?done=chosen');
  },
};
