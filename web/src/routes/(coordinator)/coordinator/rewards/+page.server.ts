import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';
import { changeIn, rewardIn } from './reward-form.ts';

/** The rewards of the own branches, with their stock. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const [places, { items, cursor }] = await Promise.all([
    ownPlaces(event, branches, place),
    read(api(event).api.rewards.managed.$get({ query: { place, ...pageQuery(event.url) } })),
  ]);
  const today = dayOf(toInstant(Date.now()));
  return {
    ...{ place, places, today, cursor },
    rewards: items.map(({ shopKey, ...reward }) => ({
      ...reward,
      isOver: reward.endsOn < today,
      shopAddress: `${event.url.origin}/shop/${shopKey}`,
    })),
  };
};

export const actions: Actions = {
  add: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.rewards.$post({ json: rewardIn(form) }));
    return outcome.ok ? { news: m.rewards_added() } : problemToFail(outcome.problem, form);
  },

  change: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api.rewards[':rewardId'].change;
    const outcome = await outcomeOf(route.$post({ param: { rewardId: form.text('rewardId') }, json: changeIn(form) }));
    return outcome.ok ? { news: m.rewards_changed() } : problemToFail(outcome.problem, form);
  },

  close: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api.rewards[':rewardId'].closing;
    const outcome = await outcomeOf(route.$post({ param: { rewardId: form.text('rewardId') } }));
    return outcome.ok ? { news: m.rewards_closedNow() } : problemToFail(outcome.problem, form);
  },
};
