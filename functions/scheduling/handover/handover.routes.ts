import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import {
  Handover,
  HandoverCandidate,
  HandoverOfShift,
  HandoverOnBehalf,
  HandoverOutcome,
  HandoverParams,
  HandoversOfShiftParams,
  NewHandover,
  OpenHandoversQuery,
} from '@kaifong/shared/scheduling/handover/handover.ts';
import { handoverErrors } from '@kaifong/shared/scheduling/handover/handover-errors.ts';
import { TakePlace } from '@kaifong/shared/scheduling/schema.ts';
import { type Context, Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';
import { obstaclesToTaking } from './taking.service.ts';

/** Places that pass from one volunteer to another. */
export function handoverRoutes({ handovers, takings, handoverLists, handoverCandidates }: Scheduling) {
  return new Hono<ApiEnv>()
    .get(
      '/handovers/open',
      query(
        {
          id: 'listOpenHandovers',
          summary: 'The places that others hand over and that the person may take, by start',
          permission: 'shift.signUp',
          query: OpenHandoversQuery,
          answer: [200, Page(Handover)],
        },
        (request, { query }, context) => handoverLists.listOpen(request, query, languageOf(context)),
      ),
    )
    .get(
      '/handovers/given',
      query(
        {
          id: 'listGivenHandovers',
          summary: 'The places that you looked for somebody to take, the newest first, and what became of it',
          permission: 'shift.signUp',
          query: PageQuery,
          answer: [200, Page(Handover)],
        },
        (request, { query }, context) => handoverLists.listGiven(request, query, languageOf(context)),
      ),
    )
    .get(
      '/handovers/candidates/:shiftId',
      query(
        {
          id: 'listHandoverCandidates',
          summary: 'The fellow members who may take your place in a shift, and what of theirs you may take in return',
          permission: 'shift.signUp',
          params: HandoversOfShiftParams,
          answer: [200, Page(HandoverCandidate)],
        },
        (request, { params }) => handoverCandidates.list(request, params.shiftId),
      ),
    )
    .get(
      '/handovers/of-shift/:shiftId',
      query(
        {
          id: 'listHandoversOfShift',
          summary: 'Who of a shift looks for somebody to take the place, or did',
          permission: 'shift.manage',
          params: HandoversOfShiftParams,
          query: PageQuery,
          answer: [200, Page(HandoverOfShift)],
        },
        (request, { params, query }) => handoverLists.listOfShift(request, params.shiftId, query),
      ),
    )
    .post(
      '/handovers',
      command(
        {
          id: 'openHandover',
          summary: 'Look for somebody to take your place; it stays yours until then',
          permission: 'shift.signUp',
          body: NewHandover,
          answer: [201, HandoverOutcome],
          errors: [
            handoverErrors.noPlace,
            handoverErrors.alreadyCame,
            handoverErrors.alreadyOpen,
            handoverErrors.notTeammate,
            handoverErrors.cannotTake,
            handoverErrors.noReturn,
            handoverErrors.over,
            shiftErrors.notOpen,
            shiftErrors.skillMissing,
            shiftErrors.minorAtNight,
            shiftErrors.overlaps,
            shiftErrors.weeklyCap,
          ],
        },
        (request, { body }) => handovers.open(request, body),
      ),
    )
    .post(
      '/handovers/on-behalf',
      command(
        {
          id: 'openHandoverOnBehalf',
          summary: 'Look for somebody to take the place of a volunteer, who keeps it until then',
          permission: 'shift.manage',
          body: HandoverOnBehalf,
          answer: [201, HandoverOutcome],
          errors: [
            handoverErrors.noPlace,
            handoverErrors.giverCame,
            handoverErrors.alreadyOpen,
            handoverErrors.over,
            shiftErrors.notOpen,
          ],
        },
        (request, { body }) => handovers.openFor(request, body),
      ),
    )
    .get(
      '/handovers/:shiftId/:handoverId',
      query(
        {
          id: 'readHandover',
          summary: 'One place that is handed over, and whether the person may take it',
          permission: 'shift.browse',
          params: HandoverParams,
          answer: [200, Handover],
        },
        (request, { params }, context) =>
          handoverLists.read(request, params.shiftId, params.handoverId, languageOf(context)),
      ),
    )
    .post(
      '/handovers/:shiftId/:handoverId/taking',
      command(
        {
          id: 'takeHandover',
          summary: 'Take a place that is handed over; in a swap, for one of your own',
          permission: 'shift.signUp',
          params: HandoverParams,
          body: TakePlace,
          answer: [201, HandoverOutcome],
          errors: obstaclesToTaking,
        },
        (request, { params, body }) => takings.take(request, params.shiftId, params.handoverId, body),
      ),
    )
    .post(
      '/handovers/:shiftId/:handoverId/refusal',
      command(
        {
          id: 'declineHandover',
          summary: 'Say no to a place that you were asked by name to take',
          permission: 'shift.signUp',
          params: HandoverParams,
          answer: [200, HandoverOutcome],
          errors: [handoverErrors.notForYou, handoverErrors.taken, handoverErrors.over],
        },
        (request, { params }) => handovers.decline(request, params.shiftId, params.handoverId),
      ),
    )
    .delete(
      '/handovers/:shiftId/:handoverId',
      command(
        {
          id: 'withdrawHandover',
          summary: 'Look for nobody any more: the giver keeps the place',
          permission: 'shift.browse',
          params: HandoverParams,
          answer: [200, HandoverOutcome],
          errors: [handoverErrors.taken, handoverErrors.over],
        },
        (request, { params }) => handovers.withdraw(request, params.shiftId, params.handoverId),
      ),
    );
}

function languageOf(context: Context) {
  return languageFrom(context.req.header('accept-language'));
}
