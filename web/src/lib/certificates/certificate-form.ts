import type { NewCertificate } from '@kaifong/shared/people/certificates/certificate-schema.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';

/** A form's certificate, as far as it goes. */
export function certificateIn(form: SubmittedForm, uploadId: string): NewCertificate {
  const expiresOn = form.optional('expiresOn');
  return {
    uploadId,
    kind: form.text('kind'),
    issuedOn: form.text('issuedOn'),
    ...(expiresOn !== undefined && { expiresOn }),
  };
}
