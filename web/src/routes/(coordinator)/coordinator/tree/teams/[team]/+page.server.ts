import { kindOf, parentOf, scopeParam } from '@kaifong/shared/organisation/scope.ts';
import { error } from '@sveltejs/kit';
import { mustBeScope } from '#lib/places/scope-of-address.ts';
import { changeActions, trailOf } from '#lib/places/tree-changes.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { coordinatorActions } from '#lib/teams/team-actions.server.ts';
import { teamView } from '#lib/teams/team-view.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** A team of the coordinator's branch: who belongs and who leads, its name, and its end. */
export const load: PageServerLoad = async (event) => {
  const scope = mustBeScope(event.params.team);
  const branches = branchesOf(event.locals.me, 'coordinator');
  if (placeWithin(branches, scope) !== scope) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const [team, trail] = await Promise.all([teamView(event, scope), trailOf(event, scope)]);
  const parent = parentOf(scope) ?? scope;
  const mayMove =
    kindOf(parent) === 'community' && placeWithin(branches, parentOf(parent) ?? parent) === parentOf(parent);
  return { team, trail, mayMove, up: scopeParam(parentOf(scope) ?? scope) };
};

export const actions: Actions = { ...coordinatorActions, ...changeActions };
