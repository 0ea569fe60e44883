import { Reversal } from '@kaifong/shared/attendance/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => faultsBy(Reversal, { reason: form.text('reason') });
