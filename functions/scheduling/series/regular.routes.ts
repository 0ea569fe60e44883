import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { ShiftParams } from '@kaifong/shared/scheduling/schema.ts';
import {
  Invitation,
  LeaveChange,
  Regular,
  RegularDecision,
  RegularParams,
  RegularWithName,
  SeriesForVolunteer,
  SeriesOfShift,
  Stopping,
} from '@kaifong/shared/scheduling/series/regular-schema.ts';
import { regularErrors } from '@kaifong/shared/scheduling/series/series-errors.ts';
import { SeriesParams } from '@kaifong/shared/scheduling/series/series-schema.ts';
import { type Context, Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';

const beginning = [regularErrors.already, regularErrors.tooMany, regularErrors.notActive];
const answering = [regularErrors.none, regularErrors.notWaiting];

/** Regulars of a series: what a volunteer does, and what her leader does. */
export function regularRoutes({ regulars, regularViews }: Pick<Scheduling, 'regulars' | 'regularViews'>) {
  return new Hono<ApiEnv>()
    .get(
      '/regulars/own',
      query(
        {
          id: 'listOwnSeries',
          summary: 'The series of which you are a regular, asked to be one or are invited, with your next dates',
          permission: 'shift.signUp',
          answer: [200, Page(SeriesForVolunteer)],
        },
        (request, _, context) => regularViews.listOwn(request, languageOf(context)),
      ),
    )
    .get(
      '/regulars/of-shift/:shiftId',
      query(
        {
          id: 'readSeriesOfShift',
          summary: 'The series that a shift belongs to, if any',
          permission: 'shift.browse',
          params: ShiftParams,
          answer: [200, SeriesOfShift],
        },
        (request, { params }) => regularViews.seriesOfShift(request, params.shiftId),
      ),
    )
    .get(
      '/regulars/:seriesId',
      query(
        {
          id: 'readSeriesAsVolunteer',
          summary: 'A series as somebody sees it who may become a regular, with the next dates',
          permission: 'shift.signUp',
          params: SeriesParams,
          answer: [200, SeriesForVolunteer],
        },
        (request, { params }, context) => regularViews.readSeries(request, params.seriesId, languageOf(context)),
      ),
    )
    .post(
      '/regulars/:seriesId/me',
      command(
        {
          id: 'askToBeRegular',
          summary: 'Ask to be signed up for every new shift of a series; the team leader answers',
          permission: 'shift.signUp',
          params: SeriesParams,
          answer: [201, Regular],
          errors: beginning,
        },
        (request, { params }) => regulars.ask(request, params.seriesId),
      ),
    )
    .post(
      '/regulars/:seriesId/me/answer',
      command(
        {
          id: 'answerRegularInvitation',
          summary: 'Accept or decline an invitation to be a regular',
          permission: 'shift.signUp',
          params: SeriesParams,
          body: RegularDecision,
          answer: [200, Regular],
          errors: answering,
        },
        (request, { params, body }) => regulars.answerInvitation(request, params.seriesId, body.decision),
      ),
    )
    .post(
      '/regulars/:seriesId/me/end',
      command(
        {
          id: 'stopBeingRegular',
          summary: 'Stop being a regular, at any time; the places that you have are kept or given back',
          permission: 'shift.signUp',
          params: SeriesParams,
          body: Stopping,
          answer: [200, Regular],
          errors: answering,
        },
        (request, { params, body }) => regulars.stop(request, params.seriesId, body.places),
      ),
    )
    .post(
      '/regulars/:seriesId/me/leave',
      command(
        {
          id: 'changeRegularLeave',
          summary: 'Add days of leave, on which places are given back, or take them back',
          permission: 'shift.signUp',
          params: SeriesParams,
          body: LeaveChange,
          answer: [200, Regular],
          errors: [...answering, regularErrors.tooManyLeaves],
        },
        (request, { params, body }) => regulars.changeLeave(request, params.seriesId, body),
      ),
    )
    .get(
      '/regulars/:seriesId/people',
      query(
        {
          id: 'listRegulars',
          summary: 'Who is a regular of a series, asks to be one or is invited',
          permission: 'shift.manage',
          params: SeriesParams,
          query: PageQuery,
          answer: [200, Page(RegularWithName)],
        },
        (request, { params, query }) => regularViews.listOfSeries(request, params.seriesId, query),
      ),
    )
    .post(
      '/regulars/:seriesId/people',
      command(
        {
          id: 'inviteRegular',
          summary: 'Invite somebody to be a regular; she is one once she accepts',
          permission: 'shift.manage',
          params: SeriesParams,
          body: Invitation,
          answer: [201, Regular],
          errors: beginning,
        },
        (request, { params, body }) => regulars.invite(request, params.seriesId, body.volunteerId),
      ),
    )
    .post(
      '/regulars/:seriesId/people/:volunteerId/decision',
      command(
        {
          id: 'decideOnRegular',
          summary: 'Let somebody be a regular who asked, or not',
          permission: 'shift.manage',
          params: RegularParams,
          body: RegularDecision,
          answer: [200, Regular],
          errors: answering,
        },
        (request, { params, body }) => regulars.decide(request, params.seriesId, params.volunteerId, body.decision),
      ),
    )
    .post(
      '/regulars/:seriesId/people/:volunteerId/resumption',
      command(
        {
          id: 'resumeRegular',
          summary: 'Let a regular go on who was paused',
          permission: 'shift.manage',
          params: RegularParams,
          answer: [200, Regular],
          errors: [regularErrors.none, regularErrors.notPaused, regularErrors.notWaiting],
        },
        (request, { params }) => regulars.resumeOne(request, params.seriesId, params.volunteerId),
      ),
    );
}

function languageOf(context: Context<ApiEnv>) {
  return languageFrom(context.req.header('accept-language'));
}
