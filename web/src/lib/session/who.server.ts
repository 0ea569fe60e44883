import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { sessionCookie } from '#lib/api/session-cookie.server.ts';
import type { Me } from './me.ts';

/** Asks the API whose session the cookie is. Without a cookie nothing is asked; a cookie that no longer holds is cleared. */
export async function whoAsks(event: RequestEvent): Promise<{ me: Me | null; apiReachable: boolean }> {
  if (event.cookies.get(sessionCookie) === undefined) return { me: null, apiReachable: true };
  const outcome = await outcomeOf(api(event).api.session.$get());
  if (outcome.ok) return { me: outcome.body.account, apiReachable: true };
  if (outcome.problem.status === 401) event.cookies.delete(sessionCookie, { path: '/' });
  return { me: null, apiReachable: outcome.problem.status < 500 };
}
