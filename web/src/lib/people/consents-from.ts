import type { Confirmation } from '@kaifong/shared/people/registration/paper.ts';
import type * as z from 'zod';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** What was ticked of the consents that volunteering asks for; whether the needed ones are there, the API decides. */
export function consentsFrom(form: SubmittedForm): z.input<typeof Confirmation> {
  const ticked = {
    risks: form.ticked('risks'),
    consents: {
      terms: form.ticked('consents.terms'),
      sensitiveData: form.ticked('consents.sensitiveData'),
      rankings: form.ticked('consents.rankings'),
    },
  };
  return ticked as z.input<typeof Confirmation>;
}
