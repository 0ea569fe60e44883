import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { relationNames } from '@kaifong/shared/people/registration/details.ts';
import { documentKindNames } from '@kaifong/shared/people/registration/document-kinds.ts';
import type { PaperRegistration } from '@kaifong/shared/people/registration/paper.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type * as z from 'zod';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, type SubmittedForm } from '#lib/forms/submitted-form.ts';
import { contactFrom } from './details-from.ts';
import { skillWords } from './skills.server.ts';

/** What there is to choose from on the form. */
export async function paperChoices(event: Caller) {
  const { locale } = event.locals;
  return {
    documentKinds: choicesOf(documentKindNames, locale),
    skills: (await skillWords(event)).byOwnWord(),
    languages: choicesOf(spokenLanguages, locale),
    relations: choicesOf(relationNames, locale),
  };
}

/** The action that registers somebody from a signed form. */
export async function registerOnPaper(event: RequestEvent) {
  const form = await readForm(event);
  const json = registrationFrom(form);
  const outcome = await outcomeOf(api(event, form.idempotencyKey).api.volunteers['on-paper'].$post({ json }));
  if (!outcome.ok) return problemToFail(outcome.problem, form);
  return { registered: { name: form.text('name'), number: outcome.body.number } };
}

function registrationFrom(form: SubmittedForm): z.input<typeof PaperRegistration> {
  const contact = contactFrom(form);
  const isContactNamed = Object.values(contact).some((text) => text !== '');
  const isGuardianNamed = ['guardian.name', 'guardian.mobile'].some((name) => form.text(name) !== '');
  const sent = {
    name: form.text('name'),
    documentKind: form.text('documentKind'),
    documentNumber: form.text('documentNumber'),
    birthDate: form.optional('birthDate'),
    mobile: form.text('mobile'),
    community: form.text('community'),
    team: form.optional('team'),
    skills: form.list('skills'),
    languages: form.list('languages'),
    consents: { terms: form.ticked('consents.terms'), sensitiveData: form.ticked('consents.sensitiveData') },
    ...(isContactNamed && { contact }),
    ...(isGuardianNamed && {
      guardian: {
        name: form.text('guardian.name'),
        mobile: form.text('guardian.mobile'),
        consent: form.ticked('guardian.consent'),
        dataConsent: form.ticked('guardian.dataConsent'),
      },
    }),
  };
  return sent as z.input<typeof PaperRegistration>;
}
