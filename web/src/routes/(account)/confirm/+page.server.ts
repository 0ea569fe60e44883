import { documentKindNames } from '@kaifong/shared/people/registration/document-kinds.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { consentsFrom } from '#lib/people/consents-from.ts';
import { namesOf } from '#lib/places/places.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Signing in with the number on the form, which takes a code to that phone, is what leads here. */
export const load: PageServerLoad = async (event) => {
  const { me, locale } = event.locals;
  if (!me?.volunteerId) redirect(303, '/register');
  const own = await read(api(event).api.volunteers.me.$get());
  if (own.state !== 'unconfirmed') redirect(303, '/account');
  const names = await namesOf(event, [own.community]);
  return {
    name: own.name,
    document: `${documentKindNames[own.document.kind][locale]} ${own.document.number}`,
    community: names.get(own.community) ?? own.community,
    guardian: own.guardian,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const json = consentsFrom(form);
    const confirmed = api(event, form.idempotencyKey).api.volunteers.me.confirmation.$post({ json });
    const outcome = await outcomeOf(confirmed);
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/account');
  },
};
