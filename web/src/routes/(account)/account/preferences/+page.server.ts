import { teamKinds } from '@kaifong/shared/organisation/team-kinds.ts';
import { mostHoursAWeek } from '@kaifong/shared/scheduling/suitable/preferences.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import type { Actions, PageServerLoad } from './$types';
import { preferencesFrom } from './preferences-form.ts';

export const load: PageServerLoad = async (event) => {
  const { me, locale } = event.locals;
  if (!me?.volunteerId) redirect(303, '/register');
  const preferences = await read(api(event).api['serving-preferences'].$get());
  return { preferences, kinds: choicesOf(teamKinds, locale), mostHoursAWeek };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const json = preferencesFrom(form);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['serving-preferences'].$put({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { saved: true };
  },
};
