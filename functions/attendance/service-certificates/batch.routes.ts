import {
  BatchesQuery,
  BatchParams,
  BatchPerson,
  CertificateBatch,
  NewCertificateBatch,
} from '@kaifong/shared/attendance/service-certificates/batch.ts';
import { serviceCertificateErrors as errors } from '@kaifong/shared/attendance/service-certificates/errors.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** Record certificates for everybody of a place who served in some days. */
export function certificateBatchRoutes({ certificateBatches: batches }: Pick<Attendance, 'certificateBatches'>) {
  return new Hono<ApiEnv>()
    .post(
      '/service-certificate-batches',
      command(
        {
          id: 'issueServiceCertificates',
          summary: 'Issue a certificate for each active volunteer of a place who served in a span of days',
          permission: 'serviceCertificate.manage',
          body: NewCertificateBatch,
          answer: [202, CertificateBatch],
          errors: [errors.notAPlaceOfPeople, errors.backwards, errors.notOverYet],
        },
        (request, { body }) => batches.begin(request, body),
      ),
    )
    .get(
      '/service-certificate-batches',
      query(
        {
          id: 'listServiceCertificateBatches',
          summary: 'Certificates issued for all of a place and below, the newest first',
          permission: 'serviceCertificate.manage',
          query: BatchesQuery,
          answer: [200, Page(CertificateBatch)],
        },
        (request, { query }) => batches.list(request, query),
      ),
    )
    .get(
      '/service-certificate-batches/:batchId',
      query(
        {
          id: 'readServiceCertificateBatch',
          summary: 'How far the certificates for a place are',
          permission: 'serviceCertificate.manage',
          params: BatchParams,
          answer: [200, CertificateBatch],
        },
        (request, { params }) => batches.read(request, params.batchId),
      ),
    )
    .get(
      '/service-certificate-batches/:batchId/people',
      query(
        {
          id: 'listServiceCertificateBatchPeople',
          summary: 'What came of each person, names under a mask',
          permission: 'serviceCertificate.manage',
          params: BatchParams,
          query: PageQuery,
          answer: [200, Page(BatchPerson)],
        },
        (request, { params, query }) => batches.people(request, { ...params, ...query }),
      ),
    );
}
