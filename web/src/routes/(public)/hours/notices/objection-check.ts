import { AmendmentObjection } from '@kaifong/shared/attendance/amendments/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => faultsBy(AmendmentObjection, { words: form.text('words') });
