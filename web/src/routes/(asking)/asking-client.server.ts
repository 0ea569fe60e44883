import type { CareApi } from '@kaifong/functions/care/care-api.ts';
import { hc } from 'hono/client';
import { type Caller, onBehalfOf } from '#lib/api/on-behalf-of.server.ts';
import { API_ORIGIN } from '$app/env/private';

/** The care API for somebody who asks. Whoever may be signed in on this browser is not told to it. */
export function askingApi(event: Caller, idempotencyKey: string) {
  const cookies = { ...event.cookies, get: () => undefined };
  const { locals, request, url } = event;
  const caller = { cookies, locals, request, url, getClientAddress: () => event.getClientAddress() };
  return hc<CareApi>(API_ORIGIN ?? '', onBehalfOf(caller, idempotencyKey)).api.care.askings;
}
