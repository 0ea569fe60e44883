import type { Team } from '@kaifong/shared/organisation/schema.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { teamsWith } from '#lib/places/teams.server.ts';
import { branchesOf } from '#lib/session/branches.ts';

/** The teams that the person leads, by scope. */
export function ownTeams(event: Caller): Promise<Team[]> {
  return teamsWith(
    event,
    branchesOf(event.locals.me, 'teamLeader').filter((scope) => kindOf(scope) === 'team'),
  );
}

/** The team that is asked for when it is an own one, else the first; `undefined` for one who leads none. */
export function teamWithin(teams: readonly Team[], wished: string | null): Team | undefined {
  return teams.find(({ scope }) => scope === wished) ?? teams[0];
}
