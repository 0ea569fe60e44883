import { frontHeader } from '@kaifong/shared/identity/front-header.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { m } from '#paraglide/messages.js';
import { commandKey } from './command-key.ts';
import { leadsElsewhere } from './leads-elsewhere.ts';
import { deviceCookie, passOnSessionCookie, sessionCookie } from './session-cookie.server.ts';

/** How long the site waits for the API before it tells the person, in milliseconds. */
const usualPatience = 15_000;

export type Caller = Pick<RequestEvent, 'cookies' | 'getClientAddress' | 'locals' | 'request' | 'url'>;

/**
 * What a client sends with every call: the person's session, their language, their address and browser. A command (anything but a read)
 * needs the `idempotencyKey` that its form carried. An API that cannot be reached answers like any other refusal: 503 with
 * a problem in words. A command that is known to take long is given more `patience`, in milliseconds.
 */
export function onBehalfOf(event: Caller, idempotencyKey: string | undefined, patience: number = usualPatience) {
  const cookie = [sessionCookie, deviceCookie].flatMap((name) => {
    const value = event.cookies.get(name);
    return value === undefined ? [] : `${name}=${encodeURIComponent(value)}`;
  });
  // By it the API knows whether it may believe the address.
  const front = event.request.headers.get(frontHeader);
  return {
    headers: {
      accept: 'application/json, application/problem+json',
      'accept-language': event.locals.locale,
      'x-forwarded-for': event.getClientAddress(),
      ...(front && { [frontHeader]: front }),
      'user-agent': event.request.headers.get('user-agent') ?? '',
      ...(cookie.length > 0 && { cookie: cookie.join('; ') }),
    },
    fetch: async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
      if (leadsElsewhere(String(input))) {
        return Response.json({ code: 'site.notFound', detail: m.errors_notFound() }, { status: 404 });
      }
      const headers = new Headers(init.headers);
      const method = init.method ?? 'GET';
      if (method !== 'GET') {
        if (idempotencyKey === undefined) throw new Error(`${method} ${input} was called without an idempotency key`);
        headers.set('idempotency-key', await commandKey(idempotencyKey, method, String(input), init.body));
      }
      try {
        const answer = await fetch(input, { ...init, headers, signal: AbortSignal.timeout(patience) });
        passOnSessionCookie(event, answer);
        return answer;
      } catch (cause) {
        console.error(JSON.stringify({ event: 'api.unreachable', method, cause: String(cause) }));
        return Response.json({ code: 'site.apiUnreachable', detail: m.errors_offline() }, { status: 503 });
      }
    },
  };
}
