import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';

/** Takes the passkeys of the person whom the form names. */
export async function resetPasskeys(event: RequestEvent) {
  const form = await readForm(event);
  const json = { accountId: form.text('accountId'), reason: form.text('reason') };
  const outcome = await outcomeOf(api(event, form.idempotencyKey).api.passkeys.resets.$post({ json }));
  if (!outcome.ok) return problemToFail(outcome.problem, form);
  return { news: m.passkeys_resetDone({ name: form.text('name') }) };
}
