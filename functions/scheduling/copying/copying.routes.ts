import { Page } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import {
  NewTemplate,
  Template,
  TemplateParams,
  TemplateQuery,
  TemplateUse,
  WeekCopy,
  WeekCopyPlan,
} from '@kaifong/shared/scheduling/copying/copying.ts';
import { copyingErrors } from '@kaifong/shared/scheduling/copying/copying-errors.ts';
import { ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';

/** What a team leader does so as not to type a shift twice. */
export function copyingRoutes({ copying }: Pick<Scheduling, 'copying'>) {
  return new Hono<ApiEnv>()
    .get(
      '/shift-templates',
      query(
        {
          id: 'listShiftTemplates',
          summary: 'The templates of a team',
          permission: 'shift.manage',
          query: TemplateQuery,
          answer: [200, Page(Template)],
        },
        (request, { query }) => copying.listOfTeam(request, query),
      ),
    )
    .post(
      '/shift-templates',
      command(
        {
          id: 'createShiftTemplate',
          summary: 'Keep a template of a shift: its activity, the time of day and what it is like',
          permission: 'shift.manage',
          body: NewTemplate,
          answer: [201, Template],
          errors: [placeErrors.unknown, placeErrors.closed],
        },
        (request, { body }) => copying.keep(request, body),
      ),
    )
    .post(
      '/shift-templates/:templateId/shifts',
      command(
        {
          id: 'createShiftOfTemplate',
          summary: 'Make a shift of a template on a day, as a draft',
          permission: 'shift.manage',
          params: TemplateParams,
          body: TemplateUse,
          answer: [201, ShiftWithPlaces],
          errors: [placeErrors.unknown, placeErrors.closed],
        },
        (request, { params, body }) => copying.use(request, params.templateId, body),
      ),
    )
    .post(
      '/shift-templates/:templateId/removal',
      command(
        {
          id: 'removeShiftTemplate',
          summary: 'Let go of a template; shifts that were made of it stay',
          permission: 'shift.manage',
          params: TemplateParams,
          body: TemplateUse.pick({ team: true }),
          answer: [200, Template],
        },
        (request, { params, body }) => copying.drop(request, params.templateId, body),
      ),
    )
    .post(
      '/week-copies/preview',
      command(
        {
          id: 'previewWeekCopy',
          summary: 'How the shifts of a week would be made again in another one, and which are left out; makes nothing',
          permission: 'shift.manage',
          body: WeekCopy,
          answer: [200, WeekCopyPlan],
          errors: [copyingErrors.sameWeek],
          receipt: false,
        },
        (request, { body }) => copying.previewCopy(request, body),
      ),
    )
    .post(
      '/week-copies',
      command(
        {
          id: 'copyWeek',
          summary: 'Make the shifts of a week again in another one, as drafts, each once',
          permission: 'shift.manage',
          body: WeekCopy,
          answer: [201, WeekCopyPlan],
          errors: [copyingErrors.sameWeek, copyingErrors.nothing],
        },
        (request, { body }) => copying.copyWeek(request, body),
      ),
    );
}
