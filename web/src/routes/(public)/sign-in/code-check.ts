import { SignIn } from '@kaifong/shared/identity/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) =>
  faultsBy(SignIn.pick({ code: true }), { code: form.text('code').replaceAll(/\s/g, '') });
