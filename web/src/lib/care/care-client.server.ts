import type { CareApi } from '@kaifong/functions/care/care-api.ts';
import { hc } from 'hono/client';
import { type Caller, onBehalfOf } from '#lib/api/on-behalf-of.server.ts';
import { API_ORIGIN } from '$app/env/private';

/** The care API on behalf of the person who asks. For the pages of `(care)` and nobody else. */
export function careApi(event: Caller, idempotencyKey?: string) {
  return hc<CareApi>(API_ORIGIN ?? '', onBehalfOf(event, idempotencyKey));
}
