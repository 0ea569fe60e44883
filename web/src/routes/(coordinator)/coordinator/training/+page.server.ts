import { error } from '@sveltejs/kit';
import { recordTraining, trainingView } from '#lib/certificates/training.server.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** The trainings of a place in the own branches. */
export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const [places, desk] = await Promise.all([ownPlaces(event, branches, place), trainingView(event, place)]);
  return { place, places, desk };
};

export const actions: Actions = { default: recordTraining };
