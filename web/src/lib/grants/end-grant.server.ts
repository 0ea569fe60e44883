import { Role } from '@kaifong/shared/identity/roles.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';

/** Ends the grant that the form names. */
export async function endGrant(event: RequestEvent) {
  const form = await readForm(event);
  const json = {
    accountId: form.text('accountId'),
    role: Role.catch('volunteer').parse(form.text('role')),
    scope: form.text('scope'),
  };
  const outcome = await outcomeOf(api(event, form.idempotencyKey).api.grants.ends.$post({ json }));
  if (!outcome.ok) return problemToFail(outcome.problem, form);
  return { news: m.grants_ended({ name: form.text('name') }) };
}
