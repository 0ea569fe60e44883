import { newIdempotencyKey } from '#lib/api/command-key.ts';
import { KAIFONG_DEMO } from '$app/env/private';
import type { LayoutServerLoad } from './$types';

/** What every page has. It asks nobody and cannot fail, so that an error page always finds its frame. */
export const load: LayoutServerLoad = ({ locals }) => ({
  me: locals.me,
  locale: locals.locale,
  apiReachable: locals.apiReachable,
  demo: KAIFONG_DEMO ?? false,
  idempotencyKey: newIdempotencyKey(),
});
