import { serviceCertificateErrors as errors } from '@kaifong/shared/attendance/service-certificates/errors.ts';
import {
  CertificateCheck,
  CertificateFile,
  CertificateFileQuery,
  CertificateParams,
  CertificateSpan,
  CertificatesOfQuery,
  Issuer,
  NewSealImage,
  Revocation,
  SealDecision,
  SealImage,
  SealRequest,
  ServiceCertificate,
} from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** Record certificates: issued by the volunteer herself, checked by anybody, revoked and issued anew by her coordinators. */
export function certificateRoutes({
  serviceCertificates: certificates,
  certificatePrints: prints,
  certificateIssuers: issuers,
  certificateSeals: seals,
}: Pick<Attendance, 'serviceCertificates' | 'certificatePrints' | 'certificateIssuers' | 'certificateSeals'>) {
  return new Hono<ApiEnv>()
    .post(
      '/service-certificates/mine',
      command(
        {
          id: 'issueServiceCertificate',
          summary: 'Issue a certificate of your own service in a span of days, free of charge',
          permission: 'serviceCertificate.own',
          body: CertificateSpan,
          answer: [201, ServiceCertificate],
          errors: [errors.backwards, errors.notOverYet, errors.nothingServed, errors.noDocument, errors.tooManyToday],
        },
        (request, { body }) => certificates.issue(request, body),
      ),
    )
    .get(
      '/service-certificates/mine',
      query(
        {
          id: 'listOwnServiceCertificates',
          summary: 'The certificates of your own service, newest first',
          permission: 'serviceCertificate.own',
          query: PageQuery,
          answer: [200, Page(ServiceCertificate)],
        },
        (request, { query }) => certificates.own(request, query),
      ),
    )
    .get(
      '/service-certificates/mine/:number/file',
      query(
        {
          id: 'printServiceCertificate',
          summary: 'An own certificate as a PDF/A file, base64; `site` is where its code leads',
          permission: 'serviceCertificate.own',
          params: CertificateParams,
          query: CertificateFileQuery,
          answer: [200, CertificateFile],
        },
        (request, { params, query }) => prints.own(request, params.number, query),
      ),
    )
    .get(
      '/service-certificates/of-volunteer',
      query(
        {
          id: 'listServiceCertificates',
          summary: 'The certificates of a volunteer of your branch, newest first',
          permission: 'serviceCertificate.manage',
          query: CertificatesOfQuery,
          answer: [200, Page(ServiceCertificate)],
        },
        (request, { query }) => certificates.ofVolunteer(request, query),
      ),
    )
    .post(
      '/service-certificates/:number/revocation',
      command(
        {
          id: 'revokeServiceCertificate',
          summary: 'Revoke a certificate, with a reason that its person reads',
          permission: 'serviceCertificate.manage',
          params: CertificateParams,
          body: Revocation,
          answer: [201, ServiceCertificate],
          errors: [errors.notValid],
        },
        (request, { params, body }) => certificates.revoke(request, params.number, body.reason),
      ),
    )
    .post(
      '/service-certificates/:number/replacement',
      command(
        {
          id: 'replaceServiceCertificate',
          summary: 'Issue a certificate anew, as the records stand now; the old one is of no more use',
          permission: 'serviceCertificate.manage',
          params: CertificateParams,
          body: Revocation,
          answer: [201, ServiceCertificate],
          errors: [errors.notValid, errors.nothingServed, errors.noDocument],
        },
        (request, { params, body }) => certificates.replace(request, params.number, body.reason),
      ),
    )
    .get(
      '/service-certificates/issuer',
      query(
        {
          id: 'readCertificateIssuer',
          summary: 'Who issues certificates',
          permission: 'serviceCertificate.check',
          answer: [200, Issuer],
        },
        () => issuers.read(),
      ),
    )
    .put(
      '/service-certificates/issuer',
      command(
        {
          id: 'nameCertificateIssuer',
          summary: 'Name who issues certificates from now on; for the district',
          permission: 'serviceCertificate.manage',
          body: Issuer,
          answer: [200, Issuer],
        },
        (request, { body }) => issuers.name(request, body),
      ),
    )
    .put(
      '/service-certificates/issuer/seal',
      command(
        {
          id: 'uploadCertificateSeal',
          summary: 'Keep an uploaded picture as the seal of the issuer; for the district',
          permission: 'serviceCertificate.manage',
          body: NewSealImage,
          answer: [200, SealImage],
          errors: [errors.sealNotAPicture, certificateErrors.broken, certificateErrors.incomplete],
        },
        (request, { body }) => seals.upload(request, body.uploadId),
      ),
    )
    .get(
      '/service-certificates/issuer/seal',
      query(
        {
          id: 'readCertificateSeal',
          summary: 'Since when the issuer has a seal on file; for the district',
          permission: 'serviceCertificate.manage',
          answer: [200, SealImage],
        },
        (request) => seals.since(request),
      ),
    )
    .post(
      '/service-certificates/mine/:number/seal-request',
      command(
        {
          id: 'askForCertificateSeal',
          summary: 'Ask the issuer to seal a certificate of your own',
          permission: 'serviceCertificate.own',
          params: CertificateParams,
          answer: [201, ServiceCertificate],
          errors: [errors.notValid, errors.alreadyAsked],
        },
        (request, { params }) => seals.ask(request, params.number),
      ),
    )
    .get(
      '/service-certificates/seal-requests',
      query(
        {
          id: 'listCertificateSealRequests',
          summary: 'The certificates that wait for the seal, the longest first; for the district',
          permission: 'serviceCertificate.manage',
          query: PageQuery,
          answer: [200, Page(SealRequest)],
        },
        (request, { query }) => seals.waiting(request, query),
      ),
    )
    .post(
      '/service-certificates/:number/seal',
      command(
        {
          id: 'decideCertificateSeal',
          summary: 'Seal a certificate whose person asked, or decline with a reason; for the district',
          permission: 'serviceCertificate.manage',
          params: CertificateParams,
          body: SealDecision,
          answer: [201, ServiceCertificate],
          errors: [errors.ownCertificate, errors.notAsked, errors.noSeal, errors.corrected],
        },
        (request, { params, body }) => seals.decide(request, params.number, body),
      ),
    )
    .get(
      '/service-certificates/checks/:number',
      query(
        {
          id: 'checkServiceCertificate',
          summary: 'Whether a certificate holds, for anybody who has its number',
          permission: 'serviceCertificate.check',
          params: CertificateParams,
          answer: [200, CertificateCheck],
        },
        (_, { params }) => certificates.check(params.number),
      ),
    );
}
