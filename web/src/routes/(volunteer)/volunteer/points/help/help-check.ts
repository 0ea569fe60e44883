import { NewHelp } from '@kaifong/shared/points/help/help-schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { helpIn } from './help-form.ts';

export const check: FormCheck = (form) => faultsBy(NewHelp, helpIn(form));
