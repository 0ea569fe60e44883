import { amendmentErrors } from '@kaifong/shared/attendance/amendments/errors.ts';
import {
  Amendment,
  AmendmentDecision,
  AmendmentForOther,
  AmendmentNotice,
  AmendmentObjection,
  AmendmentParams,
  AmendmentStanding,
  AmendmentsQuery,
  AmendmentToDecide,
  AskableShift,
  AskedAmendment,
  EvidencePieceParams,
  ObjectionDecision,
  OwnAmendment,
  PieceQuery,
} from '@kaifong/shared/attendance/amendments/schema.ts';
import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import { OpenedFile, PieceContent } from '@kaifong/shared/people/certificates/certificate-schema.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

const { tooEarly, tooLate, outsideShift, notSignedUp, alreadyOpen } = amendmentErrors;
const { incomplete, wrongType, broken, notPlain } = certificateErrors;
const ofRequest = [tooEarly, tooLate, outsideShift, notSignedUp, alreadyOpen, attendanceErrors.shiftNotHeld];
const asking = [...ofRequest, incomplete, wrongType, broken, notPlain];
const deciding = [amendmentErrors.cannotMove, amendmentErrors.decidedByAnother];

/** Hours that are entered or corrected afterwards: asked for with evidence, approved by a second person, on public notice, then booked. */
export function amendmentRoutes({
  amendmentRequests,
  amendmentDecisions,
  amendmentNotices,
  amendmentEvidence,
}: Attendance) {
  return new Hono<ApiEnv>()
    .get(
      '/amendments/askable',
      query(
        {
          id: 'listAskableShifts',
          summary: 'The own shifts whose hours may be entered or corrected afterwards now, the newest first',
          permission: 'amendment.askOwn',
          answer: [200, z.object({ items: z.array(AskableShift) })],
        },
        (request) => amendmentRequests.askable(request),
      ),
    )
    .post(
      '/amendments/mine',
      command(
        {
          id: 'askForOwnAmendment',
          summary: 'Ask for own hours to be entered or corrected, with an uploaded file that proves them',
          permission: 'amendment.askOwn',
          body: OwnAmendment,
          answer: [201, AmendmentStanding],
          errors: asking,
        },
        (request, { body }) => amendmentRequests.askOwn(request, body),
      ),
    )
    .get(
      '/amendments/mine',
      query(
        {
          id: 'listOwnAmendments',
          summary: 'What was asked for about the own hours, the newest first',
          permission: 'amendment.askOwn',
          query: PageQuery,
          answer: [200, Page(Amendment)],
        },
        (request, { query }) => amendmentRequests.listOwn(request, query),
      ),
    )
    .get(
      '/amendments/for-others',
      query(
        {
          id: 'listAskedAmendments',
          summary: 'What you asked for, for people of your teams, the newest first',
          permission: 'amendment.readAsked',
          query: PageQuery,
          answer: [200, Page(AskedAmendment)],
        },
        (request, { query }) => amendmentRequests.listAsked(request, query),
      ),
    )
    .post(
      '/amendments/for-others',
      command(
        {
          id: 'askForAmendment',
          summary: 'Ask for somebody of a team, with an uploaded file that proves the hours',
          permission: 'amendment.askForOther',
          body: AmendmentForOther,
          answer: [201, AmendmentStanding],
          errors: [...asking, amendmentErrors.ownHours],
        },
        (request, { body }) => amendmentRequests.askForOther(request, body),
      ),
    )
    .post(
      '/amendments/:amendmentId/withdrawal',
      command(
        {
          id: 'withdrawAmendment',
          summary: 'Take one back that is own hours or was asked for by oneself, before it is booked',
          permission: 'amendment.withdraw',
          params: AmendmentParams,
          answer: [200, AmendmentStanding],
          errors: [amendmentErrors.cannotMove],
        },
        (request, { params }) => amendmentRequests.withdraw(request, params.amendmentId),
      ),
    )
    .get(
      '/amendments',
      query(
        {
          id: 'listAmendments',
          summary: 'Amendments at a place and below: those to decide on, on notice, or over',
          permission: 'amendment.decide',
          query: AmendmentsQuery,
          answer: [200, Page(AmendmentToDecide)],
        },
        (request, { query }) => amendmentDecisions.list(request, query),
      ),
    )
    .post(
      '/amendments/:amendmentId/decision',
      command(
        {
          id: 'decideAmendment',
          summary: 'Approve one, so that its public notice of three working days begins, or refuse it',
          permission: 'amendment.decide',
          params: AmendmentParams,
          body: AmendmentDecision,
          answer: [200, AmendmentStanding],
          errors: [...deciding, amendmentErrors.dayNeedsDistrict],
        },
        (request, { params, body }) => amendmentDecisions.decide(request, params.amendmentId, body),
      ),
    )
    .post(
      '/amendments/:amendmentId/objections/decision',
      command(
        {
          id: 'decideObjections',
          summary: 'Decide over the objections to one: nothing is booked, or the notice goes on',
          permission: 'amendment.decide',
          params: AmendmentParams,
          body: ObjectionDecision,
          answer: [200, AmendmentStanding],
          errors: deciding,
        },
        (request, { params, body }) => amendmentDecisions.decideObjections(request, params.amendmentId, body),
      ),
    )
    .post(
      '/amendments/:amendmentId/evidence',
      command(
        {
          id: 'openAmendmentEvidence',
          summary: 'Open the file that proves one; the audit keeps who did',
          permission: 'amendment.decide',
          params: AmendmentParams,
          answer: [200, OpenedFile],
          errors: [amendmentErrors.fileGone],
          receipt: false,
        },
        (request, { params }) => amendmentEvidence.open(request, params.amendmentId),
      ),
    )
    .get(
      '/amendments/:amendmentId/evidence/:piece',
      query(
        {
          id: 'readAmendmentEvidencePiece',
          summary: 'A piece of a file that was opened, with the ticket that opening gave',
          permission: 'amendment.decide',
          params: EvidencePieceParams,
          query: PieceQuery,
          answer: [200, PieceContent],
          errors: [amendmentErrors.fileGone, amendmentErrors.ticketOver],
        },
        (request, { params, query }) => amendmentEvidence.piece(request, params, query.ticket),
      ),
    )
    .get(
      '/amendment-notices/current',
      query(
        {
          id: 'listAmendmentNotices',
          summary: 'Hours that are about to be booked afterwards, on public notice, for everybody to read',
          permission: 'amendment.browseNotices',
          query: PageQuery,
          answer: [200, Page(AmendmentNotice)],
        },
        (request, { query }) => amendmentNotices.list(request, query),
      ),
    )
    .post(
      '/amendment-notices/:amendmentId/objections',
      command(
        {
          id: 'objectToAmendment',
          summary: 'Object to a notice; nothing is booked until a coordinator has decided over it',
          permission: 'amendment.object',
          params: AmendmentParams,
          body: AmendmentObjection,
          answer: [201, AmendmentStanding],
          errors: [amendmentErrors.noticeOver, amendmentErrors.alreadyObjected, amendmentErrors.ownNotice],
        },
        (request, { params, body }) => amendmentNotices.object(request, params.amendmentId, body),
      ),
    );
}
