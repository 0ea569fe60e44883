/**
 * `to` when it is a path on this site, else undefined. A link to our sign-in page must not lead on to somebody else's site,
 * whatever the browser makes of backslashes, tabs or a second slash.
 */
export function localPath(to: string | null | undefined): string | undefined {
  if (!to || !/^\/(?![/\\])[\x21-\x7e]*$/.test(to)) return undefined;
  const base = 'http://site.invalid';
  const url = URL.parse(to, base);
  // Taking the dots out of `/.//x` leaves `//x`, which is another site.
  if (url?.origin !== base || url.pathname.startsWith('//')) return undefined;
  return url.pathname + url.search + url.hash;
}

/** The page that a form was sent from, or the first page: without the name of the action that drew it (`?/signUp`). */
export function pathBack(from: string): string {
  const [path = '/', query = ''] = (localPath(from) ?? '/').split('?', 2);
  const kept = query.split('&').filter((part) => !/^(\/|%2f|$)/i.test(part));
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`;
}

/** The sign-in page that leads back to `url`. */
export function signInPath(url: Readonly<{ pathname: string; search: string }>): string {
  return `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`;
}
