import { NewCorrection } from '@kaifong/shared/people/rights/rights-schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) =>
  faultsBy(NewCorrection, { about: form.text('about'), text: form.text('text') });
