import type { Team } from '@kaifong/shared/organisation/schema.ts';
import { kindOf, parentOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { branchesOf } from '#lib/session/branches.ts';

/** The teams that the person leads, by scope. */
export async function ownTeams(event: Caller): Promise<Team[]> {
  const scopes = branchesOf(event.locals.me, 'teamLeader').filter((scope) => kindOf(scope) === 'team');
  const places = new Set(scopes.map(parentOf).filter((place) => place !== undefined));
  const teams = await Promise.all([...places].map((place) => teamsOf(event, place)));
  return teams.flat().filter(({ scope }) => scopes.includes(scope));
}

/** The team that is asked for when it is an own one, else the first; `undefined` for one who leads none. */
export function teamWithin(teams: readonly Team[], wished: string | null): Team | undefined {
  return teams.find(({ scope }) => scope === wished) ?? teams[0];
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
