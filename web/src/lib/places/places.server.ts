import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { Place } from '@kaifong/shared/organisation/schema.ts';
import { parentOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { isThereOn } from '@kaifong/shared/organisation/validity.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { type NamedPlace, placeName } from './place-name.ts';

/** The places right below a place as of today, by scope: streets of the district, communities of a street. */
export async function placesBelow(event: Caller, parent: Scope): Promise<NamedPlace[]> {
  const today = dayOf(toInstant(Date.now()));
  const places = await allBelow(event, parent);
  return places
    .filter((place) => isThereOn(place, today))
    .map((place) => ({ scope: place.scope, kind: place.kind, name: placeName(place, event.locals.locale) }));
}

/** What these places are called, by scope; those that have merged into others too. One call for each parent. */
export async function namesOf(event: Caller, scopes: readonly Scope[]): Promise<Map<Scope, string>> {
  const { locale } = event.locals;
  const parents = new Set(scopes.map(parentOf).filter((parent) => parent !== undefined));
  const siblings = await Promise.all([...parents].map((parent) => allBelow(event, parent)));
  const names = new Map(siblings.flat().map((place) => [place.scope, placeName(place, locale)]));
  return names.set(district.scope, district.name[locale]);
}

/** All of a list right below a place, closed ones and those that open later too. One call for each hundred. */
export async function allBelow(
  event: Caller,
  parent: Scope,
  list: 'places' | 'grids' | 'rooms' = 'places',
): Promise<Place[]> {
  const found: Place[] = [];
  let cursor: string | undefined;
  do {
    const query = { parent, list, limit: '100', ...(cursor && { cursor }) };
    const page = await read(api(event).api.places.$get({ query }));
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}
