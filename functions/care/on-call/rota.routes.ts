import { careErrors } from '@kaifong/shared/care/errors.ts';
import {
  DutyCard,
  DutyCardKept,
  DutyChange,
  DutyRemoval,
  DutyStanding,
  NewDuty,
  OwnDuties,
  RotaQuery,
  RotaView,
  SwapAnswer,
  SwapOffer,
} from '@kaifong/shared/care/on-call/rota-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** Who is on call when: planned by care supervisors, and swapped among those on call. */
export function rotaRoutes({ rota, duties }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/rota',
      query(
        {
          id: 'readRota',
          summary: 'Who is on call at a place in the next 14 days, and when nobody is',
          permission: 'care.planRota',
          query: RotaQuery,
          answer: [200, RotaView],
        },
        (request, { query }) => rota.read(request, query.place),
      ),
    )
    .post(
      '/rota/duties',
      command(
        {
          id: 'planDuty',
          summary: 'Put somebody on call, and a deputy, on the rota of a place for a time',
          permission: 'care.planRota',
          body: NewDuty,
          answer: [201, DutyStanding],
          errors: [careErrors.rotaOverlap, careErrors.rotaPast, careErrors.cannotBeOnDuty],
        },
        (request, { body }) => rota.plan(request, body),
      ),
    )
    .post(
      '/rota/duties/people',
      command(
        {
          id: 'changeDuty',
          summary: 'Put other people on a duty',
          permission: 'care.planRota',
          body: DutyChange,
          answer: [200, DutyStanding],
          errors: [careErrors.dutyChanged, careErrors.rotaPast, careErrors.cannotBeOnDuty],
        },
        (request, { body }) => rota.change(request, body),
      ),
    )
    .post(
      '/rota/duties/removal',
      command(
        {
          id: 'removeDuty',
          summary: 'Take a duty off the rota',
          permission: 'care.planRota',
          body: DutyRemoval,
          answer: [200, DutyStanding],
          errors: [careErrors.dutyChanged, careErrors.rotaPast],
        },
        (request, { body }) => rota.remove(request, body),
      ),
    )
    .get(
      '/own-duties',
      query(
        {
          id: 'listOwnDuties',
          summary: 'One’s own duties of the next 14 days, and what colleagues offer',
          permission: 'care.ownDuties',
          answer: [200, OwnDuties],
        },
        (request) => duties.mine(request),
      ),
    )
    .post(
      '/own-duties/card',
      command(
        {
          id: 'keepDutyCard',
          summary: 'Tell how one is called at work and on which phone, so that one can be put on a rota',
          permission: 'care.ownDuties',
          body: DutyCard,
          answer: [200, DutyCardKept],
        },
        (request, { body }) => duties.keepCard(request, body),
      ),
    )
    .post(
      '/own-duties/offer',
      command(
        {
          id: 'offerDuty',
          summary: 'Offer an own duty to a colleague; it stays one’s own until taken on',
          permission: 'care.ownDuties',
          body: SwapOffer,
          answer: [200, DutyStanding],
          errors: [careErrors.dutyChanged, careErrors.cannotBeOnDuty],
        },
        (request, { body }) => duties.offer(request, body),
      ),
    )
    .post(
      '/own-duties/answer',
      command(
        {
          id: 'answerDutyOffer',
          summary: 'Take on a duty that a colleague offers, or not; or take back an offer of one’s own',
          permission: 'care.ownDuties',
          body: SwapAnswer,
          answer: [200, DutyStanding],
          errors: [careErrors.dutyChanged, careErrors.cannotBeOnDuty],
        },
        (request, { body }) => duties.answer(request, body),
      ),
    );
}
