import type { GrantSummary } from '@kaifong/shared/identity/grant-schema.ts';
import { roleNames } from '@kaifong/shared/identity/role-names.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { teamsWith } from '#lib/places/teams.server.ts';
import { m } from '#paraglide/messages.js';

/** Grants as a page shows them: roles and places in words, and one name for the forms of each. */
export async function grantViews(event: Caller, grants: readonly GrantSummary[]) {
  const scopes = [...new Set(grants.map(({ scope }) => scope))];
  const ofTeams = scopes.filter((scope) => kindOf(scope) === 'team');
  const [places, teams] = await Promise.all([
    namesOf(
      event,
      scopes.filter((scope) => kindOf(scope) !== 'team'),
    ),
    ofTeams.length > 0 ? teamsWith(event, ofTeams) : [],
  ]);
  const names = new Map([...places, ...teams.map(({ scope, name }) => [scope, name] as const)]);
  return grants.map(({ name, role, scope, ...grant }) => ({
    ...{ ...grant, role, scope },
    key: `${grant.accountId}-${role}-${scope.replaceAll('/', '-')}`,
    name: name ?? m.grants_nameless(),
    roleName: roleNames[role][event.locals.locale],
    placeName: names.get(scope) ?? scope,
  }));
}

export type GrantView = Awaited<ReturnType<typeof grantViews>>[number];
