import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { coversDay, relationNames } from '@kaifong/shared/people/registration/details.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { changeFrom } from './details-form.ts';

export const load: PageServerLoad = async (event) => {
  const { me, locale } = event.locals;
  if (!me?.volunteerId) redirect(303, '/register');
  const [details, skills] = await Promise.all([read(api(event).api.volunteers.me.details.$get()), skillWords(event)]);
  const today = dayOf(toInstant(Date.now()));
  return {
    details: { ...details, away: details.away.filter(({ until }) => until >= today) },
    isInsured: coversDay(details.insurance, today),
    skills: skills.byOwnWord(details.skills),
    languages: choicesOf(spokenLanguages, locale),
    relations: choicesOf(relationNames, locale),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const json = changeFrom(form);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.volunteers.me.details.$put({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { saved: true };
  },
};
