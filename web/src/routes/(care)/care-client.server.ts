import type { CareApi } from '@kaifong/functions/care/care-api.ts';
import { hc } from 'hono/client';
import { type Caller, onBehalfOf } from '#lib/api/on-behalf-of.server.ts';
import { API_ORIGIN } from '$app/env/private';

/** The care API on behalf of the person who asks. Only the pages of `(care)` may know of it, and only by its type. */
export function careApi(event: Caller, idempotencyKey?: string) {
  return hc<CareApi>(API_ORIGIN ?? '', onBehalfOf(event, idempotencyKey)).api.care;
}
