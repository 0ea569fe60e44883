import { CertificateNumber } from '@kaifong/shared/attendance/service-certificates/number.ts';
import { Issuer, ServiceCertificate } from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of record certificates, in the attendance table
 *
 *   the certificates of a volunteer, newest first   VOLUNTEER#<volunteer>   CERTIFICATE#<id>
 *   whose certificate a number is                   CERTIFICATE#<number>    CERTIFICATE
 *   who issues them                                 CERTIFICATE_ISSUER      ISSUER
 */

/** A certificate as it was issued. What identifies its person lies under seal, as it was on that day. */
export const ServiceCertificateItem = itemType({
  entity: 'serviceCertificate',
  schema: ServiceCertificate.extend({
    id: Id('serviceCertificate'),
    volunteerId: Id('volunteer'),
    volunteerNumber: z.string(),
    maskedName: z.string(),
    personSealed: z.string(),
    /** Where her chain ended when it was issued. */
    head: z.object({ seq: z.int(), hash: z.string() }),
    version: z.int(),
  }),
  key: ({ volunteerId, id }: { volunteerId: string; id: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `CERTIFICATE#${id}`,
  }),
});
export type ServiceCertificateItem = z.output<typeof ServiceCertificateItem.schema>;

export const NumberItem = itemType({
  entity: 'serviceCertificateNumber',
  schema: z.object({ number: CertificateNumber, volunteerId: Id('volunteer'), id: Id('serviceCertificate') }),
  key: ({ number }: { number: string }) => ({ pk: `CERTIFICATE#${number}`, sk: 'CERTIFICATE' }),
});

export const IssuerItem = itemType({
  entity: 'certificateIssuer',
  schema: Issuer.extend({ version: z.int() }),
  key: () => ({ pk: 'CERTIFICATE_ISSUER', sk: 'ISSUER' }),
});
