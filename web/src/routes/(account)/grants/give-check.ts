import { GivenGrant } from '@kaifong/shared/identity/grant-schema.ts';
import { parseMobile } from '@kaifong/shared/people/mobile/mobile.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => [
  ...(parseMobile(form.text('mobile')).ok ? [] : [{ path: 'mobile', code: 'mobile.invalid' }]),
  ...faultsBy(GivenGrant.omit({ mobile: true }), {
    name: form.optional('name'),
    role: form.text('role'),
    scope: form.text('scope'),
    from: form.optional('from'),
    to: form.optional('to'),
  }),
];
