import { CounsellorRef } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import {
  CounsellorHours,
  HoursConfirmation,
  HoursConfirmed,
  HoursQuery,
  hoursErrors,
} from '@kaifong/shared/care/counsellors/hours.ts';
import { Page } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** The hours of counsellors, for their supervisors. */
export function counsellorHoursRoutes({ counsellorHours }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/counsellor-hours',
      query(
        {
          id: 'listCounsellorHours',
          summary: 'Days of counsellors of a place that are over and to be confirmed, the oldest first',
          permission: 'care.superviseCounsellors',
          query: HoursQuery,
          answer: [200, Page(CounsellorHours)],
        },
        (request, { query }) => counsellorHours.list(request, query),
      ),
    )
    .post(
      '/counsellor-hours/:counsellorId/confirmation',
      command(
        {
          id: 'confirmCounsellorHours',
          summary: 'Confirm the minutes that a counsellor served on a day; they enter the service records as a total',
          permission: 'care.superviseCounsellors',
          params: CounsellorRef,
          body: HoursConfirmation,
          answer: [200, HoursConfirmed],
          errors: [hoursErrors.own, hoursErrors.changed, hoursErrors.notOver],
        },
        (request, { params, body }) => counsellorHours.confirm(request, params.counsellorId, body),
      ),
    );
}
