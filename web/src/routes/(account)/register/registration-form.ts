import type { Registration } from '@kaifong/shared/people/schema.ts';
import type * as z from 'zod';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

const guardianFields = ['guardian.name', 'guardian.mobile', 'guardian.consent', 'guardian.dataConsent'];

/**
 * The registration that the form sent, under the names of its fields. Only what was filled in of a guardian makes one. Whether any of
 * it holds, the API decides, and says so at the field.
 */
export function registrationFrom(form: SubmittedForm): z.input<typeof Registration> {
  const isGuardianNamed = guardianFields.some((name) => form.text(name) !== '');
  const sent = {
    name: form.text('name'),
    documentKind: form.text('documentKind'),
    documentNumber: form.text('documentNumber'),
    birthDate: form.optional('birthDate'),
    community: form.text('community'),
    skills: form.list('skills'),
    languages: form.list('languages'),
    consents: {
      terms: form.ticked('consents.terms'),
      sensitiveData: form.ticked('consents.sensitiveData'),
      rankings: form.ticked('consents.rankings'),
    },
    ...(isGuardianNamed && {
      guardian: {
        name: form.text('guardian.name'),
        mobile: form.text('guardian.mobile'),
        consent: form.ticked('guardian.consent'),
        dataConsent: form.ticked('guardian.dataConsent'),
      },
    }),
  };
  return sent as z.input<typeof Registration>;
}
