import { Decision } from '@kaifong/shared/people/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => faultsBy(Decision, { decision: 'decline', reason: form.text('reason') });
