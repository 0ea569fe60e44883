import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { shiftErrors, waitlistErrors } from '@kaifong/shared/scheduling/errors.ts';
import {
  AgendaItem,
  LateCancellation,
  OpenShiftsQuery,
  OwnSignUp,
  ShiftForVolunteer,
  ShiftParams,
  Standing,
  TakePlace,
  WaitForPlace,
} from '@kaifong/shared/scheduling/schema.ts';
import { type Context, Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';
import { obstaclesToQualifying } from '../staffing/candidates.ts';

/** What a volunteer does: look for shifts, take a place, give it back, wait for one. */
export function signUpRoutes({ browse, signUps, waitlist }: Scheduling) {
  return new Hono<ApiEnv>()
    .get(
      '/shifts/open',
      query(
        {
          id: 'listOpenShifts',
          summary: 'The open shifts of a street, by start, and how the person who asks stands with each',
          permission: 'shift.browse',
          query: OpenShiftsQuery,
          answer: [200, Page(ShiftForVolunteer)],
        },
        (request, { query }, context) => browse.listOpen(request, query, languageOf(context)),
      ),
    )
    .get(
      '/shifts/:shiftId',
      query(
        {
          id: 'readShift',
          summary: 'One shift, and how the person who asks stands with it',
          permission: 'shift.browse',
          params: ShiftParams,
          answer: [200, ShiftForVolunteer],
        },
        (request, { params }, context) => browse.read(request, params.shiftId, languageOf(context)),
      ),
    )
    .get(
      '/sign-ups',
      query(
        {
          id: 'listOwnSignUps',
          summary: 'Every shift that you signed up or waited for, the newest first, and what became of it',
          permission: 'shift.signUp',
          query: PageQuery,
          answer: [200, Page(OwnSignUp)],
        },
        (request, { query }) => browse.signUps(request, query),
      ),
    )
    .get(
      '/agenda',
      query(
        {
          id: 'readAgenda',
          summary: 'What the person is signed up for, waits for or was offered, by start',
          permission: 'shift.signUp',
          query: PageQuery,
          answer: [200, Page(AgendaItem)],
        },
        (request, { query }) => browse.agenda(request, query),
      ),
    )
    .post(
      '/shifts/:shiftId/sign-ups',
      command(
        {
          id: 'signUpForShift',
          summary: 'Take a place in a shift',
          permission: 'shift.signUp',
          params: ShiftParams,
          body: TakePlace,
          beside: ({ shiftId }: ShiftParams) => signUps.lookupShift(shiftId),
          answer: [201, Standing],
          errors: [
            shiftErrors.full,
            shiftErrors.riskUnconfirmed,
            waitlistErrors.alreadyWaiting,
            waitlistErrors.offerOpen,
            ...obstaclesToQualifying,
          ],
        },
        (request, { params, body, beside }) => signUps.signUp(request, params.shiftId, body, beside),
      ),
    )
    .delete(
      '/shifts/:shiftId/sign-ups/me',
      command(
        {
          id: 'cancelSignUp',
          summary: 'Give a place in a shift back',
          permission: 'shift.signUp',
          params: ShiftParams,
          answer: [200, Standing],
          errors: [
            shiftErrors.notSignedUp,
            shiftErrors.alreadyStarted,
            shiftErrors.alreadyCame,
            shiftErrors.reasonNeeded,
          ],
        },
        (request, { params }) => signUps.cancel(request, params.shiftId),
      ),
    )
    .post(
      '/shifts/:shiftId/sign-ups/me/late-cancellation',
      command(
        {
          id: 'cancelSignUpLate',
          summary: 'Give a place in a shift back and say why, as is asked for in the last day; the leader is told',
          permission: 'shift.signUp',
          params: ShiftParams,
          body: LateCancellation,
          answer: [200, Standing],
          errors: [shiftErrors.notSignedUp, shiftErrors.alreadyStarted, shiftErrors.alreadyCame],
        },
        (request, { params, body }) => signUps.cancel(request, params.shiftId, body.reason),
      ),
    )
    .post(
      '/shifts/:shiftId/waitlist',
      command(
        {
          id: 'joinWaitlist',
          summary: 'Wait for a place in a full shift',
          permission: 'shift.signUp',
          params: ShiftParams,
          body: WaitForPlace,
          answer: [201, Standing],
          errors: [
            waitlistErrors.placesFree,
            waitlistErrors.alreadyWaiting,
            waitlistErrors.offerOpen,
            ...obstaclesToQualifying,
          ],
        },
        (request, { params, body }) => waitlist.join(request, params.shiftId, body),
      ),
    )
    .delete(
      '/shifts/:shiftId/waitlist/me',
      command(
        {
          id: 'leaveWaitlist',
          summary: 'Wait no longer',
          permission: 'shift.signUp',
          params: ShiftParams,
          answer: [200, Standing],
          errors: [waitlistErrors.notWaiting],
        },
        (request, { params }) => waitlist.leave(request, params.shiftId),
      ),
    )
    .post(
      '/shifts/:shiftId/offer/acceptance',
      command(
        {
          id: 'acceptOffer',
          summary: 'Take the place that is held for the person',
          permission: 'shift.signUp',
          params: ShiftParams,
          body: TakePlace,
          answer: [201, Standing],
          errors: [waitlistErrors.offerGone, shiftErrors.riskUnconfirmed, ...obstaclesToQualifying],
        },
        (request, { params, body }) => waitlist.accept(request, params.shiftId, body),
      ),
    )
    .post(
      '/shifts/:shiftId/offer/refusal',
      command(
        {
          id: 'declineOffer',
          summary: 'Let go of the place that is held for the person',
          permission: 'shift.signUp',
          params: ShiftParams,
          answer: [200, Standing],
          errors: [waitlistErrors.offerGone],
        },
        (request, { params }) => waitlist.decline(request, params.shiftId),
      ),
    );
}

function languageOf(context: Context) {
  return languageFrom(context.req.header('accept-language'));
}
