import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { careApi } from './care-client.server.ts';

/**
 * The case that a page is about. Each reading is written down by the API before it answers. A supervisor whom it refuses is led to where a case
 * is opened in an emergency, with its number; like the refusal, that is the same whether or not there is such a case.
 */
export async function caseOf(event: RequestEvent & { params: { caseId: string } }) {
  const { caseId } = event.params;
  const outcome = await outcomeOf(careApi(event).cases[':caseId'].$get({ param: { caseId } }));
  if (outcome.ok) return outcome.body;
  const { status, detail, code } = outcome.problem;
  if (status === 403 && isSupervisor(event))
    redirect(303, `/care/openings?${new URLSearchParams({ case: caseId })}&refused`);
  error(status, { message: detail, code });
}

const isSupervisor = ({ locals }: Pick<RequestEvent, 'locals'>): boolean =>
  locals.me?.roles.some(({ role }) => role === 'careSupervisor') ?? false;

/** Whether the person who asks is a social worker, who screens, matches and closes; what may be done the API decides. */
export function isSocialWorker({ locals }: Pick<RequestEvent, 'locals'>): boolean {
  return locals.me?.roles.some(({ role }) => role === 'socialWorker') ?? false;
}

export function isCounsellor({ locals }: Pick<RequestEvent, 'locals'>): boolean {
  return locals.me?.roles.some(({ role }) => role === 'counsellor') ?? false;
}
