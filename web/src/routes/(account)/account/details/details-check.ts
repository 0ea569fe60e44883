import { DetailsChange } from '@kaifong/shared/people/registration/own-details.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { changeFrom } from './details-form.ts';

export const check: FormCheck = (form) => faultsBy(DetailsChange, changeFrom(form));
