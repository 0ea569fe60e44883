import { ShiftWording } from '@kaifong/shared/scheduling/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { wordingChange } from '#lib/leader/wording-form.ts';

export const check: FormCheck = (form) => faultsBy(ShiftWording, wordingChange(form).wanted);
