import { CertificateDecision } from '@kaifong/shared/people/certificates/certificate-schema.ts';
import { type FormCheck, faultsBy } from '#lib/forms/form-check.ts';

export const check: FormCheck = (form) =>
  faultsBy(CertificateDecision, { decision: 'refuse', reason: form.text('reason') });
