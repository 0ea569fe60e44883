import { Deputising } from '@kaifong/shared/identity/grant-schema.ts';
import { parseMobile } from '@kaifong/shared/people/mobile/mobile.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) => [
  ...(parseMobile(form.text('mobile')).ok ? [] : [{ path: 'mobile', code: 'mobile.invalid' }]),
  ...faultsBy(Deputising.omit({ mobile: true }), { from: form.text('from'), to: form.text('to') }),
];
