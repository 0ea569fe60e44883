import { topics } from '@kaifong/shared/care/topics.ts';
import { error, redirect } from '@sveltejs/kit';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { placesBelow } from '#lib/places/places.server.ts';
import { branchesOf } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../../care-client.server.ts';
import { boxOf, partNames, weekdayName, weekdays } from '../../../week.ts';
import type { Actions, PageServerLoad } from './$types';
import { atFields, enrolmentIn } from './enrolment-form.ts';

/** Making a volunteer a counsellor, for a care supervisor of where the volunteer lives. */
export const load: PageServerLoad = async (event) => {
  const { locale } = event.locals;
  const [branch] = branchesOf(event.locals.me, 'careSupervisor');
  if (!branch) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const streets = await placesBelow(event, branch.slice(0, 6));
  return {
    topics: choicesOf(topics, locale),
    streets: streets.map(({ scope, name }) => ({ value: scope, label: name })),
    week: weekdays.map((weekday) => ({
      name: weekdayName(weekday, locale),
      boxes: partNames.map((part) => ({ part, value: boxOf(weekday, part) })),
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey).counsellors.$post({ json: enrolmentIn(form) }));
    if (!outcome.ok) return problemToFail(atFields(outcome.problem), form);
    redirect(303, '/care/counsellors?enrolled');
  },
};
