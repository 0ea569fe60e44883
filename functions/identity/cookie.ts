import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** The cookie that carries a session's token. */
export const sessionCookie = 'kaifong_session';

/** The cookie by which a browser is known again. It opens nothing by itself. */
export const deviceCookie = 'kaifong_device';

/** The token of the session that a request carries. */
export const sessionTokenOf = (context: Context) => getCookie(context, sessionCookie) ?? '';
