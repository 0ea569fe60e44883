import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { DraftStep, faultsInPart } from '@kaifong/shared/people/registration/registration-draft.ts';
import type { FormCheck } from '#lib/forms/form-check.ts';
import { partFrom } from './part-form.ts';

export const check: FormCheck = (form, now) => {
  const kept = form.ticked('hasDocument') ? '' : undefined;
  return faultsInPart(partFrom(DraftStep.parse(form.text('step')), form), dayOf(now), kept);
};
