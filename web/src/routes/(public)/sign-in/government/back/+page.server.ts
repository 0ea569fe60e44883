import { providerErrors } from '@kaifong/shared/identity/provider-errors.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { newIdempotencyKey } from '#lib/api/command-key.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { areaCookie, homeOf } from '#lib/session/areas.ts';
import { localPath } from '#lib/session/local-path.ts';
import type { PageServerLoad } from './$types';

/** Where the identity provider sends people back to; only who is refused stays here. */
export const load: PageServerLoad = async (event) => {
  const json = { parameters: { state: '', ...Object.fromEntries(event.url.searchParams) } };
  const outcome = await outcomeOf(api(event, newIdempotencyKey()).api.provider.arrivals.$post({ json }));
  if (!outcome.ok) {
    const { code, detail } = outcome.problem;
    return { detail, canStartAgain: code !== providerErrors.notOffered.code };
  }
  const { to, me } = outcome.body;
  redirect(303, localPath(to) ?? (me ? homeOf(me.account, event.cookies.get(areaCookie)) : '/account/devices'));
};
