import type { CertificateState } from '@kaifong/shared/people/certificates/certificate-moves.ts';

/** What a badge looks like that says where a certificate stands. */
export const certificateStateKind = {
  submitted: 'info',
  verified: 'success',
  refused: 'danger',
  expired: 'warning',
  withdrawn: 'plain',
} as const satisfies Record<CertificateState, string>;
