import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { lineageOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { placeName } from '#lib/places/place-name.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { m } from '#paraglide/messages.js';

/** This month, the last one, and all time. */
export function periods(): { value: string; label: string }[] {
  const today = dayOf(toInstant(Date.now()));
  const [year = 0, month = 0] = today.split('-').map(Number);
  const last = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return [
    { value: today.slice(0, 7), label: m.ranking_thisMonth() },
    { value: last, label: m.ranking_lastMonth() },
    { value: 'all', label: m.ranking_allTime() },
  ];
}

/** The teams of the volunteer, and the places that she belongs to, the nearest first. */
export async function ownScopes(event: Caller): Promise<{ value: Scope; label: string }[]> {
  const client = api(event).api.volunteers.me;
  const [{ community }, { items }] = await Promise.all([
    read(client.$get()),
    read(client.teams.$get({ query: { limit: '50' } })),
  ]);
  const places = lineageOf(community).toReversed();
  const names = await namesOf(event, places);
  const teams = items.filter(({ state }) => state === 'member');
  return [
    ...teams.map(({ team }) => ({ value: team.scope, label: placeName(team, event.locals.locale) })),
    ...places.map((place) => ({ value: place, label: names.get(place) ?? place })),
  ];
}
