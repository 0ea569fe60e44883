import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { error } from '@sveltejs/kit';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { placesBelow } from '#lib/places/places.server.ts';
import { teamChoices } from '#lib/places/teams.server.ts';
import { helpDesk, helpDeskActions } from '#lib/points/help-desk.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** What neighbours ask for at a place, of a whole district in its first street; and a team of it that may help. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const branches = branchesOf(event.locals.me, 'coordinator');
  const wished = placeWithin(branches, searchParams.get('place'));
  const place = wished && !streetOf(wished) ? (await placesBelow(event, wished))[0]?.scope : wished;
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const [places, teams] = await Promise.all([ownPlaces(event, branches, place), teamChoices(event, place)]);
  const team = teams.find(({ value }) => value === searchParams.get('team'))?.value ?? teams[0]?.value;
  return {
    ...{ place, teams },
    places: places.filter(({ value }) => streetOf(value) !== undefined),
    desk: await helpDesk(event, place, team),
  };
};

export const actions: Actions = helpDeskActions;
