import { isWithin, scopeParam } from '@kaifong/shared/organisation/scope.ts';
import { mostPlaced } from '@kaifong/shared/people/teams/placing.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { mustBeScope } from '#lib/places/scope-of-address.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Who of a split community follows no team: the coordinator says where they belong. */
export const load: PageServerLoad = async (event) => {
  const community = mustBeScope(event.params.place);
  const branches = branchesOf(event.locals.me, 'coordinator');
  if (!branches.some((own) => isWithin(community, own))) {
    error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  }
  const query = { community, limit: `${mostPlaced}` };
  const { items } = await read(api(event).api.placements.$get({ query }));
  const into = items[0]?.into;
  const names = await namesOf(event, into ? [community, into] : [community]);
  return {
    community: { scope: community, param: scopeParam(community), name: names.get(community) ?? community },
    intoName: into && (names.get(into) ?? into),
    people: items.map(({ volunteerId, name, number }) => ({ value: volunteerId, label: name, hint: number })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const json = {
      community: mustBeScope(event.params.place),
      volunteers: form.list('volunteers'),
      goes: form.text('goes') === 'yes',
    };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.placements.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.tree_placed({ count: outcome.body.placed }) };
  },
};
