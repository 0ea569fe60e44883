import { CareReading, CareReadingsQuery } from '@kaifong/shared/care/audit-schema.ts';
import { Note, NoteRef, NoteView } from '@kaifong/shared/care/cases/note.ts';
import { referralErrors } from '@kaifong/shared/care/cases/referral-errors.ts';
import { sessionErrors } from '@kaifong/shared/care/cases/session-errors.ts';
import {
  Assignment,
  Candidates,
  CaseProposals,
  CounsellorRef,
  Enrolment,
} from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import {
  Caseload,
  CaseRef,
  CaseStanding,
  CaseView,
  Closure,
  DeskQuery,
  MyCasesQuery,
  OwnCase,
  QueueEntry,
  QueueQuery,
  Screening,
  SupportRequest,
} from '@kaifong/shared/care/schema.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import type { Care } from './index.ts';

/** From a request to a counsellor, and what the two people of a case see. */
export function careRoutes({
  requests,
  proposals,
  screenings,
  matching,
  cases,
  notes,
  counsellors,
  caseload,
  ownCases,
  readings,
}: Care) {
  return new Hono<ApiEnv>()
    .post(
      '/requests',
      command(
        {
          id: 'takeSupportRequest',
          summary: 'Take down a request for support, under an alias',
          permission: 'care.takeRequest',
          body: SupportRequest,
          answer: [201, CaseStanding],
        },
        (request, { body }) => requests.take(request, body),
      ),
    )
    .get(
      '/queue',
      query(
        {
          id: 'readSupportQueue',
          summary: 'Requests that wait, the most urgent first: aliases and how urgent, no more',
          permission: 'care.readQueue',
          query: QueueQuery,
          answer: [200, Page(QueueEntry)],
        },
        (request, { query }) => requests.queue(request, query.place, query),
      ),
    )
    .get(
      '/proposals',
      query(
        {
          id: 'listProposals',
          summary:
            'Whom one’s own waiting cases would best be given to when all who wait in the street are looked at together',
          permission: 'care.readQueue',
          query: DeskQuery,
          answer: [200, CaseProposals],
        },
        (request, { query }) => proposals.list(request, query.place),
      ),
    )
    .post(
      '/cases/:caseId/screening',
      command(
        {
          id: 'screenCase',
          summary: 'Keep and score the answers of a screening, also of one left half way',
          permission: 'care.screen',
          params: CaseRef,
          body: Screening,
          answer: [200, CaseStanding],
          errors: [careErrors.closed, careErrors.changedMeanwhile],
        },
        (request, { params, body }) => screenings.screen(request, params.caseId, body),
      ),
    )
    .get(
      '/cases/:caseId/candidates',
      query(
        {
          id: 'listCandidates',
          summary: 'The three counsellors who suit a waiting case best, each with its reasons',
          permission: 'care.match',
          params: CaseRef,
          answer: [200, Candidates],
          errors: [careErrors.notScreened, careErrors.emergency, careErrors.notWaiting, careErrors.closed],
        },
        (request, { params }) => matching.candidates(request, params.caseId),
      ),
    )
    .post(
      '/cases/:caseId/assignment',
      command(
        {
          id: 'assignCase',
          summary: 'Give a waiting case to a counsellor',
          permission: 'care.match',
          params: CaseRef,
          body: Assignment,
          answer: [200, CaseStanding],
          errors: [
            careErrors.notScreened,
            careErrors.emergency,
            careErrors.notWaiting,
            careErrors.closed,
            careErrors.cannotBeChosen,
            careErrors.overrideNeedsReason,
            careErrors.changedMeanwhile,
          ],
        },
        (request, { params, body }) => matching.assign(request, params.caseId, body),
      ),
    )
    .get(
      '/readings',
      query(
        {
          id: 'searchCareReadings',
          summary: 'Who opened what of which case: by case, by reader or by day, and nothing of what it was',
          permission: 'care.readAudit',
          query: CareReadingsQuery,
          answer: [200, Page(CareReading)],
        },
        (request, { query }) => readings.search(request, query),
      ),
    )
    .get(
      '/my-cases',
      query(
        {
          id: 'listMyCases',
          summary:
            'The cases in one’s own hands, as a counsellor or as a social worker: the open ones, what needs something first, or those that ended',
          permission: 'care.readOwnCases',
          query: MyCasesQuery,
          answer: [200, Page(OwnCase)],
        },
        (request, { query }) => ownCases.list(request, query),
      ),
    )
    .get(
      '/caseload',
      query(
        {
          id: 'readCaseload',
          summary:
            'How many cases a social worker has in hand, state by state, and which of them are past their target',
          permission: 'care.readOwnCases',
          answer: [200, Caseload],
        },
        (request) => caseload.read(request),
      ),
    )
    .get(
      '/cases/:caseId',
      query(
        {
          id: 'readCase',
          summary: 'A case, for its counsellor and its social worker; each reading is written down first',
          permission: 'care.readCase',
          params: CaseRef,
          answer: [200, CaseView],
        },
        (request, { params }) => cases.read(request, params.caseId),
      ),
    )
    .post(
      '/cases/:caseId/closure',
      command(
        {
          id: 'closeCase',
          summary: 'End a case and its assignment',
          permission: 'care.close',
          params: CaseRef,
          body: Closure,
          answer: [200, CaseStanding],
          errors: [
            careErrors.closed,
            careErrors.escalationOpen,
            careErrors.reportOpen,
            careErrors.riskOpen,
            referralErrors.open,
            referralErrors.notConfirmed,
            sessionErrors.notTold,
            sessionErrors.reachOutMore,
            careErrors.changedMeanwhile,
          ],
        },
        (request, { params, body }) => cases.close(request, params.caseId, body),
      ),
    )
    .post(
      '/cases/:caseId/notes',
      command(
        {
          id: 'writeNote',
          summary:
            'Add a note to a case: what happened, how the person is, what comes next; danger calls the people on call',
          permission: 'care.writeNote',
          params: CaseRef,
          body: Note,
          answer: [201, NoteRef],
          errors: [careErrors.namesAnIllness, careErrors.noSuchNote, careErrors.changedMeanwhile],
        },
        (request, { params, body }) => notes.write(request, params.caseId, body),
      ),
    )
    .get(
      '/cases/:caseId/notes',
      query(
        {
          id: 'listNotes',
          summary: 'The notes of a case, the latest first; each reading is written down first',
          permission: 'care.readCase',
          params: CaseRef,
          query: PageQuery,
          answer: [200, Page(NoteView)],
        },
        (request, { params, query }) => notes.list(request, params.caseId, query),
      ),
    )
    .post(
      '/counsellors',
      command(
        {
          id: 'enrolCounsellor',
          summary: 'Make a volunteer a counsellor',
          permission: 'care.enrolCounsellor',
          body: Enrolment,
          answer: [201, CounsellorRef],
          errors: [careErrors.notEligible, careErrors.alreadyEnrolled],
        },
        (request, { body }) => counsellors.enrol(request, body),
      ),
    );
}
