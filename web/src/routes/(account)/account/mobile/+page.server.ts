import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { KAIFONG_DEMO } from '$app/env/private';
import type { Actions } from './$types';

export const actions: Actions = {
  /** Two commands: a code to each phone. */
  sendCodes: async (event) => {
    const form = await readForm(event);
    const mobile = form.text('mobile').replaceAll(/\s/g, '');
    const { codes } = api(event, form.idempotencyKey).api['mobile-changes'];
    const toNew = await outcomeOf(codes.$post({ json: { mobile, to: 'new' } }));
    if (!toNew.ok) return problemToFail(toNew.problem, form);
    const toOld = await outcomeOf(codes.$post({ json: { mobile, to: 'old' } }));
    if (!toOld.ok) return problemToFail(toOld.problem, form);
    const shown = KAIFONG_DEMO ? { code: toNew.body.demoCode, oldCode: toOld.body.demoCode } : {};
    return { sent: { mobile, minutes: Math.floor(toNew.body.expiresInSeconds / 60), ...shown } };
  },

  change: async (event) => {
    const form = await readForm(event);
    const digits = (name: string) => form.text(name).replaceAll(/\s/g, '');
    const json = { mobile: form.text('mobile'), code: digits('code'), oldCode: digits('oldCode') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['mobile-changes'].$post({ json }));
    return outcome.ok ? { changed: outcome.body.mobile } : problemToFail(outcome.problem, form);
  },
};
