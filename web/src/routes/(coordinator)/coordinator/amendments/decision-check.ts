import { AmendmentDecision, ObjectionDecision } from '@kaifong/shared/attendance/amendments/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => {
  const isObjection = form.id.startsWith('judge');
  const sent = { outcome: form.text('outcome'), words: form.text('words') };
  return faultsBy(isObjection ? ObjectionDecision : AmendmentDecision, sent);
};
