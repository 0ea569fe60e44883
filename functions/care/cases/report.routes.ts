import { Report, ReportEntry, ReportReceipt, ReportStanding } from '@kaifong/shared/care/cases/report.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { CaseRef } from '@kaifong/shared/care/schema.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** Harm to a minor, which has to be reported. */
export function reportRoutes({ reports }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/reports',
      query(
        {
          id: 'listOpenReports',
          summary: 'Reports of harm to a minor that still need a receipt, of a social worker’s own cases',
          permission: 'care.readReports',
          query: PageQuery,
          answer: [200, Page(ReportEntry)],
        },
        (request, { query }) => reports.mine(request, query),
      ),
    )
    .post(
      '/cases/:caseId/reports',
      command(
        {
          id: 'openReport',
          summary: 'Note signs that a minor is being harmed; the case cannot be closed before there is a receipt',
          permission: 'care.report',
          params: CaseRef,
          body: Report,
          answer: [201, ReportStanding],
          errors: [careErrors.changedMeanwhile],
        },
        (request, { params, body }) => reports.open(request, params.caseId, body),
      ),
    )
    .post(
      '/cases/:caseId/reports/receipt',
      command(
        {
          id: 'recordReportReceipt',
          summary: 'Keep who took a report, and its number there',
          permission: 'care.report',
          params: CaseRef,
          body: ReportReceipt,
          answer: [200, ReportStanding],
          errors: [careErrors.reportEnded],
        },
        (request, { params, body }) => reports.receive(request, params.caseId, body),
      ),
    );
}
