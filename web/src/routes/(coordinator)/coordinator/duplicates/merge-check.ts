import { NewMerge } from '@kaifong/shared/people/merging/merge-schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

/** What can be told before it is sent: that one was chosen, what becomes of the number, and why. */
export const check: FormCheck = (form) =>
  faultsBy(NewMerge.omit({ goes: true }), {
    stays: form.text('stays'),
    mobile: form.text('mobile'),
    reason: form.text('reason'),
  });
