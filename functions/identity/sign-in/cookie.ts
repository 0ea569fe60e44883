import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** The cookie that carries a session's token. */
export const sessionCookie = 'kaifong_session';

/** The cookie by which a browser is known again. It opens nothing by itself. */
export const deviceCookie = 'kaifong_device';

/** The token of the session that a request carries. */
export const sessionTokenOf = (context: Context) => getCookie(context, sessionCookie) ?? '';
/** `secureCookies` is off only where the site is served over plain http on one machine. */
export const cookieOptions = ({ secureCookies }: Readonly<{ secureCookies: boolean }>) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: secureCookies }) as const;
