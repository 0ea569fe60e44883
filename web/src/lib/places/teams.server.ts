import type { Team } from '@kaifong/shared/organisation/schema.ts';
import { kindOf, parentOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import type { Choice } from '#lib/components/choice.ts';
import { placesBelow } from './places.server.ts';

/** The teams with these scopes. One call for each place that they belong to. */
export async function teamsWith(event: Caller, scopes: readonly Scope[]): Promise<Team[]> {
  const places = new Set(scopes.map(parentOf).filter((place) => place !== undefined));
  const teams = await Promise.all([...places].map((place) => teamsOf(event, place)));
  return teams.flat().filter(({ scope }) => scopes.includes(scope));
}

/**
 * The teams of a street and its communities, or of one community, to choose from. Of a whole district there are none: nobody scrolls through
 * five hundred.
 */
export async function teamChoices(event: Caller, place: Scope): Promise<Choice[]> {
  const kind = kindOf(place);
  if (kind !== 'street' && kind !== 'community') return [];
  const below = kind === 'street' ? await placesBelow(event, place) : [];
  const teams = await Promise.all([place, ...below.map(({ scope }) => scope)].map((scope) => teamsOf(event, scope)));
  return teams.flat().map(({ scope, name }) => ({ value: scope, label: name }));
}

async function teamsOf(event: Caller, place: Scope): Promise<Team[]> {
  const found: Team[] = [];
  let cursor: string | undefined;
  do {
    const query = { place, limit: '100', ...(cursor && { cursor }) };
    const page = await read(api(event).api.teams.$get({ query }));
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}
