import { grantErrors } from '@kaifong/shared/identity/grant-errors.ts';
import { passkeyErrors } from '@kaifong/shared/identity/passkey-errors.ts';
import {
  CreationOptions,
  NewPasskey,
  OwnPasskeys,
  PasskeyParams,
  PasskeyReset,
  RenamedPasskey,
  RequestOptions,
  SignedChallenge,
} from '@kaifong/shared/identity/passkey-schema.ts';
import { Done, Me } from '@kaifong/shared/identity/schema.ts';
import { longestSession } from '@kaifong/shared/identity/session-limits.ts';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Identity } from '../index.ts';
import { cookieOptions, sessionCookie } from '../sign-in/cookie.ts';
import { deviceOf } from '../sign-in/device-of.ts';
import { deviceDigest, requesterOf } from '../sign-in/requester.ts';

/** Passkeys: signing in with one, and what a person does about their own. The browser talks to these itself. */
export function passkeyRoutes(
  { codes, passkeys, passkeySignIn }: Identity,
  settings: Readonly<{ secureCookies: boolean }>,
) {
  const device = deviceOf({ codes }, settings);

  return new Hono<ApiEnv>()
    .post(
      '/passkeys/challenges',
      command(
        {
          id: 'beginPasskeySignIn',
          summary: 'What the browser is to sign with a passkey',
          permission: 'session.start',
          answer: [201, RequestOptions],
          errors: [passkeyErrors.unavailable, passkeyErrors.tooOften],
        },
        async (request, _input, context) =>
          passkeySignIn.begin(request, await device(request, context), requesterOf(context)),
      ),
    )
    .post(
      '/passkeys/sessions',
      command(
        {
          id: 'signInWithPasskey',
          summary: 'Sign in with what the browser signed; sets the session cookie',
          permission: 'session.start',
          body: SignedChallenge,
          answer: [201, Me],
          errors: [
            passkeyErrors.unavailable,
            passkeyErrors.expired,
            passkeyErrors.unknown,
            passkeyErrors.notVerified,
            passkeyErrors.copied,
          ],
          receipt: false,
        },
        async (request, { body }, context) => {
          const replaced = getCookie(context, sessionCookie);
          const { token, me } = await passkeySignIn.start(request, body, requesterOf(context), replaced);
          setCookie(context, sessionCookie, token, { ...cookieOptions(settings), maxAge: longestSession / 1000 });
          return me;
        },
      ),
    )
    .get(
      '/passkeys',
      query(
        {
          id: 'listOwnPasskeys',
          summary: 'One’s own passkeys',
          permission: 'passkey.read',
          answer: [200, OwnPasskeys],
        },
        (request) => passkeys.list(request),
      ),
    )
    .post(
      '/passkeys/creations',
      command(
        {
          id: 'beginPasskey',
          summary: 'What the browser is to make a passkey by',
          permission: 'passkey.add',
          answer: [201, CreationOptions],
          errors: [passkeyErrors.unavailable, passkeyErrors.tooMany],
        },
        async (request, _input, context) => passkeys.begin(request, await device(request, context)),
      ),
    )
    .post(
      '/passkeys',
      command(
        {
          id: 'addPasskey',
          summary: 'Add the passkey that the browser made',
          permission: 'passkey.add',
          body: NewPasskey,
          answer: [201, Done],
          errors: [
            passkeyErrors.unavailable,
            passkeyErrors.expired,
            passkeyErrors.notVerified,
            passkeyErrors.held,
            passkeyErrors.tooMany,
          ],
        },
        (request, { body }, context) => passkeys.add(request, deviceDigest(requesterOf(context).deviceId ?? ''), body),
      ),
    )
    .put(
      '/passkeys/:passkeyId',
      command(
        {
          id: 'renamePasskey',
          summary: 'Call a passkey something else',
          permission: 'passkey.change',
          params: PasskeyParams,
          body: RenamedPasskey,
          answer: [200, Done],
        },
        (request, { params, body }) => passkeys.rename(request, params.passkeyId, body.name),
      ),
    )
    .delete(
      '/passkeys/:passkeyId',
      command(
        {
          id: 'removePasskey',
          summary: 'Remove a passkey; the last one as well',
          permission: 'passkey.change',
          params: PasskeyParams,
          answer: [200, Done],
        },
        (request, { params }) => passkeys.remove(request, params.passkeyId),
      ),
    )
    .post(
      '/passkeys/resets',
      command(
        {
          id: 'resetPasskeys',
          summary: 'Take all passkeys from somebody who has lost them, and end their sessions',
          permission: 'passkey.reset',
          body: PasskeyReset,
          answer: [200, Done],
          errors: [passkeyErrors.own, passkeyErrors.nothingToReset, grantErrors.aboveOwn],
        },
        (request, { body }) => passkeys.reset(request, body),
      ),
    );
}
