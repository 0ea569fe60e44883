import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import type { ApiEnv } from '../../platform/kit.ts';
import type { Command } from '../../platform/request.ts';
import { deviceKeptFor } from '../identity.table.ts';
import type { Identity } from '../index.ts';
import { cookieOptions, deviceCookie } from './cookie.ts';
import { deviceDigest, requesterOf } from './requester.ts';

/** Finds the digest of a browser's number, and gives the browser one if it has none. */
export function deviceOf({ codes }: Pick<Identity, 'codes'>, settings: Readonly<{ secureCookies: boolean }>) {
  return async (request: Command, context: Context<ApiEnv>): Promise<string> => {
    const deviceId = requesterOf(context).deviceId ?? (await codes.newDeviceId(request));
    setCookie(context, deviceCookie, deviceId, { ...cookieOptions(settings), maxAge: deviceKeptFor / 1000 });
    return deviceDigest(deviceId);
  };
}
