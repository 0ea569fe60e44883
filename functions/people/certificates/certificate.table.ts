import { Id, idPrefixes } from '@kaifong/shared/kernel/ids.ts';
import { Day, day, Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { certificateStates } from '@kaifong/shared/people/certificates/certificate-moves.ts';
import { nextDue } from '@kaifong/shared/people/certificates/expiry.ts';
import { proofs, Qualification, QualificationCode } from '@kaifong/shared/people/certificates/qualifications.ts';
import { fileTypeNames } from '@kaifong/shared/people/file-name.ts';
import { CommunityScope, VolunteerNumber } from '@kaifong/shared/people/schema.ts';
import { Skill } from '@kaifong/shared/people/skills/skills.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of certificates and trainings, in the people table
 *
 *   a kind of qualification                       QUALIFICATIONS        KIND#<code>
 *   the catalogue                                 QUALIFICATIONS        KIND#…
 *   a file that is being uploaded                 UPLOAD#<id>           UPLOAD
 *   how many an account began in an hour          ACCOUNT#<id>          UPLOADS#<hour>
 *   a certificate                                 VOLUNTEER#<id>        CERTIFICATE#<id>
 *   the certificates of a volunteer, by time      VOLUNTEER#<id>        CERTIFICATE#…
 *   certificates of a place that wait             byPlaceAndState: CERTIFICATES#submitted   <community>#<submitted at>#<id>
 *   trainings of a place                          byPlaceAndState: TRAININGS                <scope>#<day>#<id>
 *   all trainings, as they were recorded          byRecorded: TRAININGS   <recordedAt>#<id>
 *   what time makes due of certificates           byDue: CERTIFICATES   <due at>#<id>
 *   uploads that were left half way               byDue: UPLOADS        <due at>#<id>
 *
 * The pieces of a file lie in the file store, under `uploads/<id>/<piece>`, `certificates/<id>/<piece>` and, for other
 * contexts, `evidence/<upload>/<piece>`.
 */

/** A kind that the district added, or one of the starting catalogue that it changed. */
export const QualificationItem = itemType({
  entity: 'qualification',
  schema: Qualification,
  key: ({ code }: { code: string }) => ({ pk: 'QUALIFICATIONS', sk: `KIND#${code}` }),
});

/** An upload that nobody came back to is let go after so long. */
export const uploadsKeptFor = day;

/** A file on its way, of the account that sends it. */
export const UploadItem = itemType({
  entity: 'upload',
  schema: z.object({
    uploadId: Id('upload'),
    accountId: Id('account'),
    fileNameSealed: z.string(),
    size: z.int(),
    at: Instant,
  }),
  key: ({ uploadId }: { uploadId: string }) => ({ pk: `UPLOAD#${uploadId}`, sk: 'UPLOAD' }),
  indexes: { byDue: ({ uploadId, at }) => ({ pk: 'UPLOADS', sk: `${shiftBy(at, uploadsKeptFor)}#${uploadId}` }) },
});
export type UploadItem = z.output<typeof UploadItem.schema>;

/** How many files an account began to upload in an hour of universal time. */
export const UploadsBegun = itemType({
  entity: 'uploadsBegun',
  schema: z.object({ accountId: Id('account'), hour: z.string(), count: z.int(), purgeAt: z.int() }),
  key: ({ accountId, hour }: { accountId: string; hour: string }) => ({
    pk: `ACCOUNT#${accountId}`,
    sk: `UPLOADS#${hour}`,
  }),
});

/** The file of a certificate that no longer counts is kept for so long, so that a person may ask why. */
export const filesKeptFor = 30 * day;

const nameInLanguages = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });

