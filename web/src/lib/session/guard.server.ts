import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import { m } from '#paraglide/messages.js';
import { areaOfRoute, mayEnter, needsSession } from './areas.ts';
import { signInPath } from './local-path.ts';

/**
 * Lets a request into its area, sends a stranger to sign in, and refuses who has no fitting role. Runs before every request, so that
 * neither an action nor a data request gets round a layout. A page in the address bar goes on to its layout, which refuses with
 * the same words inside the site's own frame.
 */
export function guard(event: RequestEvent): void {
  if (!needsSession(event.route.id)) return;
  const isDocument = event.request.method === 'GET' && !event.isDataRequest;
  if (event.locals.me === null) {
    if (!event.locals.apiReachable) {
      if (!isDocument) refuseOffline();
      return;
    }
    redirect(
      303,
      signInPath(isDocument || event.isDataRequest ? event.url : { pathname: event.url.pathname, search: '' }),
    );
  }
  if (!isDocument) refuseStranger(event);
}

/** The `load` of an area's layout. */
export function guardedLayout(event: Pick<RequestEvent, 'locals' | 'route'>): void {
  if (!event.locals.apiReachable && event.locals.me === null) refuseOffline();
  refuseStranger(event);
}

function refuseStranger(event: Pick<RequestEvent, 'locals' | 'route'>): void {
  const area = areaOfRoute(event.route.id);
  const { me } = event.locals;
  if (area !== undefined && me !== null && !mayEnter(me, area)) {
    error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  }
}

function refuseOffline(): never {
  error(503, { message: m.errors_offline(), code: 'site.apiUnreachable' });
}
