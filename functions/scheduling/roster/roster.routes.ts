import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import {
  NewRosterAddition,
  NewRosterChoice,
  RosterPeopleQuery,
  RosterPerson,
  RosterQuery,
  RosterShiftsQuery,
  RosterShiftWithNames,
  RosterView,
} from '@kaifong/shared/scheduling/roster/roster.ts';
import { rosterErrors } from '@kaifong/shared/scheduling/roster/roster-errors.ts';
import { type Context, Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';

/** The roster of a week: who could take the places that are open. */
export function rosterRoutes({ rosters, rosterHand }: Pick<Scheduling, 'rosters' | 'rosterHand'>) {
  return new Hono<ApiEnv>()
    .get(
      '/week-rosters',
      query(
        {
          id: 'readWeekRoster',
          summary: 'How the roster of a week stands, and what it comes to',
          permission: 'shift.manage',
          query: RosterQuery,
          answer: [200, RosterView],
        },
        (request, { query }) => rosters.read(request, query),
      ),
    )
    .get(
      '/week-rosters/shifts',
      query(
        {
          id: 'listWeekRoster',
          summary: 'What a roster proposes, shift by shift, with the reasons',
          permission: 'shift.manage',
          query: RosterShiftsQuery,
          answer: [200, Page(RosterShiftWithNames)],
        },
        (request, { query }) => rosters.shifts(request, query),
      ),
    )
    .post(
      '/week-rosters',
      command(
        {
          id: 'startWeekRoster',
          summary: 'Have a roster worked out; what is locked stays',
          permission: 'shift.manage',
          body: RosterQuery,
          answer: [202, RosterView],
          errors: [placeErrors.unknown, rosterErrors.weekOver, rosterErrors.underWay],
        },
        (request, { body }) => rosters.start(request, body),
      ),
    )
    .post(
      '/week-rosters/stop',
      command(
        {
          id: 'stopWeekRoster',
          summary: 'Stop a roster that is being worked out',
          permission: 'shift.manage',
          body: RosterQuery,
          answer: [200, RosterView],
          errors: [rosterErrors.notUnderWay],
        },
        (request, { body }) => rosters.stop(request, body),
      ),
    )
    .put(
      '/week-rosters/choices',
      command(
        {
          id: 'chooseInWeekRoster',
          summary: 'Lock a proposal, unlock it, or take it out for good',
          permission: 'shift.manage',
          body: NewRosterChoice,
          answer: [200, RosterView],
          errors: [rosterErrors.underWay, rosterErrors.moved],
        },
        (request, { body }) => rosters.choose(request, body),
      ),
    )
    .get(
      '/week-rosters/people',
      query(
        {
          id: 'listWeekRosterPeople',
          summary: 'The members of a shift’s team who could be added to the roster by hand, those who fit first',
          permission: 'shift.manage',
          query: RosterPeopleQuery,
          answer: [200, Page(RosterPerson)],
        },
        (request, { query }, context) => rosterHand.people(request, query, languageOf(context)),
      ),
    )
    .post(
      '/week-rosters/additions',
      command(
        {
          id: 'addToWeekRoster',
          summary: 'Add somebody of the team by hand, locked',
          permission: 'shift.manage',
          body: NewRosterAddition,
          answer: [201, RosterView],
          errors: [
            rosterErrors.underWay,
            rosterErrors.moved,
            rosterErrors.notMember,
            rosterErrors.noPlaceLeft,
            rosterErrors.cannotServe,
          ],
        },
        (request, { body }) => rosterHand.add(request, body),
      ),
    )
    .post(
      '/week-rosters/publication',
      command(
        {
          id: 'publishWeekRoster',
          summary: 'Ask everybody whom the roster proposes',
          permission: 'shift.manage',
          body: RosterQuery,
          answer: [200, RosterView],
          errors: [rosterErrors.notReady],
        },
        (request, { body }) => rosters.publish(request, body),
      ),
    );
}

function languageOf(context: Context) {
  return languageFrom(context.req.header('accept-language'));
}
