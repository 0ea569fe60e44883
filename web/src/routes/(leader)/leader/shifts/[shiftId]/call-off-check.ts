import { CallOff } from '@kaifong/shared/scheduling/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => faultsBy(CallOff, { reason: form.text('reason') });
