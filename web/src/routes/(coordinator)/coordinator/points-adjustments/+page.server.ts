import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import {
  mostAdjustable,
  mostAdjustableInMonth,
  mostAdjustedOfOne,
} from '@kaifong/shared/points/adjusting/adjusting.ts';
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
import { adjustmentIn } from './adjustment-form.ts';

/** What waits for a second person at a place and below it, and what was decided. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const client = api(event).api['points-adjustments'];
  const within = branches.filter((branch) => isWithin(place, branch));
  const [places, waiting, decided] = await Promise.all([
    ownPlaces(event, branches, place),
    read(client.$get({ query: { place, list: 'asked', limit: '100' } })),
    read(client.$get({ query: { place, list: 'decided', ...pageQuery(event.url) } })),
  ]);
  return {
    ...{ place, places },
    most: mostAdjustable(within),
    month: mostAdjustableInMonth(within),
    one: mostAdjustedOfOne,
    waiting: waiting.items,
    decided: decided.items,
    cursor: decided.cursor,
  };
};

/** What is said once it is decided. */
const told = { asked: m.adjusting_askedNow, approved: m.adjusting_approvedNow, declined: m.adjusting_declinedNow };

export const actions: Actions = {
  ask: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api['points-adjustments'];
    const outcome = await outcomeOf(route.$post({ json: adjustmentIn(form) }));
    return outcome.ok ? { news: m.adjusting_askedNow() } : problemToFail(outcome.problem, form);
  },

  decide: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api['points-adjustments'][':adjustmentId'].decision;
    const decision = form.text('decision') === 'approve' ? ('approve' as const) : ('decline' as const);
    const param = { adjustmentId: form.text('adjustmentId') };
    const outcome = await outcomeOf(route.$post({ param, json: { decision } }));
    return outcome.ok ? { news: told[outcome.body.state]() } : problemToFail(outcome.problem, form);
  },
};
