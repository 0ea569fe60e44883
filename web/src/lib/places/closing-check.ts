import { Closing } from '@kaifong/shared/organisation/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { closingIn } from './tree-form.ts';

export const check: FormCheck = (form) => faultsBy(Closing, closingIn(form));
