import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';

/** Takes back one that is the person's own, or that she asked for. */
export async function withdrawAmendment(event: RequestEvent) {
  const form = await readForm(event);
  const param = { amendmentId: form.text('amendmentId') };
  const one = api(event, form.idempotencyKey).api.amendments[':amendmentId'];
  const outcome = await outcomeOf(one.withdrawal.$post({ param }));
  return outcome.ok ? { done: 'withdrawn' as const } : problemToFail(outcome.problem, form);
}
