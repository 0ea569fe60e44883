import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { skillErrors } from '@kaifong/shared/people/skills/skill-errors.ts';
import { teamErrors } from '@kaifong/shared/people/teams/team-errors.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import {
  ActivitiesQuery,
  Activity,
  ActivityParams,
  CallOff,
  NewActivity,
  NewPlaces,
  NewShift,
  ShiftParams,
  ShiftWithPlaces,
  SignedUpVolunteer,
  TeamShiftsQuery,
} from '@kaifong/shared/scheduling/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';

/** What a team leader, or a coordinator of the branch, does with activities and shifts. */
export function shiftRoutes({ activities, shifts, places, callOffs }: Scheduling) {
  return new Hono<ApiEnv>()
    .post(
      '/activities',
      command(
        {
          id: 'createActivity',
          summary: 'Make an activity of a team',
          permission: 'shift.manage',
          body: NewActivity,
          answer: [201, Activity],
          errors: [placeErrors.unknown, placeErrors.closed, teamErrors.incomplete],
        },
        (request, { body }) => activities.create(request, body),
      ),
    )
    .get(
      '/activities',
      query(
        {
          id: 'listActivities',
          summary: 'The activities of a team, newest first',
          permission: 'shift.manage',
          query: ActivitiesQuery,
          answer: [200, Page(Activity)],
        },
        (request, { query }) => activities.listOfTeam(request, query),
      ),
    )
    .post(
      '/activities/:activityId/shifts',
      command(
        {
          id: 'createShift',
          summary: 'Make a shift of an activity, as a draft',
          permission: 'shift.manage',
          params: ActivityParams,
          body: NewShift,
          answer: [201, ShiftWithPlaces],
          errors: [skillErrors.unknown, skillErrors.retired, placeErrors.unknown, placeErrors.closed],
        },
        (request, { params, body }) => shifts.create(request, params.activityId, body),
      ),
    )
    .post(
      '/shifts/:shiftId/publication',
      command(
        {
          id: 'publishShift',
          summary: 'Open a draft for sign-up',
          permission: 'shift.manage',
          params: ShiftParams,
          answer: [200, ShiftWithPlaces],
          errors: [shiftErrors.alreadyPublished, shiftErrors.tooLateToPublish, shiftErrors.riskUnstated],
        },
        (request, { params }) => shifts.publish(request, params.shiftId),
      ),
    )
    .put(
      '/shifts/:shiftId/places',
      command(
        {
          id: 'setPlaces',
          summary: 'Set how many places a shift has; new ones go to those in line first',
          permission: 'shift.manage',
          params: ShiftParams,
          body: NewPlaces,
          answer: [200, ShiftWithPlaces],
          errors: [
            shiftErrors.placesTaken,
            shiftErrors.tooManyLeave,
            shiftErrors.placesMoved,
            shiftErrors.placesFixed,
            shiftErrors.placesByRole,
            shiftErrors.roleUnknown,
          ],
        },
        (request, { params, body }) => places.setPlaces(request, params.shiftId, body),
      ),
    )
    .post(
      '/shifts/:shiftId/cancellation',
      command(
        {
          id: 'callOffShift',
          summary: 'Call a shift off before it begins; everybody who had a place, an offer or a wait is told why',
          permission: 'shift.manage',
          params: ShiftParams,
          body: CallOff,
          answer: [200, ShiftWithPlaces],
          errors: [shiftErrors.alreadyCalledOff, shiftErrors.tooLateToCallOff],
        },
        (request, { params, body }) => callOffs.callOff(request, params.shiftId, body),
      ),
    )
    .get(
      '/shifts',
      query(
        {
          id: 'listShifts',
          summary: 'The shifts of a team from a day on, by start',
          permission: 'shift.manage',
          query: TeamShiftsQuery,
          answer: [200, Page(ShiftWithPlaces)],
        },
        (request, { query }) => shifts.listOfTeam(request, query),
      ),
    )
    .get(
      '/shifts/:shiftId/sign-ups',
      query(
        {
          id: 'listSignUps',
          summary: 'Who has a place in a shift',
          permission: 'shift.manage',
          params: ShiftParams,
          query: PageQuery,
          answer: [200, Page(SignedUpVolunteer)],
        },
        (request, { params, query }) => shifts.listSignUps(request, params.shiftId, query),
      ),
    );
}
