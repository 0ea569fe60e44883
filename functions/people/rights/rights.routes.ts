import { OwnAuditEntry } from '@kaifong/shared/identity/audit.ts';
import { Done } from '@kaifong/shared/identity/schema.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { rightsErrors } from '@kaifong/shared/people/rights/rights-errors.ts';
import {
  Closure,
  ConsentChange,
  Correction,
  CorrectionAnswer,
  CorrectionParams,
  CorrectionsQuery,
  CorrectionToAnswer,
  NewCorrection,
  OwnPeopleData,
  OwnRights,
  RecordData,
} from '@kaifong/shared/people/rights/rights-schema.ts';
import { Consent, VolunteerParams } from '@kaifong/shared/people/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { People } from '../index.ts';

/** What a person decides about her own data (个人信息保护法 arts. 15, 44–47). */
export function rightsRoutes({
  rights,
  closures,
  corrections,
  copies,
}: Pick<People, 'rights' | 'closures' | 'corrections' | 'copies'>) {
  return new Hono<ApiEnv>()
    .get(
      '/rights',
      query(
        {
          id: 'readOwnRights',
          summary: 'How the own consents stand, and whether the account is about to be closed',
          permission: 'rights.exercise',
          answer: [200, OwnRights],
        },
        (request) => rights.read(request),
      ),
    )
    .post(
      '/rights/consents',
      command(
        {
          id: 'changeConsent',
          summary: 'Give or withdraw a consent; withdrawing one that volunteering needs ends the registration',
          permission: 'volunteer.consent',
          body: ConsentChange,
          answer: [200, Consent],
          errors: [rightsErrors.asItWas, rightsErrors.notAsked, rightsErrors.guardianGives, rightsErrors.documentGone],
        },
        (request, { body }) => rights.changeConsent(request, body),
      ),
    )
    .post(
      '/rights/closure',
      command(
        {
          id: 'askToCloseAccount',
          summary: 'Ask for the own account to be closed; it is after seven working days',
          permission: 'rights.exercise',
          answer: [201, Closure],
          errors: [rightsErrors.closureKnown],
        },
        (request) => closures.ask(request),
      ),
    )
    .delete(
      '/rights/closure',
      command(
        {
          id: 'keepAccount',
          summary: 'Take the wish back to have the own account closed',
          permission: 'rights.exercise',
          answer: [200, Done],
          errors: [rightsErrors.noClosure],
        },
        (request) => closures.takeBack(request),
      ),
    )
    .get(
      '/rights/copy',
      query(
        {
          id: 'copyOwnRegistration',
          summary: 'What is kept of the own registration, whole: a part of the copy of one’s own data',
          permission: 'rights.exercise',
          answer: [200, OwnPeopleData],
        },
        (request) => copies.own(request),
      ),
    )
    .get(
      '/rights/records/:volunteerId',
      query(
        {
          id: 'copyMergedRecord',
          summary: 'What is kept under a record that a merge made the person’s: a part of the copy of one’s own data',
          permission: 'rights.exercise',
          params: VolunteerParams,
          answer: [200, RecordData],
        },
        (request, { params }) => copies.ofRecord(request, params.volunteerId),
      ),
    )
    .get(
      '/rights/records/:volunteerId/views',
      query(
        {
          id: 'listViewsOfMergedRecord',
          summary: 'What others did with the data of such a record, newest first',
          permission: 'rights.exercise',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(OwnAuditEntry)],
        },
        (request, { params, query }) => copies.viewsOfRecord(request, params.volunteerId, query),
      ),
    )
    .get(
      '/rights/corrections',
      query(
        {
          id: 'listOwnCorrections',
          summary: 'What the person asked to have corrected, newest first, and the answers',
          permission: 'volunteer.readOwn',
          query: PageQuery,
          answer: [200, Page(Correction)],
        },
        (request, { query }) => corrections.own(request, query),
      ),
    )
    .post(
      '/rights/corrections',
      command(
        {
          id: 'askForCorrection',
          summary: 'Ask the coordinators to put right what one cannot change by oneself',
          permission: 'volunteer.readOwn',
          body: NewCorrection,
          answer: [201, Correction.pick({ id: true, dueOn: true })],
          errors: [rightsErrors.tooManyCorrections],
        },
        (request, { body }) => corrections.ask(request, body),
      ),
    )
    .get(
      '/corrections',
      query(
        {
          id: 'listCorrections',
          summary: 'Requests for correction at a place and below that wait for an answer',
          permission: 'correction.answer',
          query: CorrectionsQuery,
          answer: [200, Page(CorrectionToAnswer)],
        },
        (request, { query }) => corrections.waiting(request, query),
      ),
    )
    .post(
      '/volunteers/:volunteerId/corrections/:correctionId/answer',
      command(
        {
          id: 'answerCorrection',
          summary: 'Say what came of a request for correction, for the person to read',
          permission: 'correction.answer',
          params: CorrectionParams,
          body: CorrectionAnswer,
          answer: [200, Done],
          errors: [rightsErrors.alreadyAnswered],
        },
        (request, { params, body }) => corrections.answer(request, params, body),
      ),
    );
}
