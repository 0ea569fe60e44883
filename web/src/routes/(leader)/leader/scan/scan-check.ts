import { PassEntry } from '@kaifong/shared/attendance/pass.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => faultsBy(PassEntry.pick({ code: true }), { code: form.text('code') });
