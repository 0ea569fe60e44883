import { error, redirect } from '@sveltejs/kit';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../../care-client.server.ts';
import { enrolmentChoices } from '../../../enrolment-choices.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { atFields, enrolmentIn } from './enrolment-form.ts';

/** Making a volunteer a counsellor, for a care supervisor of where the volunteer lives. */
export const load: PageServerLoad = async (event) => {
  const [branch] = branchesOf(event.locals.me, 'careSupervisor');
  if (!branch) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  return enrolmentChoices(event, branch);
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).counsellors.$post({ json: enrolmentIn(form) }));
    if (!outcome.ok) return problemToFail(atFields(outcome.problem), form);
    redirect(303, '/care/counsellors?enrolled');
  },
};
