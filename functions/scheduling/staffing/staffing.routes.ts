import { Page } from '@kaifong/shared/kernel/paging.ts';
import { PlaceStaffing, ShiftWithPlaces, StaffingQuery } from '@kaifong/shared/scheduling/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { query } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';

/** Where people are missing. */
export function staffingRoutes({ staffing }: Scheduling) {
  return new Hono<ApiEnv>()
    .get(
      '/shifts/staffing',
      query(
        {
          id: 'readStaffing',
          summary: 'How many open shifts of the coming seven days lack people, street by street',
          permission: 'shift.manage',
          query: StaffingQuery,
          answer: [200, Page(PlaceStaffing)],
        },
        (request, { query }) => staffing.byStreet(request, query),
      ),
    )
    .get(
      '/shifts/understaffed',
      query(
        {
          id: 'listUnderstaffedShifts',
          summary:
            'The open shifts of the coming seven days, at a place and below, that lack people, the soonest first',
          permission: 'shift.manage',
          query: StaffingQuery,
          answer: [200, Page(ShiftWithPlaces)],
        },
        (request, { query }) => staffing.understaffed(request, query),
      ),
    );
}
