import { hc } from 'hono/client';
import { API_ORIGIN } from '$app/env/private';
import type { Api } from './contract.ts';
import { type Caller, onBehalfOf } from './on-behalf-of.server.ts';

/** The API on behalf of the person who asks; a command needs the key that its form carried. */
export function api(event: Caller, idempotencyKey?: string, patience?: number) {
  return hc<Api>(API_ORIGIN ?? '', onBehalfOf(event, idempotencyKey, patience));
}
