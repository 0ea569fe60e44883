import { NoShowDecision } from '@kaifong/shared/attendance/no-show.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) =>
  faultsBy(NoShowDecision, { outcome: form.text('outcome'), words: form.text('words') });
