import type { NewShift } from '@kaifong/shared/scheduling/schema.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import type { Problem } from '#lib/api/problem.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/**
 * Adds a shift to an activity, publishes it when that button was pressed, and leads to its page, which also says when only the
 * publication was refused. Answers when the shift itself was refused.
 */
export async function addShift(
  event: Caller,
  form: SubmittedForm,
  activityId: string,
  shift: NewShift,
): Promise<Problem> {
  const client = api(event, form.idempotencyKey).api;
  const added = await outcomeOf(client.activities[':activityId'].shifts.$post({ param: { activityId }, json: shift }));
  if (!added.ok) return added.problem;
  const { id: shiftId } = added.body;
  if (form.text('then') !== 'publish') redirect(303, `/leader/shifts/${shiftId}?done=saved`);
  const published = await outcomeOf(client.shifts[':shiftId'].publication.$post({ param: { shiftId } }));
  redirect(303, `/leader/shifts/${shiftId}?done=${published.ok ? 'published' : 'notPublished'}`);
}
