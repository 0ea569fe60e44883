import { m } from '#paraglide/messages.js';

/** How a certificate's state is called and coloured. */
export const stateLooks = {
  valid: { kind: 'success', words: m.serviceCertificate_valid },
  revoked: { kind: 'danger', words: m.serviceCertificate_revoked },
  replaced: { kind: 'warning', words: m.serviceCertificate_replaced },
} as const;
