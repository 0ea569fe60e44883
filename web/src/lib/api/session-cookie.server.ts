import type { RequestEvent } from '@sveltejs/kit';
import { parseSetCookie } from './set-cookie.ts';

export const sessionCookie = 'kaifong_session';
/** By which the API knows a browser again. */
export const deviceCookie = 'kaifong_device';

/** Hands the browser the cookies that the API set for the session and the device, and no other. `Secure` follows the protocol that the site is served over. */
export function passOnSessionCookie(event: Pick<RequestEvent, 'cookies' | 'url'>, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const cookie = parseSetCookie(line);
    if (cookie?.name !== sessionCookie && cookie?.name !== deviceCookie) continue;
    event.cookies.set(cookie.name, cookie.value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: event.url.protocol === 'https:',
      ...(cookie.maxAge === undefined ? {} : { maxAge: cookie.maxAge }),
      ...(cookie.expires === undefined ? {} : { expires: cookie.expires }),
    });
  }
}
