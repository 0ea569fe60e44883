import { newIdempotencyKey } from '#lib/api/command-key.ts';
import { areaCookie } from '#lib/session/areas.ts';
import { frameFor } from '#lib/shell/frame.server.ts';
import { shellWords } from '#lib/shell/words.server.ts';
import { KAIFONG_DEMO } from '$app/env/private';
import type { LayoutServerLoad } from './$types';

/** Pages that stand open where others pass by: they never show who has signed in. */
const forEverybody: ReadonlySet<string | null> = new Set(['/(public)/kiosk/[kioskKey]']);

/** What every page has. It asks nobody and cannot fail, so that an error page always finds its frame. */
export const load: LayoutServerLoad = ({ cookies, locals, route }) => {
  const { locale, display, apiReachable } = locals;
  const me = forEverybody.has(route.id) ? null : locals.me;
  return {
    me,
    frame: frameFor(me, route.id, cookies.get(areaCookie)),
    shell: shellWords({ isDemo: KAIFONG_DEMO ?? false }),
    locale,
    display,
    apiReachable,
    idempotencyKey: newIdempotencyKey(),
  };
};
