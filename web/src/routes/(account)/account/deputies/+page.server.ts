import { deputisableRoles } from '@kaifong/shared/identity/granting.ts';
import { roleNames } from '@kaifong/shared/identity/role-names.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { endGrant } from '#lib/grants/end-grant.server.ts';
import { grantViews } from '#lib/grants/grant-view.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Who stands in for the person during a leave. */
export const load: PageServerLoad = async (event) => {
  const { me, locale } = event.locals;
  const own = deputisableRoles.filter((role) => me?.roles.some((grant) => grant.role === role));
  if (own.length === 0) redirect(303, '/account');
  const { items } = await read(api(event).api.grants.deputies.$get());
  return { roles: own.map((role) => roleNames[role][locale]), deputies: await grantViews(event, items) };
};

export const actions: Actions = {
  name: async (event) => {
    const form = await readForm(event);
    const json = { mobile: form.text('mobile').replaceAll(/\s/g, ''), from: form.text('from'), to: form.text('to') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.grants.deputies.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: m.grants_deputyNamed() };
  },

  end: endGrant,
};
