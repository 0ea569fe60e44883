import { sessionErrors } from '@kaifong/shared/identity/errors.ts';
import { CodeRequest, CodeSent, Done, Me, OwnAccountData, SignIn } from '@kaifong/shared/identity/schema.ts';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import { sessionCookie } from './cookie.ts';
import type { Identity } from './index.ts';
import { sessionLife } from './session.service.ts';

/** Signing in and out. `secureCookies` is off only where the site is served over plain http on one machine. */
export function identityRoutes(
  { codes, sessions, accounts }: Identity,
  settings: Readonly<{ secureCookies: boolean }>,
) {
  const cookie = { path: '/', httpOnly: true, sameSite: 'Lax', secure: settings.secureCookies } as const;
  return new Hono<ApiEnv>()
    .post(
      '/one-time-codes',
      command(
        {
          id: 'sendOneTimeCode',
          summary: 'Send a one-time code to a mobile number',
          permission: 'session.start',
          body: CodeRequest,
          answer: [202, CodeSent],
          errors: [sessionErrors.tooManyCodes, sessionErrors.notDelivered],
        },
        (request, { body }, context) => codes.sendCode(request, body.mobile, addressOf(context)),
      ),
    )
    .post(
      '/sessions',
      command(
        {
          id: 'signIn',
          summary: 'Sign in with the code that was sent; sets the session cookie',
          permission: 'session.start',
          body: SignIn,
          answer: [201, Me],
          errors: [sessionErrors.codeWrong, sessionErrors.codeExpired],
          receipt: false,
        },
        async (request, { body }, context) => {
          const { token, me } = await sessions.start(request, body);
          setCookie(context, sessionCookie, token, { ...cookie, maxAge: sessionLife / 1000 });
          return me;
        },
      ),
    )
    .get(
      '/session',
      query(
        { id: 'readSession', summary: 'Who is signed in', permission: 'session.read', answer: [200, Me] },
        (request) => sessions.me(request),
      ),
    )
    .get(
      '/session/copy',
      query(
        {
          id: 'copyOwnAccount',
          summary: 'What is kept of the own account, whole: a part of the copy of one’s own data',
          permission: 'rights.exercise',
          answer: [200, OwnAccountData],
        },
        (request) => accounts.ownData(request),
      ),
    )
    .delete(
      '/sessions/current',
      command(
        { id: 'signOut', summary: 'End this session', permission: 'session.end', answer: [200, Done] },
        (request, _input, context) => {
          deleteCookie(context, sessionCookie, cookie);
          return sessions.end(request, getCookie(context, sessionCookie) ?? '');
        },
      ),
    )
    .delete(
      '/sessions',
      command(
        {
          id: 'signOutEverywhere',
          summary: 'End every session of this person',
          permission: 'session.end',
          answer: [200, Done],
        },
        (request, _input, context) => {
          deleteCookie(context, sessionCookie, cookie);
          return sessions.endAll(request);
        },
      ),
    );
}

/** Where a request came from: the last hop that our own gateway wrote, not what a client claims before it. */
function addressOf(context: Context): string {
  return context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown';
}