/** A certificate, or the record of a training: what it proves is as its kind said when it was handed in. */
export const CertificateItem = itemType({
  entity: 'certificate',
  schema: z.object({
    certificateId: Id('certificate'),
    volunteerId: Id('volunteer'),
    accountId: Id('account'),
    community: CommunityScope,
    kind: QualificationCode,
    kindName: nameInLanguages,
    opens: z.array(Skill),
    proof: z.enum(proofs),
    trainingId: Id('training').optional(),
    state: z.enum(certificateStates),
    issuedOn: Day,
    expiresOn: Day.optional(),
    uploadedBy: z.string(),
    file: z.object({ nameSealed: z.string(), type: z.enum(fileTypeNames), size: z.int() }).optional(),
    submittedAt: Instant,
    decidedAt: Instant.optional(),
    decidedBy: z.string().optional(),
    reasonSealed: z.string().optional(),
    /** When the clock has to look at it again: for a reminder, its end, or to let its file go. */
    due: z.object({ at: Instant, what: z.enum(['remind', 'expire', 'dropFile']) }).optional(),
    version: z.int(),
  }),
  key: ({ volunteerId, certificateId }: { volunteerId: string; certificateId: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `CERTIFICATE#${certificateId}`,
  }),
  indexes: {
    byPlaceAndState: ({ state, community, submittedAt, certificateId }) =>
      state === 'submitted'
        ? { pk: 'CERTIFICATES#submitted', sk: `${community}#${submittedAt}#${certificateId}` }
        : undefined,
    byDue: ({ due, certificateId }) =>
      due === undefined ? undefined : { pk: 'CERTIFICATES', sk: `${due.at}#${certificateId}` },
  },
});
export type CertificateItem = z.output<typeof CertificateItem.schema>;

/** What is due of a certificate that counts from `now` on. */
export function dueOf({ expiresOn }: Pick<CertificateItem, 'expiresOn'>, now: Instant): CertificateItem['due'] {
  return expiresOn === undefined ? undefined : nextDue(expiresOn, now);
}

/** What is due of one that counts no more. */
export function fileDueOf({ file }: Pick<CertificateItem, 'file'>, now: Instant): CertificateItem['due'] {
  return file && { at: shiftBy(now, filesKeptFor), what: 'dropFile' };
}

/** A training that was held. Who was there is told by the certificates that came of it. */
export const TrainingItem = itemType({
  entity: 'training',
  schema: z.object({
    trainingId: Id('training'),
    scope: Scope,
    kind: QualificationCode,
    kindName: nameInLanguages,
    heldOn: Day,
    minutes: z.int(),
    heldBy: z.string(),
    present: z.array(VolunteerNumber),
    recordedBy: z.string(),
    recordedAt: Instant,
  }),
  key: ({ trainingId }: { trainingId: string }) => ({ pk: `TRAINING#${trainingId}`, sk: 'TRAINING' }),
  indexes: {
    byPlaceAndState: ({ scope, heldOn, trainingId }) => ({ pk: 'TRAININGS', sk: `${scope}#${heldOn}#${trainingId}` }),
    byRecorded: ({ recordedAt, trainingId }) => ({ pk: 'TRAININGS', sk: `${recordedAt}#${trainingId}` }),
  },
});
export type TrainingItem = z.output<typeof TrainingItem.schema>;

/** Where the sealed values of a certificate and of an upload belong. */
export const sealedAt = {
  fileName: (certificateId: string) => `certificate/${certificateId}/fileName`,
  reason: (certificateId: string) => `certificate/${certificateId}/reason`,
  evidenceName: (uploadId: string) => `evidence/${uploadId}/fileName`,
  uploadName: (uploadId: string) => `upload/${uploadId}/fileName`,
} as const;

/** Where the pieces lie in the file store. */
export const fileKey = {
  upload: (uploadId: string, piece: number) => `uploads/${uploadId}/${piece}`,
  evidence: (uploadId: string, piece: number) => `evidence/${uploadId}/${piece}`,
  certificate: (certificateId: string, piece: number) => `certificates/${certificateId}/${piece}`,
} as const;

/** The id of the certificate that an upload becomes: always the same, so that trying again leaves nothing behind. */
export function certificateOf(uploadId: string): string {
  return `${idPrefixes.certificate}${uploadId.slice(idPrefixes.upload.length)}`;
}

/** What the audit says a deed was about. */
export function auditedAs({ volunteerId, certificateId, community }: CertificateItem): string {
  return `${volunteerId} ${certificateId} ${community}`;
}
