import { careErrors } from '@kaifong/shared/care/errors.ts';
import {
  Contact,
  EscalationEntry,
  EscalationStanding,
  EscalationsQuery,
  EscalationView,
} from '@kaifong/shared/care/on-call/escalation-schema.ts';
import { EscalationRef } from '@kaifong/shared/care/schema.ts';
import { Page } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** Emergencies, for the people on call. */
export function escalationRoutes({ escalations }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/escalations',
      query(
        {
          id: 'listEscalations',
          summary: 'Open emergencies at a place and below, the next deadline first',
          permission: 'care.answerEscalation',
          query: EscalationsQuery,
          answer: [200, Page(EscalationEntry)],
        },
        (request, { query }) => escalations.list(request, query.place, query),
      ),
    )
    .get(
      '/escalations/:escalationId',
      query(
        {
          id: 'readEscalation',
          summary: 'How to reach the person, while the call is open; each reading is written down first',
          permission: 'care.answerEscalation',
          params: EscalationRef,
          answer: [200, EscalationView],
          errors: [careErrors.escalationAnswered],
        },
        (request, { params }) => escalations.read(request, params.escalationId),
      ),
    )
    .post(
      '/escalations/:escalationId/acknowledgement',
      command(
        {
          id: 'acknowledgeEscalation',
          summary: 'Take an emergency',
          permission: 'care.answerEscalation',
          params: EscalationRef,
          answer: [200, EscalationStanding],
          errors: [careErrors.escalationAnswered, careErrors.changedMeanwhile],
        },
        (request, { params }) => escalations.acknowledge(request, params.escalationId),
      ),
    )
    .post(
      '/escalations/:escalationId/contact',
      command(
        {
          id: 'recordContact',
          summary:
            'Tell how a try to make contact ended; the call is over when the person was reached or 110 or 120 has confirmed',
          permission: 'care.answerEscalation',
          params: EscalationRef,
          body: Contact,
          answer: [200, EscalationStanding],
          errors: [careErrors.escalationAnswered, careErrors.changedMeanwhile],
        },
        (request, { params, body }) => escalations.recordContact(request, params.escalationId, body.outcome),
      ),
    );
}
