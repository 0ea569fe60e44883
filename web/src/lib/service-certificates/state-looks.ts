import type { ServiceCertificate } from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { m } from '#paraglide/messages.js';

/** How a certificate's state is called and coloured. */
export const stateLooks = {
  valid: { kind: 'success', words: m.serviceCertificate_valid },
  revoked: { kind: 'danger', words: m.serviceCertificate_revoked },
  replaced: { kind: 'warning', words: m.serviceCertificate_replaced },
} as const;

/** The same of one whose hours were corrected since, which is not simply valid. */
export function looksOf({ state, standing }: Pick<ServiceCertificate, 'state'> & { standing: string | undefined }) {
  return standing === undefined
    ? stateLooks[state]
    : ({ kind: 'warning', words: m.serviceCertificate_correctedState } as const);
}
