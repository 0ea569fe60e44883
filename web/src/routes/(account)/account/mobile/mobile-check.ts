import { DeskCodeRequest } from '@kaifong/shared/people/mobile/mobile-change.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => faultsBy(DeskCodeRequest, { mobile: form.text('mobile') });
