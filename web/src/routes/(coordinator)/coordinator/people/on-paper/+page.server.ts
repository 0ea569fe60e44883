import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import { paperChoices, registerOnPaper } from '#lib/people/paper.server.ts';
import { namesOf, placesBelow } from '#lib/places/places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import type { Actions, PageServerLoad } from './$types';

/** Down the own branch to a community, each place an address; then the form. */
export const load: PageServerLoad = async (event) => {
  const place = placeWithin(branchesOf(event.locals.me, 'coordinator'), event.url.searchParams.get('place')) ?? '';
  const names = await namesOf(event, [place]);
  const isCommunity = kindOf(place) === 'community';
  return {
    place,
    name: names.get(place) ?? '',
    below: isCommunity ? [] : await placesBelow(event, place),
    choices: isCommunity ? await paperChoices(event) : undefined,
  };
};

export const actions: Actions = { default: registerOnPaper };
