import { DoubtDecision } from '@kaifong/shared/attendance/doubts.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) =>
  faultsBy(DoubtDecision, { outcome: form.text('outcome'), words: form.text('words') });
