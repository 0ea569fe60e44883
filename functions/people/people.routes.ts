import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { ScopeParam } from '@kaifong/shared/organisation/scope.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import { rightsErrors } from '@kaifong/shared/people/rights/rights-errors.ts';
import {
  ApprovalResults,
  Approvals,
  Decision,
  FindQuery,
  FoundPerson,
  Moved,
  OwnMove,
  OwnVolunteer,
  Registered,
  Registration,
  Suspension,
  UnmaskedMobile,
  Unmasking,
  VolunteerMove,
  VolunteerParams,
  VolunteerRecord,
  VolunteerSummary,
  VolunteersQuery,
  WaitingApplication,
  WaitingQuery,
} from '@kaifong/shared/people/schema.ts';
import { choosingSkills } from '@kaifong/shared/people/skills/skill-errors.ts';
import { Rehoming } from '@kaifong/shared/people/teams/rehoming.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import type { People } from './index.ts';

/** Becoming a volunteer, and deciding who does; finding volunteers, and what becomes of their registrations. */
export function peopleRoutes({
  registration,
  volunteers,
  waiting,
  approval,
  moves,
  finding,
  records,
  rehoming,
}: People) {
  return new Hono<ApiEnv>()
    .post(
      '/volunteers',
      command(
        {
          id: 'registerAsVolunteer',
          summary: 'Register the person who is signed in as a volunteer of a community',
          permission: 'volunteer.register',
          body: Registration,
          faultsOfBody: registration.faultsIn,
          answer: [201, Registered],
          errors: [
            placeErrors.unknown,
            peopleErrors.documentKnown,
            peopleErrors.alreadyRegistered,
            peopleErrors.guardianFirst,
            ...choosingSkills,
          ],
        },
        (request, { body }) => registration.register(request, body),
      ),
    )
    .get(
      '/volunteers/me',
      query(
        {
          id: 'readOwnVolunteer',
          summary: 'The own record, with the document under a mask, and what comes next',
          permission: 'volunteer.readOwn',
          answer: [200, OwnVolunteer],
        },
        (request) => volunteers.readOwn(request),
      ),
    )
    .get(
      '/volunteers',
      query(
        {
          id: 'listVolunteers',
          summary: 'The volunteers of a place and of all below it in one state',
          permission: 'volunteer.review',
          query: VolunteersQuery,
          answer: [200, Page(VolunteerSummary)],
        },
        (request, { query }) => volunteers.list(request, query),
      ),
    )
    .get(
      '/volunteers/waiting',
      query(
        {
          id: 'listWaitingApplications',
          summary: 'Applications of a place and of all below it that wait for an answer, the longest first',
          permission: 'volunteer.review',
          query: WaitingQuery,
          answer: [200, Page(WaitingApplication)],
        },
        (request, { query }) => waiting.list(request, query),
      ),
    )
    .post(
      '/volunteers/:volunteerId/approval',
      command(
        {
          id: 'decideOnVolunteer',
          summary: 'Approve an application, or decline it with a reason',
          permission: 'volunteer.review',
          params: VolunteerParams,
          body: Decision,
          answer: [200, Moved],
          errors: [
            peopleErrors.ownApplication,
            peopleErrors.alreadyDecided,
            peopleErrors.notConfirmed,
            peopleErrors.guardianAwaited,
          ],
        },
        (request, { params, body }) => approval.decide(request, params.volunteerId, body),
      ),
    )
    .post(
      '/volunteers/approvals',
      command(
        {
          id: 'approveVolunteers',
          summary: 'Approve several applications of a place, each wholly or not at all',
          permission: 'volunteer.review',
          body: Approvals,
          answer: [200, ApprovalResults],
        },
        (request, { body }, context) =>
          approval.approveAll(request, body, languageFrom(context.req.header('accept-language'))),
      ),
    )
    .post(
      '/volunteers/me/moves',
      command(
        {
          id: 'moveOwnVolunteer',
          summary: 'Take a break and come back, withdraw, or apply again',
          permission: 'volunteer.moveOwn',
          body: OwnMove,
          answer: [200, Moved],
          errors: [peopleErrors.cannotMove, rightsErrors.documentGone, rightsErrors.consentNeeded],
        },
        (request, { body }) => moves.moveOwn(request, body),
      ),
    )
    .post(
      '/volunteers/:volunteerId/review',
      command(
        {
          id: 'takeUpApplication',
          summary: 'Take an application up, so that other coordinators and the applicant see it',
          permission: 'volunteer.review',
          params: VolunteerParams,
          answer: [200, Moved],
          errors: [peopleErrors.ownApplication, peopleErrors.cannotMove],
        },
        (request, { params }) => approval.takeUp(request, params.volunteerId),
      ),
    )
    .post(
      '/volunteers/:volunteerId/suspension',
      command(
        {
          id: 'suspendVolunteer',
          summary: 'Suspend a volunteer, or lift a suspension, with a reason',
          permission: 'volunteer.suspend',
          params: VolunteerParams,
          body: Suspension,
          answer: [200, Moved],
          errors: [peopleErrors.ownState, peopleErrors.cannotMove],
        },
        (request, { params, body }) => moves.suspend(request, params.volunteerId, body),
      ),
    )
    .get(
      '/volunteers/found',
      query(
        {
          id: 'findVolunteers',
          summary:
            'Find people of a place by name, pinyin, initials, number or the end of a phone, by skill and by state',
          permission: 'volunteer.find',
          query: FindQuery,
          answer: [200, Page(FoundPerson)],
        },
        (request, { query }) => finding.find(request, query),
      ),
    )
    .get(
      '/places/:scope/rehoming',
      query(
        {
          id: 'readRehoming',
          summary: 'How many people of a community that goes over into another one have moved',
          permission: 'tree.readTrail',
          params: z.object({ scope: ScopeParam }),
          answer: [200, Rehoming],
        },
        (request, { params }) => rehoming.progress(request, params.scope),
      ),
    )
    .get(
      '/volunteers/:volunteerId',
      query(
        {
          id: 'readVolunteer',
          summary: 'A volunteer’s record, with what identifies the person under masks',
          permission: 'volunteer.find',
          params: VolunteerParams,
          answer: [200, VolunteerRecord],
        },
        (request, { params }) => records.read(request, params.volunteerId),
      ),
    )
    .get(
      '/volunteers/:volunteerId/moves',
      query(
        {
          id: 'listVolunteerMoves',
          summary: 'What happened to a registration, newest first',
          permission: 'volunteer.find',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(VolunteerMove)],
        },
        (request, { params, query }) => moves.history(request, params.volunteerId, query),
      ),
    )
    .post(
      '/volunteers/:volunteerId/unmasked-mobile',
      command(
        {
          id: 'unmaskMobile',
          summary: 'A volunteer’s mobile number in full, with a reason that the audit keeps',
          permission: 'volunteer.unmask',
          params: VolunteerParams,
          body: Unmasking,
          answer: [200, UnmaskedMobile],
          receipt: false,
        },
        (request, { params, body }) => records.unmaskMobile(request, params.volunteerId, body),
      ),
    );
}
