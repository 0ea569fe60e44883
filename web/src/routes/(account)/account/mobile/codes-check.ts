import { MobileChange } from '@kaifong/shared/people/mobile/mobile-change.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

const digits = (text: string) => text.replaceAll(/\s/g, '');

export const check: FormCheck = (form) =>
  faultsBy(MobileChange.pick({ code: true, oldCode: true }), {
    code: digits(form.text('code')),
    oldCode: digits(form.text('oldCode')),
  });
