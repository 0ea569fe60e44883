import { SupportRequest } from '@kaifong/shared/care/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';
import { requestOf } from './request-form.ts';

export const check: FormCheck = (form) => faultsBy(SupportRequest, requestOf(form));
