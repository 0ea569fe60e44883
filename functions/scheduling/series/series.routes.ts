import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { seriesErrors } from '@kaifong/shared/scheduling/series/series-errors.ts';
import {
  NewSeries,
  NewSeriesChange,
  Series,
  SeriesChangePreview,
  SeriesChangeRequest,
  SeriesParams,
  SeriesPreview,
  SeriesQuery,
  SeriesWithDates,
} from '@kaifong/shared/scheduling/series/series-schema.ts';
import { type Context, Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';

/** What a team leader does with series. */
export function seriesRoutes({ series, seriesChanges }: Pick<Scheduling, 'series' | 'seriesChanges'>) {
  return new Hono<ApiEnv>()
    .get(
      '/series',
      query(
        {
          id: 'listSeries',
          summary: 'The series of a team, newest first',
          permission: 'shift.manage',
          query: SeriesQuery,
          answer: [200, Page(Series)],
        },
        (request, { query }) => series.listOfTeam(request, query),
      ),
    )
    .post(
      '/series',
      command(
        {
          id: 'createSeries',
          summary: 'Make a series; the shifts of the next eight weeks follow by themselves',
          permission: 'shift.manage',
          body: NewSeries,
          answer: [201, Series],
          errors: [placeErrors.unknown, placeErrors.closed],
        },
        (request, { body }) => series.create(request, body),
      ),
    )
    .post(
      '/series/preview',
      command(
        {
          id: 'previewSeries',
          summary: 'The next dates that a series would have; makes nothing',
          permission: 'shift.manage',
          body: NewSeries,
          answer: [200, SeriesPreview],
          errors: [placeErrors.unknown, placeErrors.closed],
          receipt: false,
        },
        (request, { body }) => series.previewNew(request, body),
      ),
    )
    .get(
      '/series/:seriesId',
      query(
        {
          id: 'readSeries',
          summary: 'A series with its dates of the weeks ahead',
          permission: 'shift.manage',
          params: SeriesParams,
          answer: [200, SeriesWithDates],
        },
        (request, { params }, context) => series.read(request, params.seriesId, languageOf(context)),
      ),
    )
    .post(
      '/series/:seriesId/changes/preview',
      command(
        {
          id: 'previewSeriesChange',
          summary:
            'What a change would do to the dates that are there, and who would not fit any more; changes nothing',
          permission: 'shift.manage',
          params: SeriesParams,
          body: SeriesChangeRequest,
          answer: [200, SeriesChangePreview],
          errors: [seriesErrors.noSuchDate, placeErrors.unknown, placeErrors.closed],
          receipt: false,
        },
        (request, { params, body }, context) =>
          seriesChanges.previewChange(request, params.seriesId, body.change, languageOf(context)),
      ),
    )
    .post(
      '/series/:seriesId/changes',
      command(
        {
          id: 'changeSeries',
          summary: 'Change one date of a series, one and all that follow, or all; people who fit keep their places',
          permission: 'shift.manage',
          params: SeriesParams,
          body: NewSeriesChange,
          answer: [200, Series],
          errors: [
            seriesErrors.changedMeanwhile,
            seriesErrors.misfitsUndecided,
            seriesErrors.noSuchDate,
            placeErrors.unknown,
            placeErrors.closed,
          ],
        },
        (request, { params, body }, context) =>
          seriesChanges.change(request, params.seriesId, body, languageOf(context)),
      ),
    );
}

function languageOf(context: Context<ApiEnv>) {
  return languageFrom(context.req.header('accept-language'));
}
