import { kindOf, parentOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { documentKindNames } from '@kaifong/shared/people/document-kinds.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { skills } from '@kaifong/shared/people/skills.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { placesBelow } from '#lib/places/places.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { registrationFrom } from './registration-form.ts';

/** Street, then community, then the form: each step is an address, so that going back and reloading work without JavaScript. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  if (locals.me?.volunteerId) redirect(303, '/account');
  const streets = await placesBelow(event, district.scope);
  const chosen = url.searchParams.get('place') ?? '';
  const street = streets.find(({ scope }) => scope === (kindOf(chosen) === 'street' ? chosen : parentOf(chosen)));
  if (!street) return { step: 'street' as const, streets };

  const communities = await placesBelow(event, street.scope);
  const community = communities.find(({ scope }) => scope === chosen);
  if (!community) return { step: 'community' as const, street, communities };

  const { locale } = locals;
  return {
    step: 'form' as const,
    street,
    community,
    documentKinds: choicesOf(documentKindNames, locale),
    skills: choicesOf(skills, locale),
    languages: choicesOf(spokenLanguages, locale),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.volunteers.$post({ json: registrationFrom(form) }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/register/received');
  },
};
