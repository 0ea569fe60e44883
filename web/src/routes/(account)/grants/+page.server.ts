import { grantableRoles } from '@kaifong/shared/identity/granting.ts';
import { roleNames } from '@kaifong/shared/identity/role-names.ts';
import type { Role } from '@kaifong/shared/identity/roles.ts';
import { error } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { endGrant } from '#lib/grants/end-grant.server.ts';
import { grantViews } from '#lib/grants/grant-view.server.ts';
import { resetPasskeys } from '#lib/grants/reset-passkeys.server.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import type { Me } from '#lib/session/me.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Who may do what in the own branches: a coordinator's, or the security administrator's. */
export const load: PageServerLoad = async (event) => {
  const { me, locale } = event.locals;
  const guarded = branchesOf(me, 'securityAdministrator');
  const branches = guarded.length > 0 ? guarded : branchesOf(me, 'coordinator');
  const asked = event.url.searchParams;
  const place = placeWithin(branches, asked.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const kind = guarded.length > 0 && asked.get('kind') === 'care' ? 'care' : 'staff';
  const query = { place, kind, limit: '20', ...pageQuery(event.url) } as const;
  const [places, { items, cursor }] = await Promise.all([
    ownPlaces(event, branches, place),
    read(api(event).api.grants.$get({ query })),
  ]);
  return {
    ...{ place, places, kind, cursor },
    maySeeCare: guarded.length > 0,
    roles: givenBy(me).map((role) => ({ value: role, label: roleNames[role][locale] })),
    grants: await grantViews(event, items),
  };
};

export const actions: Actions = {
  give: async (event) => {
    const form = await readForm(event);
    const [name, from, to] = [form.optional('name'), form.optional('from'), form.optional('to')];
    const json = {
      ...{ mobile: form.text('mobile').replaceAll(/\s/g, ''), scope: form.text('scope') },
      role: form.text('role') as Role,
      ...(name && { name }),
      ...(from && { from }),
      ...(to && { to }),
    };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.grants.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.grants_given() };
  },

  end: endGrant,
  reset: resetPasskeys,
};

/** The roles that somebody may give at all; on which places, the API decides. */
function givenBy(me: Me | null): readonly Role[] {
  const own = new Set(me?.roles.map(({ role }) => role));
  return own.has('securityAdministrator') ? grantableRoles : grantableRoles.filter((role) => own.has(role));
}
