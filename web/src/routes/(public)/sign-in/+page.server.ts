import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { areaCookie, homeOf } from '#lib/session/areas.ts';
import { localPath } from '#lib/session/local-path.ts';
import { GOVERNMENT_SIGN_IN, KAIFONG_DEMO } from '$app/env/private';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies, locals, url }) => {
  const to = localPath(url.searchParams.get('to'));
  if (locals.me) redirect(303, to ?? homeOf(locals.me, cookies.get(areaCookie)));
  return { to, hasGovernmentSignIn: GOVERNMENT_SIGN_IN };
};

export const actions: Actions = {
  requestCode: async (event) => {
    const form = await readForm(event);
    const mobile = form.text('mobile').replaceAll(/\s/g, '');
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['one-time-codes'].$post({ json: { mobile } }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    const { expiresInSeconds, demoCode } = outcome.body;
    return {
      sent: { mobile, minutes: Math.floor(expiresInSeconds / 60), demoCode: KAIFONG_DEMO ? demoCode : undefined },
    };
  },

  signIn: async (event) => {
    const form = await readForm(event);
    const json = { mobile: form.text('mobile'), code: form.text('code').replaceAll(/\s/g, '') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.sessions.$post({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    const home = homeOf(outcome.body.account, event.cookies.get(areaCookie));
    redirect(303, localPath(event.url.searchParams.get('to')) ?? home);
  },
};
