import { Suspension } from '@kaifong/shared/people/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

/** What a reason has to be is the same for every move that needs one. */
export const check: FormCheck = (form) => faultsBy(Suspension, { move: 'suspend', reason: form.text('reason') });
