import type { RequestEvent } from '@sveltejs/kit';
import { parseSetCookie } from './set-cookie.ts';

export const sessionCookie = 'kaifong_session';

/** Hands the browser the session cookie that the API set, and no other. `Secure` follows the protocol that the site is served over. */
export function passOnSessionCookie(event: Pick<RequestEvent, 'cookies' | 'url'>, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const cookie = parseSetCookie(line);
    if (cookie?.name !== sessionCookie) continue;
    event.cookies.set(sessionCookie, cookie.value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: event.url.protocol === 'https:',
      ...(cookie.maxAge === undefined ? {} : { maxAge: cookie.maxAge }),
      ...(cookie.expires === undefined ? {} : { expires: cookie.expires }),
    });
  }
}
