import { Unmasking } from '@kaifong/shared/people/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => faultsBy(Unmasking, { reason: form.text('reason') });
