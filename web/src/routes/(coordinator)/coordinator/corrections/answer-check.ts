import { CorrectionAnswer } from '@kaifong/shared/people/rights/rights-schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) =>
  faultsBy(CorrectionAnswer, { outcome: form.text('outcome'), answer: form.text('answer') });
