import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { changesView, settingsView } from '#lib/settings/settings-view.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';
import { settingsIn } from './settings-form.ts';

/** What the district has set, and what was proposed. */
export const load: PageServerLoad = async (event) => {
  const [groups, history] = await Promise.all([settingsView(event), changesView(event)]);
  return { groups, history };
};

export const actions: Actions = {
  propose: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api.settings.changes;
    const outcome = await outcomeOf(route.$post({ json: settingsIn(form) }));
    return outcome.ok ? { news: m.settings_proposed() } : problemToFail(outcome.problem, form);
  },

  withdraw: async (event) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api.settings.changes[':changeId'].withdrawal;
    const outcome = await outcomeOf(route.$post({ param: { changeId: form.text('changeId') } }));
    return outcome.ok ? { news: m.settings_withdrawn() } : problemToFail(outcome.problem, form);
  },
};
