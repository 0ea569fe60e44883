import type { RequestEvent } from '@sveltejs/kit';

const year = 365 * 24 * 3600;

/** Has this device keep a choice for a year, whoever uses it; no value forgets it. Only the server reads it, unless it is `readable`. */
export function remember(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  name: string,
  value: string | undefined,
  { readable = false } = {},
): void {
  if (value === undefined) cookies.delete(name, { path: '/' });
  else {
    const secure = url.protocol === 'https:';
    cookies.set(name, value, { path: '/', maxAge: year, sameSite: 'lax', httpOnly: !readable, secure });
  }
}
