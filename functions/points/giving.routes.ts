import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { givingErrors } from '@kaifong/shared/points/giving/giving-errors.ts';
import {
  Given,
  GivingToday,
  NewGift,
  NewGiftToFund,
  Receiver,
  ReceiverQuery,
} from '@kaifong/shared/points/giving/giving-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import type { Points } from './index.ts';

const { nobody, tooManyLooks, yourself, tooFewPoints, overDay, receiverFull } = givingErrors;

/** Points that a volunteer gives away. */
export function givingRoutes({ giving }: Pick<Points, 'giving'>) {
  return new Hono<ApiEnv>()
    .get(
      '/points-gifts/today',
      query(
        {
          id: 'readGivingToday',
          summary: 'How many points you may give away today, and whose fund is yours',
          permission: 'points.give',
          answer: [200, GivingToday],
        },
        (request) => giving.today(request),
      ),
    )
    .get(
      '/points-gifts/receiver',
      query(
        {
          id: 'findReceiverOfPoints',
          summary: 'Whose a volunteer number is, with the name masked, before points go there',
          permission: 'points.give',
          query: ReceiverQuery,
          answer: [200, Receiver],
          errors: [nobody, tooManyLooks],
        },
        (request, { query }) => giving.receiver(request, query.number),
      ),
    )
    .post(
      '/points-gifts',
      command(
        {
          id: 'givePoints',
          summary: 'Give points to another volunteer; they keep their age',
          permission: 'points.give',
          body: NewGift,
          answer: [201, Given],
          errors: [nobody, tooManyLooks, yourself, tooFewPoints, overDay, receiverFull],
        },
        (request, { body }) => giving.give(request, body),
      ),
    )
    .post(
      '/points-gifts/fund',
      command(
        {
          id: 'givePointsToFund',
          summary: 'Give points to the fund of a community, your own when it does not say whose',
          permission: 'points.give',
          body: NewGiftToFund,
          answer: [201, Given],
          errors: [tooFewPoints, overDay, placeErrors.unknown, placeErrors.closed],
        },
        (request, { body }) => giving.giveToFund(request, body),
      ),
    );
}
