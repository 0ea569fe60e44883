import { error } from '@sveltejs/kit';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { loadRoster, rosterActions } from '#lib/roster/roster-desk.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** The roster of a place of the coordinator's in a week, over all its teams. */
export const load: PageServerLoad = async (event) => {
  event.depends('roster:progress');
  const branches = branchesOf(event.locals.me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const [places, desk] = await Promise.all([ownPlaces(event, branches, place), loadRoster(event, place)]);
  return { place, places, desk };
};

export const actions: Actions = rosterActions;
