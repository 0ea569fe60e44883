import { toInstant } from '@kaifong/shared/kernel/time.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';

/** Marks a way-point as passed now, for a phone without scripts. */
export async function passWayPoint(event: RequestEvent) {
  const form = await readForm(event);
  const now = toInstant(Date.now());
  const json = { code: form.text('code'), seenAt: now, sentAt: now };
  const outcome = await outcomeOf(api(event, form.idempotencyKey).api['way-point-sightings'].$post({ json }));
  if (!outcome.ok) return problemToFail(outcome.problem, form);
  return { done: 'passed' as const, shiftId: outcome.body.shiftId, passed: outcome.body.passed };
}
