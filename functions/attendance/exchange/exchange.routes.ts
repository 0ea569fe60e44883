import { exchangeErrors as errors } from '@kaifong/shared/attendance/exchange/errors.ts';
import {
  ExchangeFile,
  ExchangeQuery,
  ExchangeSpan,
  ProvincialPush,
  PushParams,
  RefusedRecord,
} from '@kaifong/shared/attendance/exchange/schema.ts';
import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Attendance } from '../index.ts';

/** Records for other systems of volunteering: as files, and sent to that of the province. */
export function exchangeRoutes({ exchangeFiles, pushes }: Pick<Attendance, 'exchangeFiles' | 'pushes'>) {
  return new Hono<ApiEnv>()
    .get(
      '/exchange-files',
      query(
        {
          id: 'exportForExchange',
          summary: 'Records of a place and below in the order of fields of MZ/T 061, as pages of a CSV or JSON file',
          permission: 'exchange.export',
          query: ExchangeQuery,
          answer: [200, ExchangeFile],
          errors: [errors.backwards, errors.notOverYet, errors.tooLong],
        },
        (request, { query }, context) =>
          exchangeFiles.page(request, query, languageFrom(context.req.header('accept-language'))),
      ),
    )
    .post(
      '/provincial-pushes',
      command(
        {
          id: 'pushToProvince',
          summary: 'Send the records of the whole district of days that are over to the provincial system',
          permission: 'exchange.push',
          body: ExchangeSpan,
          answer: [202, ProvincialPush],
          errors: [errors.notConnected, errors.backwards, errors.notOverYet, errors.tooLong],
        },
        (request, { body }) => pushes.begin(request, body),
      ),
    )
    .get(
      '/provincial-pushes',
      query(
        {
          id: 'listProvincialPushes',
          summary: 'What was sent to the provincial system, the newest first',
          permission: 'exchange.push',
          query: PageQuery,
          answer: [200, Page(ProvincialPush)],
        },
        (request, { query }) => pushes.list(request, query),
      ),
    )
    .get(
      '/provincial-pushes/:pushId',
      query(
        {
          id: 'readProvincialPush',
          summary: 'How far sending is, and what stands in its way',
          permission: 'exchange.push',
          params: PushParams,
          answer: [200, ProvincialPush],
        },
        (request, { params }) => pushes.read(request, params.pushId),
      ),
    )
    .get(
      '/provincial-pushes/:pushId/refused',
      query(
        {
          id: 'listRefusedRecords',
          summary: 'Records that the provincial system did not take, each with its reason',
          permission: 'exchange.push',
          params: PushParams,
          query: PageQuery,
          answer: [200, Page(RefusedRecord)],
        },
        (request, { params, query }) => pushes.refused(request, { ...params, ...query }),
      ),
    )
    .post(
      '/provincial-pushes/:pushId/repeats',
      command(
        {
          id: 'sendRefusedAgain',
          summary: 'Send the records that were refused once more',
          permission: 'exchange.push',
          params: PushParams,
          answer: [202, ProvincialPush],
          errors: [errors.stillSending, errors.nothingToSend],
        },
        (request, { params }) => pushes.sendAgain(request, params.pushId),
      ),
    )
    .post(
      '/provincial-pushes/:pushId/restarts',
      command(
        {
          id: 'restartProvincialPush',
          summary: 'Go on with what stopped because the provincial system could not be reached',
          permission: 'exchange.push',
          params: PushParams,
          answer: [202, ProvincialPush],
          errors: [errors.stillSending, errors.nothingToSend],
        },
        (request, { params }) => pushes.goOn(request, params.pushId),
      ),
    );
}
