import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { checkRegistration } from '@kaifong/shared/people/registration.ts';
import type { FormCheck } from '#lib/forms/form-check.ts';
import { registrationFrom } from './registration-form.ts';

export const check: FormCheck = (form, now) => {
  const checked = checkRegistration(registrationFrom(form), dayOf(now));
  return checked.ok ? [] : checked.faults;
};
