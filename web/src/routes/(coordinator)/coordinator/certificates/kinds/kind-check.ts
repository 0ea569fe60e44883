import { NewQualification } from '@kaifong/shared/people/certificates/qualifications.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { kindIn } from './kind-form.ts';

export const check: FormCheck = (form) => faultsBy(NewQualification, kindIn(form));
