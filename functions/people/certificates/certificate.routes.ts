import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { certificateErrors, trainingErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import {
  CertificateDecision,
  CertificateMoved,
  CertificateParams,
  CertificatesQuery,
  CertificateView,
  FilePieceParams,
  FilePieceQuery,
  NewCertificate,
  NewTraining,
  NewUpload,
  OpenedFile,
  OwnCertificateParams,
  PieceContent,
  TrainingRecorded,
  TrainingView,
  UploadBegun,
  UploadPieceParams,
  WaitingCertificate,
} from '@kaifong/shared/people/certificates/certificate-schema.ts';
import {
  NewQualification,
  QualificationChanged,
  QualificationParams,
  Qualifications,
} from '@kaifong/shared/people/certificates/qualifications.ts';
import { VolunteerParams } from '@kaifong/shared/people/schema.ts';
import { skillErrors } from '@kaifong/shared/people/skills/skill-errors.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Certificates } from './certificates.ts';

/**
 * Certificates and trainings. A file is begun and uploaded piece by piece, and handed in with what it says; a coordinator opens it and
 * accepts or refuses it.
 */
export function certificateRoutes({
  qualifications,
  uploads,
  certificates,
  evidenceFiles,
  trainings,
}: Omit<Certificates, 'onTick'>) {
  return new Hono<ApiEnv>()
    .get(
      '/qualifications',
      query(
        {
          id: 'listQualifications',
          summary: 'The catalogue of qualifications: what each opens, and for how long',
          permission: 'qualification.browse',
          answer: [200, Qualifications],
        },
        () => qualifications.list(),
      ),
    )
    .post(
      '/qualifications',
      command(
        {
          id: 'addQualification',
          summary: 'Add a kind of qualification to the catalogue of the district',
          permission: 'qualification.manage',
          body: NewQualification,
          answer: [201, QualificationChanged],
          errors: [skillErrors.unknown, skillErrors.retired],
        },
        (request, { body }) => qualifications.add(request, body),
      ),
    )
    .post(
      '/qualifications/:code/retirement',
      command(
        {
          id: 'retireQualification',
          summary: 'Take a kind out of what can be handed in; what it proved stays proved',
          permission: 'qualification.manage',
          params: QualificationParams,
          answer: [200, QualificationChanged],
        },
        (request, { params }) => qualifications.retire(request, params.code),
      ),
    )
    .post(
      '/uploads',
      command(
        {
          id: 'beginUpload',
          summary: 'Make room for the file of a certificate or of other evidence; it follows in pieces',
          permission: 'evidence.upload',
          body: NewUpload,
          answer: [201, UploadBegun],
          errors: [certificateErrors.tooLarge, certificateErrors.empty, certificateErrors.tooManyUploads],
        },
        (request, { body }) => uploads.begin(request, body),
      ),
    )
    .put(
      '/uploads/:uploadId/pieces/:piece',
      command(
        {
          id: 'uploadPiece',
          summary: 'Upload a piece of the file, 512 KiB and the last one shorter, counted from 0',
          permission: 'evidence.upload',
          params: UploadPieceParams,
          body: PieceContent,
          maxBody: 704 * 1024,
          answer: [200, UploadBegun],
          errors: [certificateErrors.pieceWrong],
          receipt: false,
        },
        (request, { params, body }) => uploads.keepPiece(request, params, body.content),
      ),
    )
    .post(
      '/volunteers/me/certificates',
      command(
        {
          id: 'submitCertificate',
          summary: 'Hand in an uploaded file as a certificate, for a second person to check',
          permission: 'certificate.own',
          body: NewCertificate,
          answer: [201, CertificateMoved],
          errors: [
            certificateErrors.unknownKind,
            certificateErrors.expired,
            certificateErrors.alreadyWaiting,
            certificateErrors.tooMany,
            certificateErrors.incomplete,
            certificateErrors.wrongType,
            certificateErrors.broken,
            certificateErrors.notPlain,
          ],
        },
        (request, { body }) => certificates.submit(request, body),
      ),
    )
    .get(
      '/volunteers/me/certificates',
      query(
        {
          id: 'listOwnCertificates',
          summary: 'The volunteer’s own certificates and trainings, the newest first',
          permission: 'certificate.own',
          query: PageQuery,
          answer: [200, Page(CertificateView)],
        },
        (request, { query }) => certificates.listOwn(request, query),
      ),
    )
    .post(
      '/volunteers/me/certificates/:certificateId/withdrawal',
      command(
        {
          id: 'withdrawCertificate',
          summary: 'Take a certificate back; its file is deleted and what it opened is closed',
          permission: 'certificate.own',
          params: OwnCertificateParams,
          answer: [200, CertificateMoved],
          errors: [certificateErrors.cannotMove],
        },
        (request, { params }) => certificates.withdraw(request, params.certificateId),
      ),
    )
    .post(
      '/volunteers/me/certificates/:certificateId/opening',
      command(
        {
          id: 'openOwnCertificate',
          summary: 'Open the file of an own certificate',
          permission: 'certificate.own',
          params: OwnCertificateParams,
          answer: [200, OpenedFile],
          errors: [certificateErrors.fileGone],
          receipt: false,
        },
        (request, { params }) => evidenceFiles.openOwn(request, params.certificateId),
      ),
    )
    .get(
      '/certificates/waiting',
      query(
        {
          id: 'listWaitingCertificates',
          summary: 'Certificates of a place and all below it that wait to be checked',
          permission: 'certificate.verify',
          query: CertificatesQuery,
          answer: [200, Page(WaitingCertificate)],
        },
        (request, { query }) => certificates.waiting(request, query),
      ),
    )
    .get(
      '/volunteers/:volunteerId/certificates',
      query(
        {
          id: 'listCertificates',
          summary: 'The certificates and trainings of a volunteer, the newest first',
          permission: 'certificate.verify',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(CertificateView)],
        },
        (request, { params, query }) => certificates.listOf(request, params.volunteerId, query),
      ),
    )
    .post(
      '/volunteers/:volunteerId/certificates/:certificateId/decision',
      command(
        {
          id: 'decideOnCertificate',
          summary: 'Accept a certificate as true, or refuse it with a reason',
          permission: 'certificate.verify',
          params: CertificateParams,
          body: CertificateDecision,
          answer: [200, CertificateMoved],
          errors: [certificateErrors.own, certificateErrors.cannotMove, certificateErrors.expired],
        },
        (request, { params, body }) => certificates.decide(request, params, body),
      ),
    )
    .post(
      '/volunteers/:volunteerId/certificates/:certificateId/opening',
      command(
        {
          id: 'openCertificate',
          summary: 'Open the file of a certificate; the audit keeps who did',
          permission: 'certificate.verify',
          params: CertificateParams,
          answer: [200, OpenedFile],
          errors: [certificateErrors.fileGone],
          receipt: false,
        },
        (request, { params }) => evidenceFiles.open(request, params),
      ),
    )
    .get(
      '/volunteers/:volunteerId/certificates/:certificateId/pieces/:piece',
      query(
        {
          id: 'readCertificatePiece',
          summary: 'A piece of a file that was opened, with the ticket that opening gave',
          permission: 'certificate.read',
          params: FilePieceParams,
          query: FilePieceQuery,
          answer: [200, PieceContent],
          errors: [certificateErrors.fileGone, certificateErrors.ticketOver],
        },
        (request, { params, query }) => evidenceFiles.piece(request, params, query.ticket),
      ),
    )
    .post(
      '/trainings',
      command(
        {
          id: 'recordTraining',
          summary: 'Record a training of a team or a place, and who was there',
          permission: 'training.record',
          body: NewTraining,
          answer: [201, TrainingRecorded],
          errors: [placeErrors.unknown, certificateErrors.unknownKind, ...Object.values(trainingErrors)],
        },
        (request, { body }) => trainings.record(request, body),
      ),
    )
    .get(
      '/trainings',
      query(
        {
          id: 'listTrainings',
          summary: 'The trainings of a place or a team and of all below it',
          permission: 'training.record',
          query: CertificatesQuery,
          answer: [200, Page(TrainingView)],
        },
        (request, { query }) => trainings.list(request, query),
      ),
    );
}
