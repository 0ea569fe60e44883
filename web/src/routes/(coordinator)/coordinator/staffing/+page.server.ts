import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { teamsWith } from '#lib/places/teams.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { PageServerLoad } from './$types';

/** The shifts of a place that lack people in the coming seven days. */
export const load: PageServerLoad = async (event) => {
  const { me } = event.locals;
  const branches = branchesOf(me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const query = { place, limit: '20', ...pageQuery(event.url) };
  const [places, { items, cursor }, skills] = await Promise.all([
    ownPlaces(event, branches, place),
    read(api(event).api.shifts.understaffed.$get({ query })),
    skillWords(event),
  ]);
  const teams = await teamsWith(
    event,
    items.map(({ teamScope }) => teamScope),
  );
  const names = new Map(teams.map(({ scope, name }) => [scope, name]));
  return {
    place,
    places,
    cursor,
    shifts: items.map((shift) => ({
      id: shift.id,
      title: shift.title,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      placeName: shift.place.name,
      team: names.get(shift.teamScope) ?? '',
      places: shift.places,
      freePlaces: shift.freePlaces,
      skill: shift.neededSkill && skills.name(shift.neededSkill),
    })),
  };
};
