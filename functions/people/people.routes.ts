import { Page } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import {
  Decided,
  Decision,
  OwnVolunteer,
  Registered,
  Registration,
  VolunteerParams,
  VolunteerSummary,
  VolunteersQuery,
  WaitingApplication,
  WaitingQuery,
} from '@kaifong/shared/people/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import type { People } from './index.ts';

/** Becoming a volunteer, and deciding who does. */
export function peopleRoutes({ registration, volunteers, waiting, approval }: People) {
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
          errors: [placeErrors.unknown, peopleErrors.documentKnown, peopleErrors.alreadyRegistered],
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
          answer: [200, Decided],
          errors: [peopleErrors.ownApplication, peopleErrors.alreadyDecided],
        },
        (request, { params, body }) => approval.decide(request, params.volunteerId, body),
      ),
    );
}
