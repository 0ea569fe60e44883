import type { RequestEvent } from '@sveltejs/kit';
import { read } from '#lib/api/outcome.server.ts';
import { careApi } from './care-client.server.ts';

/** The case that a page is about. Each reading is written down by the API before it answers. */
export function caseOf(event: RequestEvent & { params: { caseId: string } }) {
  return read(careApi(event).cases[':caseId'].$get({ param: { caseId: event.params.caseId } }));
}

/** Whether the person who asks is a social worker, who screens, matches and closes; what may be done the API decides. */
export function isSocialWorker({ locals }: Pick<RequestEvent, 'locals'>): boolean {
  return locals.me?.roles.some(({ role }) => role === 'socialWorker') ?? false;
}

export function isCounsellor({ locals }: Pick<RequestEvent, 'locals'>): boolean {
  return locals.me?.roles.some(({ role }) => role === 'counsellor') ?? false;
}
