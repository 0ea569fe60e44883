import { Issuer } from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) =>
  faultsBy(Issuer, {
    name: form.text('name'),
    responsible: form.text('responsible'),
    handler: form.text('handler'),
    contact: form.text('contact'),
  });
