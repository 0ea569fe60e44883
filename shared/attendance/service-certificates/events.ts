import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';
import { CertificateNumber } from './number.ts';
import { CertificateSpan } from './schema.ts';

/** A batch of certificates has work to do: it was asked for, or goes on in a fresh step. */
export const certificateBatchCalled = eventType(
  'attendance.certificateBatchCalled',
  z.object({ batchId: Id('certificateBatch') }),
);

/** The issuer decided about the seal of a certificate. */
export const certificateSealDecided = eventType(
  'attendance.certificateSealDecided',
  z.object({ volunteerId: Id('volunteer'), number: CertificateNumber, state: z.enum(['sealed', 'declined']) }),
);

/** A certificate was issued for a volunteer who did not do so herself. */
export const certificateIssued = eventType(
  'attendance.certificateIssued',
  z.object({ volunteerId: Id('volunteer'), number: CertificateNumber, ...CertificateSpan.shape }),
);
