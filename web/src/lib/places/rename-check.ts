import { Renaming } from '@kaifong/shared/organisation/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { namesIn } from './tree-form.ts';

export const check: FormCheck = (form) => faultsBy(Renaming, namesIn(form));
