import { parentOf } from '@kaifong/shared/organisation/scope.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { relationNames } from '@kaifong/shared/people/registration/details.ts';
import { documentKindNames } from '@kaifong/shared/people/registration/document-kinds.ts';
import { DraftStep, draftSteps } from '@kaifong/shared/people/registration/registration-draft.ts';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { guardianConsentOf } from '#lib/people/guardian-consent.server.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { m } from '#paraglide/messages.js';
import { partFrom } from '../part-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Each step is an address. What was finished is on the server, so that she may go on from another phone. */
export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event;
  if (locals.me?.volunteerId) redirect(303, '/account');
  const step = [...draftSteps, 'check' as const].find((known) => known === params.step);
  if (!step) error(404, { message: m.errors_notFound() });

  const draft = await read(api(event).api['registration-draft'].$get());
  const community = (step === 'person' && url.searchParams.get('place')) || draft.person?.community;
  const names = community ? await namesOf(event, [parentOf(community) ?? '', community]) : undefined;
  const communityName = names?.get(community ?? '');
  if (!community || !communityName || (step !== 'person' && !draft.person)) redirect(303, '/register?place=');
  if (step === 'guardian' && !draft.isMinor) redirect(303, '/register/abilities');
  if (step === 'check' && draft.next !== 'check') redirect(303, `/register/${draft.next}`);

  const { locale } = locals;
  return {
    step,
    draft,
    place: {
      scope: community,
      street: parentOf(community) ?? district.scope,
      name: m.register_placeOf({ street: names?.get(parentOf(community) ?? '') ?? '', community: communityName }),
    },
    documentKinds: choicesOf(documentKindNames, locale),
    skills: (await skillWords(event)).byOwnWord(),
    languages: choicesOf(spokenLanguages, locale),
    relations: choicesOf(relationNames, locale),
    guardianConsent: step === 'check' && draft.isMinor ? await guardianConsentOf(event) : undefined,
  };
};

export const actions: Actions = {
  keep: async (event) => {
    const form = await readForm(event);
    const step = DraftStep.safeParse(event.params.step);
    if (!step.success) error(404, { message: m.errors_notFound() });
    const json = partFrom(step.data, form);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['registration-draft'].$put({ json }));
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, `/register/${outcome.body.next}`);
  },

  send: async (event) => {
    const form = await readForm(event);
    const json = { version: form.integer('version') ?? 0 };
    const sent = api(event, form.idempotencyKey).api['registration-draft'].submission.$post({ json });
    const outcome = await outcomeOf(sent);
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/register/received');
  },

  discard: async (event) => {
    const form = await readForm(event);
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api['registration-draft'].$delete());
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '/register?place=');
  },
};
