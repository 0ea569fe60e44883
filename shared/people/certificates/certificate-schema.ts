import * as z from 'zod';
import { Id } from '../../kernel/ids.ts';
import { PageQuery } from '../../kernel/paging.ts';
import { Day, Instant } from '../../kernel/time.ts';
import { Scope } from '../../organisation/scope.ts';
import { fileTypeNames } from '../file-name.ts';
import { CommunityScope, VolunteerNumber } from '../schema.ts';
import { Skill } from '../skills/skills.ts';
import { peopleAtOnce, pieceBytes } from './certificate-limits.ts';
import { certificateStates } from './certificate-moves.ts';
import { proofs, QualificationCode } from './qualifications.ts';

/** A file about to be sent; its name is made safe when it is used. */
export const NewUpload = z.object({
  fileName: z.string().max(400),
  /** Bytes. */
  size: z.int().min(0),
});
export type NewUpload = z.output<typeof NewUpload>;

export const UploadBegun = z.object({ uploadId: Id('upload'), pieces: z.int() });

const PieceNumber = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number);

export const UploadPieceParams = z.object({ uploadId: Id('upload'), piece: PieceNumber });

/** Bytes as text, base64. */
export const PieceContent = z.object({
  content: z
    .base64()
    .min(1)
    .max(Math.ceil(pieceBytes / 3) * 4),
});

/** What a volunteer hands in: an uploaded file, and what it says. */
export const NewCertificate = z.object({
  uploadId: Id('upload'),
  kind: QualificationCode,
  issuedOn: Day,
  /** The last day, where one is printed on it. */
  expiresOn: Day.optional(),
});
export type NewCertificate = z.output<typeof NewCertificate>;

/** A certificate, or the record of a training. Its reason is there when it was refused. */
export const CertificateView = z.object({
  certificateId: Id('certificate'),
  kind: QualificationCode,
  kindName: z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() }),
  opens: z.array(Skill),
  proof: z.enum(proofs),
  state: z.enum(certificateStates),
  issuedOn: Day,
  expiresOn: Day.optional(),
  submittedAt: Instant,
  decidedAt: Instant.optional(),
  reason: z.string().optional(),
  /** There as long as the file is kept. */
  file: z.object({ name: z.string(), type: z.enum(fileTypeNames), size: z.int() }).optional(),
});
export type CertificateView = z.output<typeof CertificateView>;

export const CertificatesQuery = PageQuery.extend({ place: Scope });

/** One that waits to be checked, with whose it is; `isOwn` when it is not for the reader to check. */
export const WaitingCertificate = CertificateView.extend({
  volunteerId: Id('volunteer'),
  name: z.string(),
  number: VolunteerNumber,
  community: CommunityScope,
  isOwn: z.boolean(),
});
export type WaitingCertificate = z.output<typeof WaitingCertificate>;

export const OwnCertificateParams = z.object({ certificateId: Id('certificate') });
export const CertificateParams = z.object({ volunteerId: Id('volunteer'), certificateId: Id('certificate') });

/** A decision of the second person; refusing needs a reason, which the volunteer reads. */
export const CertificateDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('verify') }),
  z.object({ decision: z.literal('refuse'), reason: z.string().trim().min(2).max(300) }),
]);
export type CertificateDecision = z.output<typeof CertificateDecision>;

export const CertificateMoved = z.object({ certificateId: Id('certificate'), state: z.enum(certificateStates) });
export type CertificateMoved = z.output<typeof CertificateMoved>;

/** A file that may be fetched, piece by piece, with the ticket, for a few minutes by who asked. */
export const OpenedFile = z.object({
  name: z.string(),
  type: z.enum(fileTypeNames),
  size: z.int(),
  pieces: z.int(),
  ticket: z.string(),
});
export type OpenedFile = z.output<typeof OpenedFile>;

export const FilePieceParams = CertificateParams.extend({ piece: PieceNumber });
export const FilePieceQuery = z.object({ ticket: z.string().max(200) });

/** A training that was held: of a team for its members, or of a place for its people. */
export const NewTraining = z.object({
  scope: Scope,
  kind: QualificationCode,
  heldOn: Day,
  minutes: z.int().min(30).max(6_000),
  /** Who held it. */
  heldBy: z.string().trim().min(2).max(60),
  present: z
    .array(VolunteerNumber)
    .min(1)
    .max(peopleAtOnce)
    .transform((numbers) => [...new Set(numbers)]),
});
export type NewTraining = z.output<typeof NewTraining>;

export const TrainingView = z.object({
  trainingId: Id('training'),
  scope: Scope,
  kind: QualificationCode,
  kindName: z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() }),
  heldOn: Day,
  minutes: z.int(),
  heldBy: z.string(),
  present: z.int(),
});
export type TrainingView = z.output<typeof TrainingView>;

export const TrainingRecorded = z.object({ trainingId: Id('training'), present: z.int() });
