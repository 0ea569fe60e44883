import { MergeUndoing } from '@kaifong/shared/people/merging/merge-schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => faultsBy(MergeUndoing, { reason: form.text('reason') });
