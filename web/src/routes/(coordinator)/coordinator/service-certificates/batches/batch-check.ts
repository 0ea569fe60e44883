import { NewCertificateBatch } from '@kaifong/shared/attendance/service-certificates/batch.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) =>
  faultsBy(NewCertificateBatch, { place: form.text('place'), from: form.text('from'), until: form.text('until') });
