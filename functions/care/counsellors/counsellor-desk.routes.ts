import { CounsellorEnd, CounsellorEnded } from '@kaifong/shared/care/counsellors/counsellor-end.ts';
import { CounsellorRef } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import {
  CounsellorStanding,
  CounsellorsQuery,
  CounsellorView,
  Offer,
  OwnStanding,
  Pause,
  PauseStanding,
  Standing,
} from '@kaifong/shared/care/counsellors/standing-schema.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { Page } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** The standing of counsellors: for their supervisors, and for each of them her own. */
export function counsellorDeskRoutes({ counsellorDesk, counsellorEnds, ownCounselling }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/counsellors',
      query(
        {
          id: 'listCounsellors',
          summary: 'Counsellors of a place, those whose certificate, vetting or supervision needs looking after first',
          permission: 'care.superviseCounsellors',
          query: CounsellorsQuery,
          answer: [200, Page(CounsellorView)],
        },
        (request, { query }) => counsellorDesk.list(request, query),
      ),
    )
    .post(
      '/counsellors/:counsellorId/standing',
      command(
        {
          id: 'changeStanding',
          summary: 'Write down a counsellor’s certificate, vetting, supervision and limits',
          permission: 'care.superviseCounsellors',
          params: CounsellorRef,
          body: Standing,
          answer: [200, CounsellorStanding],
          errors: [careErrors.counsellorChanged],
        },
        (request, { params, body }) => counsellorDesk.change(request, params.counsellorId, body),
      ),
    )
    .post(
      '/counsellors/:counsellorId/offer',
      command(
        {
          id: 'changeOffer',
          summary: 'Write down what a counsellor talks about, when, and from where she is given no case',
          permission: 'care.superviseCounsellors',
          params: CounsellorRef,
          body: Offer,
          answer: [200, CounsellorStanding],
          errors: [careErrors.counsellorChanged],
        },
        (request, { params, body }) => counsellorDesk.changeOffer(request, params.counsellorId, body),
      ),
    )
    .post(
      '/counsellors/:counsellorId/end',
      command(
        {
          id: 'endCounsellor',
          summary: 'End the service of a counsellor; the open cases go to others at once',
          permission: 'care.superviseCounsellors',
          params: CounsellorRef,
          body: CounsellorEnd,
          answer: [200, CounsellorEnded],
          errors: [careErrors.counsellorChanged],
        },
        (request, { params, body }) => counsellorEnds.end(request, params.counsellorId, body),
      ),
    )
    .get(
      '/own-counselling',
      query(
        {
          id: 'readOwnCounselling',
          summary: 'One’s own standing as a counsellor, with one’s own pause',
          permission: 'care.ownCounselling',
          answer: [200, OwnStanding],
        },
        (request) => ownCounselling.read(request),
      ),
    )
    .post(
      '/own-counselling/pause',
      command(
        {
          id: 'pauseCounselling',
          summary: 'Take no new cases for a while; the reason is for oneself only',
          permission: 'care.ownCounselling',
          body: Pause,
          answer: [200, PauseStanding],
        },
        (request, { body }) => ownCounselling.pause(request, body),
      ),
    )
    .post(
      '/own-counselling/resumption',
      command(
        {
          id: 'resumeCounselling',
          summary: 'Take new cases again',
          permission: 'care.ownCounselling',
          answer: [200, PauseStanding],
        },
        (request) => ownCounselling.resume(request),
      ),
    );
}
