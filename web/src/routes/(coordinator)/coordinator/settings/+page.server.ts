import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { changesView } from '#lib/settings/settings-view.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Changes of settings for a coordinator of the whole district to decide, and those that were. */
export const load: PageServerLoad = (event) => changesView(event);

export const actions: Actions = {
  decide: async (event) => {
    const form = await readForm(event);
    const param = { changeId: form.text('changeId') };
    const decision = form.text('decision') === 'approve' ? ('approve' as const) : ('decline' as const);
    const route = api(event, form.idempotencyKey).api.settings.changes[':changeId'].decision;
    const outcome = await outcomeOf(route.$post({ param, json: { decision } }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { news: decision === 'approve' ? m.settings_approved() : m.settings_declined() };
  },
};
