import { providerErrors } from '@kaifong/shared/identity/provider-errors.ts';
import { Arrival, Arrived, Departed, Departure, ProviderLink } from '@kaifong/shared/identity/provider-schema.ts';
import { Done } from '@kaifong/shared/identity/schema.ts';
import { longestSession } from '@kaifong/shared/identity/session-limits.ts';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Identity } from '../index.ts';
import { cookieOptions, sessionCookie } from '../sign-in/cookie.ts';
import { deviceOf } from '../sign-in/device-of.ts';
import { requesterOf } from '../sign-in/requester.ts';

/** The identity provider of the government: going there, coming back, and which identity an account is linked to. */
export function providerRoutes({ codes, provider }: Identity, settings: Readonly<{ secureCookies: boolean }>) {
  const device = deviceOf({ codes }, settings);
  return new Hono<ApiEnv>()
    .post(
      '/provider/departures',
      command(
        {
          id: 'departToProvider',
          summary: 'Where to go to sign in, or to link an identity to the own account',
          permission: 'session.start',
          body: Departure,
          answer: [201, Departed],
          errors: [providerErrors.notOffered, providerErrors.unavailable],
        },
        async (request, { body }, context) => provider.depart(request, await device(request, context), body),
      ),
    )
    .post(
      '/provider/arrivals',
      command(
        {
          id: 'arriveFromProvider',
          summary: 'Come back with what the provider put into the address; sets the session cookie when it signs in',
          permission: 'session.start',
          body: Arrival,
          answer: [201, Arrived],
          errors: Object.values(providerErrors),
          receipt: false,
        },
        async (request, { body }, context) => {
          const { token, ...arrived } = await provider.arrive(request, body, requesterOf(context));
          if (token) {
            const maxAge = longestSession / 1000;
            setCookie(context, sessionCookie, token, { ...cookieOptions(settings), maxAge });
          }
          return arrived;
        },
      ),
    )
    .get(
      '/provider/link',
      query(
        {
          id: 'readProviderLink',
          summary: 'Whether the own account is linked to an identity of the government',
          permission: 'provider.read',
          answer: [200, ProviderLink],
        },
        (request) => provider.linkOf(request),
      ),
    )
    .delete(
      '/provider/link',
      command(
        { id: 'unlinkProvider', summary: 'End that link', permission: 'provider.unlink', answer: [200, Done] },
        (request) => provider.unlink(request),
      ),
    );
}
