import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { helpErrors } from '@kaifong/shared/points/help/help-errors.ts';
import {
  AskedHelp,
  HelpAsked,
  HelpDeclined,
  HelpEnded,
  HelpParams,
  HelpPlan,
  HelpPlanned,
  HelpsQuery,
  NewHelp,
  OwnHelp,
} from '@kaifong/shared/points/help/help-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Points } from '../index.ts';

const { notActive, tooFewPoints, tooMany, tooSoon, tooFar, notByDay } = helpErrors;
const { notOpen, begun, ownHelp, teamElsewhere } = helpErrors;

/** An hour of help for an hour of points. */
export function helpRoutes({ helps, helpDesk }: Pick<Points, 'helps' | 'helpDesk'>) {
  return new Hono<ApiEnv>()
    .post(
      '/help-requests',
      command(
        {
          id: 'askForHelp',
          summary: 'Ask neighbours for an hour or some of help; a point for each hour of each helper is held at once',
          permission: 'help.ask',
          body: NewHelp,
          answer: [201, HelpAsked],
          errors: [
            notActive,
            tooFewPoints,
            tooMany,
            tooSoon,
            tooFar,
            notByDay,
            placeErrors.unknown,
            placeErrors.closed,
          ],
        },
        (request, { body }) => helps.ask(request, body),
      ),
    )
    .get(
      '/help-requests/mine',
      query(
        {
          id: 'listOwnHelp',
          summary: 'The help that you asked for, newest first',
          permission: 'help.ask',
          query: PageQuery,
          answer: [200, Page(OwnHelp)],
        },
        (request, { query }) => helps.listOwn(request, query),
      ),
    )
    .post(
      '/help-requests/:helpId/withdrawal',
      command(
        {
          id: 'withdrawHelp',
          summary:
            'Take a request for help back until its shift begins, which is then called off; the points come back',
          permission: 'help.ask',
          params: HelpParams,
          answer: [200, HelpEnded],
          errors: [notOpen, begun],
        },
        (request, { params }) => helps.withdraw(request, params.helpId),
      ),
    )
    .get(
      '/help-requests',
      query(
        {
          id: 'listAskedHelp',
          summary: 'The help that is asked for in a street, a community or where a team belongs, by time',
          permission: 'help.plan',
          query: HelpsQuery,
          answer: [200, Page(AskedHelp)],
        },
        (request, { query }) => helpDesk.list(request, query),
      ),
    )
    .post(
      '/help-requests/:helpId/shift',
      command(
        {
          id: 'planHelp',
          summary: 'Make an open shift of a request for help, of an activity of a team from there',
          permission: 'help.plan',
          params: HelpParams,
          body: HelpPlan,
          answer: [201, HelpPlanned],
          errors: [notOpen, ownHelp, teamElsewhere],
        },
        (request, { params, body }) => helpDesk.plan(request, params.helpId, body),
      ),
    )
    .post(
      '/help-requests/:helpId/refusal',
      command(
        {
          id: 'declineHelp',
          summary: 'Say no to a request for help and why; the points go back',
          permission: 'help.plan',
          params: HelpParams,
          body: HelpDeclined,
          answer: [200, HelpEnded],
          errors: [notOpen, ownHelp],
        },
        (request, { params, body }) => helpDesk.decline(request, params.helpId, body.why),
      ),
    );
}
