import { AsyncLocalStorage } from 'node:async_hooks';
import { pageHeaders } from '@kaifong/shared/kernel/page-headers.ts';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { sessionCookie } from '#lib/api/session-cookie.server.ts';
import { localeCookie, localeFor } from '#lib/locale/choice.ts';
import { forOnePerson } from '#lib/offline/person.server.ts';
import { areaCookie, areaOfRoute, mayEnter, needsSession } from '#lib/session/areas.ts';
import { guard } from '#lib/session/guard.server.ts';
import { arePlain } from '#lib/session/plain-params.ts';
import { remember } from '#lib/session/remember.server.ts';
import { whoAsks } from '#lib/session/who.server.ts';
import { type Display, displayAttributes, displayFrom, paperOf } from '#lib/shell/display.ts';
import { faultLine } from '#lib/shell/fault-line.ts';
import { m } from '#paraglide/messages.js';
import { baseLocale, type Locale, overwriteGetLocale } from '#paraglide/runtime.js';
import { building } from '$app/env';
import { API_ORIGIN } from '$app/env/private';

export const init: ServerInit = () => {
  if (!building && API_ORIGIN === undefined) throw new Error('API_ORIGIN is not set: the site does not know its API');
  // One page that fails twice at once must not take the others with it.
  if (!building) process.on('unhandledRejection', (reason) => console.error(faultLine(null, reason)));
};

const localeOfRequest = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => localeOfRequest.getStore() ?? baseLocale);

/** In the person's language, and in the colours and the size that they chose. */
const asChosen: Handle = ({ event, resolve }) => {
  const { cookies, request } = event;
  const locale = building ? baseLocale : localeFor(cookies.get(localeCookie), request.headers.get('accept-language'));
  const display = displayFrom((name) => cookies.get(name));
  Object.assign(event.locals, { locale, display });
  return localeOfRequest.run(locale, () =>
    resolve(event, { transformPageChunk: ({ html }) => dressed(html, locale, display) }),
  );
};

/** Writes the choice into what app.html has at its top. */
function dressed(html: string, locale: Locale, display: Display): string {
  const [asIs, chosen] = [paperOf(undefined), paperOf(display.theme)];
  return html
    .replace('<html lang="zh-Hans">', `<html lang="${locale}"${displayAttributes(display)}>`)
    .replace(`content="${asIs.light}"`, `content="${chosen.light}"`)
    .replace(`content="${asIs.dark}"`, `content="${chosen.dark}"`);
}

const withSession: Handle = async ({ event, resolve }) => {
  if (!arePlain(event.params)) error(404, { message: m.errors_notFound() });
  Object.assign(event.locals, building ? { me: null, apiReachable: true } : await whoAsks(event));
  guard(event);
  rememberArea(event);
  return resolve(event);
};

/** Only where the person goes themselves: the service worker also fetches pages, to keep them for when there is no network. */
function rememberArea(event: RequestEvent): void {
  const { me } = event.locals;
  const mode = event.request.headers.get('sec-fetch-mode') ?? 'navigate';
  if (mode !== 'navigate' && !event.isDataRequest) return;
  const area = areaOfRoute(event.route.id);
  if (area && me && mayEnter(me, area) && event.cookies.get(areaCookie) !== area) remember(event, areaCookie, area);
}

const withHeaders: Handle = async ({ event, resolve }) => {
  const isPersonal = event.cookies.get(sessionCookie) !== undefined || needsSession(event.route.id);
  const response = await resolve(event);
  const { headers } = response;
  for (const [name, value] of Object.entries(pageHeaders)) headers.set(name, value);
  if (event.url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000');
  if (!headers.has('cache-control')) headers.set('cache-control', isPersonal ? 'no-store' : 'private, no-cache');
  headers.append('vary', 'Cookie, Accept-Language');
  return response;
};

export const handle = sequence(withHeaders, asChosen, withSession, forOnePerson);

/** What broke is for the log, by name and place only; a person reads what to do next. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'app') return;
  if (kind === 'framework') return { message: error.status === 404 ? m.errors_notFound() : m.errors_badRequest() };
  console.error(faultLine(event.route.id, error));
  return { message: m.errors_fault(), code: 'site.fault' };
};
