import { CertificateSpan } from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) =>
  faultsBy(CertificateSpan, { from: form.text('from'), until: form.text('until') });
