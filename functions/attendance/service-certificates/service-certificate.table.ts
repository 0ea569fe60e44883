import { BatchPerson, CertificateBatch } from '@kaifong/shared/attendance/service-certificates/batch.ts';
import { CertificateNumber } from '@kaifong/shared/attendance/service-certificates/number.ts';
import { Issuer, ServiceCertificate } from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { fileTypeNames } from '@kaifong/shared/people/file-name.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';
import type { Table } from '../../platform/table.ts';

/*
 * Access patterns of record certificates, in the attendance table
 *
 *   the certificates of a volunteer, newest first   VOLUNTEER#<volunteer>   CERTIFICATE#<id>
 *   whose certificate a number is                   CERTIFICATE#<number>    CERTIFICATE
 *   who issues them                                 CERTIFICATE_ISSUER      ISSUER
 *   the picture of its seal                         CERTIFICATE_ISSUER      SEAL
 *   certificates that wait for it, the oldest first SEAL_REQUESTS           <asked at>#<number>
 *   certificates for the people of a place          BATCH#<id>              BATCH
 *   what came of each of them, by number            BATCH#<id>              PERSON#<volunteer number>
 *   the batches of a place and below, by time       BATCHES#<place>         <started at>#<id>
 */

const SealFile = z.object({
  uploadId: Id('upload'),
  nameSealed: z.string(),
  type: z.enum(fileTypeNames),
  size: z.int(),
});

/** A certificate as it was issued. What identifies its person lies under seal, as it was on that day. */
export const ServiceCertificateItem = itemType({
  entity: 'serviceCertificate',
  schema: ServiceCertificate.omit({ standingMinutes: true }).extend({
    id: Id('serviceCertificate'),
    volunteerId: Id('volunteer'),
    volunteerNumber: z.string(),
    maskedName: z.string(),
    personSealed: z.string(),
    /** Where her chain ended when it was issued. */
    head: z.object({ seq: z.int(), hash: z.string() }),
    /** The picture that it was sealed with; another seal may have come since. */
    sealFile: SealFile.optional(),
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

/** The writes of a certificate that is issued. */
export const writesOfNew = (table: Table, certificate: ServiceCertificateItem) => ({
  certificate: table.put(ServiceCertificateItem, certificate, { absent: true }),
  number: table.put(NumberItem, certificate, { absent: true }),
});

export const IssuerItem = itemType({
  entity: 'certificateIssuer',
  schema: Issuer.extend({ version: z.int() }),
  key: () => ({ pk: 'CERTIFICATE_ISSUER', sk: 'ISSUER' }),
});

/** Certificates that are issued for the people of a place, page by page of them. */
export const BatchItem = itemType({
  entity: 'certificateBatch',
  schema: CertificateBatch.extend({
    requestedBy: Id('account'),
    /** Where the next page of people begins. */
    cursor: z.string().optional(),
    version: z.int(),
  }),
  key: ({ batchId }: { batchId: string }) => ({ pk: `BATCH#${batchId}`, sk: 'BATCH' }),
});
export type BatchItem = z.output<typeof BatchItem.schema>;

/** Written with the certificate, so that a step that is done twice issues nothing twice. It keeps the name under its mask. */
export const BatchPersonItem = itemType({
  entity: 'certificateBatchPerson',
  schema: BatchPerson.extend({ batchId: Id('certificateBatch') }),
  key: ({ batchId, volunteerNumber }: { batchId: string; volunteerNumber: string }) => ({
    pk: `BATCH#${batchId}`,
    sk: `PERSON#${volunteerNumber}`,
  }),
});

export const BatchListing = itemType({
  entity: 'certificateBatchListing',
  schema: z.object({ listedAt: Scope, batchId: Id('certificateBatch'), startedAt: Instant }),
  key: ({ listedAt, startedAt, batchId }: { listedAt: string; startedAt: string; batchId: string }) => ({
    pk: `BATCHES#${listedAt}`,
    sk: `${startedAt}#${batchId}`,
  }),
});

export const SealImageItem = itemType({
  entity: 'certificateSealImage',
  schema: z.object({ file: SealFile, since: Instant, version: z.int() }),
  key: () => ({ pk: 'CERTIFICATE_ISSUER', sk: 'SEAL' }),
});

export const SealRequestItem = itemType({
  entity: 'certificateSealRequest',
  schema: z.object({
    number: CertificateNumber,
    volunteerId: Id('volunteer'),
    id: Id('serviceCertificate'),
    askedAt: Instant,
  }),
  key: ({ askedAt, number }: { askedAt: string; number: string }) => ({
    pk: 'SEAL_REQUESTS',
    sk: `${askedAt}#${number}`,
  }),
});

/** The write by which a certificate waits for its seal no more. */
export const writesOfAnswered = (table: Table, { number, seal }: Pick<ServiceCertificateItem, 'number' | 'seal'>) =>
  seal?.state === 'asked' ? { request: table.remove(SealRequestItem, { askedAt: seal.at, number }) } : {};
