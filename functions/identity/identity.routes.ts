import { sessionErrors } from '@kaifong/shared/identity/errors.ts';
import {
  CodeRequest,
  CodeSent,
  Done,
  Me,
  OwnAccountData,
  OwnSession,
  SessionParams,
  SignIn,
} from '@kaifong/shared/identity/schema.ts';
import { longestSession } from '@kaifong/shared/identity/session-limits.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import { deviceKeptFor } from './identity.table.ts';
import type { Identity } from './index.ts';
import { cookieOptions, deviceCookie, sessionCookie, sessionTokenOf } from './sign-in/cookie.ts';
import { requesterOf } from './sign-in/requester.ts';

/** Signing in and out. */
export function identityRoutes(
  { codes, sessions, signIn, copies }: Identity,
  settings: Readonly<{ secureCookies: boolean }>,
) {
  const cookie = cookieOptions(settings);
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
          errors: [sessionErrors.tooManyCodes, sessionErrors.waitForTurn, sessionErrors.notDelivered],
        },
        async (request, { body }, context) => {
          const requester = requesterOf(context);
          const deviceId = requester.deviceId ?? (await codes.newDeviceId(request));
          setCookie(context, deviceCookie, deviceId, { ...cookie, maxAge: deviceKeptFor / 1000 });
          return codes.sendCode(request, body.mobile, { ...requester, deviceId });
        },
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
          errors: [sessionErrors.codeWrong, sessionErrors.codeExpired, sessionErrors.tooManyMistakes],
          receipt: false,
        },
        async (request, { body }, context) => {
          const { token, me } = await signIn.start(request, body, requesterOf(context));
          setCookie(context, sessionCookie, token, { ...cookie, maxAge: longestSession / 1000 });
          return me;
        },
      ),
    )
    .get(
      '/session',
      query(
        { id: 'readSession', summary: 'Who is signed in', permission: 'session.read', answer: [200, Me] },
        (request, _input, context) => sessions.me(request, sessionTokenOf(context)),
      ),
    )
    .get(
      '/sessions',
      query(
        {
          id: 'listOwnSessions',
          summary: 'The devices on which the person is signed in',
          permission: 'session.read',
          query: PageQuery,
          answer: [200, Page(OwnSession)],
        },
        (request, { query }, context) => sessions.list(request, sessionTokenOf(context), query),
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
        (request) => copies.own(request),
      ),
    )
    .delete(
      '/sessions/current',
      command(
        { id: 'signOut', summary: 'End this session', permission: 'session.end', answer: [200, Done] },
        (request, _input, context) => {
          deleteCookie(context, sessionCookie, cookie);
          return sessions.end(request, sessionTokenOf(context));
        },
      ),
    )
    .delete(
      '/sessions/:sessionId',
      command(
        {
          id: 'endOwnSession',
          summary: 'Sign out on one device',
          permission: 'session.endOther',
          params: SessionParams,
          answer: [200, Done],
        },
        (request, { params }) => sessions.endOne(request, params.sessionId),
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
