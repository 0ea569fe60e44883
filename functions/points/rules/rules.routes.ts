import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { pointsRulesErrors } from '@kaifong/shared/points/rules/rule-errors.ts';
import {
  NewRules,
  NewSpecialDay,
  RulesDecided,
  RulesDecision,
  RulesInWords,
  RulesParams,
  RulesProposal,
  RulesProposed,
  SimulatedProposal,
  SpecialDay,
} from '@kaifong/shared/points/rules/rule-schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Points } from '../index.ts';

const { tooSoon, dateTaken, secondPersonNeeded, alreadyDecided, stillReckoning, dayNotNow, dayCalled } =
  pointsRulesErrors;

/** How hours become points: the rules, proposing others, and deciding on them. */
export function pointsRulesRoutes({ rules }: Pick<Points, 'rules'>) {
  return new Hono<ApiEnv>()
    .get(
      '/points-rules',
      query(
        {
          id: 'readPointsRules',
          summary: 'How hours become points today, and what is decided for later',
          permission: 'pointsRules.read',
          answer: [200, RulesInWords],
        },
        (request) => rules.inWords(request),
      ),
    )
    .get(
      '/points-rules/proposals',
      query(
        {
          id: 'listPointsRulesProposals',
          summary: 'Rules of points that were proposed, newest first',
          permission: 'pointsRules.manage',
          query: PageQuery,
          answer: [200, Page(RulesProposal)],
        },
        (request, { query }) => rules.list(request, query),
      ),
    )
    .post(
      '/points-rules/proposals',
      command(
        {
          id: 'proposePointsRules',
          summary: 'Propose rules of points from a coming day on; they are tried on last month',
          permission: 'pointsRules.manage',
          body: NewRules,
          answer: [201, RulesProposed],
          errors: [tooSoon],
        },
        (request, { body }) => rules.propose(request, body),
      ),
    )
    .get(
      '/points-rules/proposals/:rulesId',
      query(
        {
          id: 'readPointsRulesProposal',
          summary: 'Proposed rules of points, and what they would have made of last month',
          permission: 'pointsRules.manage',
          params: RulesParams,
          answer: [200, SimulatedProposal],
        },
        (request, { params }) => rules.read(request, params.rulesId),
      ),
    )
    .post(
      '/points-rules/proposals/:rulesId/decision',
      command(
        {
          id: 'decidePointsRules',
          summary: 'Approve rules of points that somebody else proposed, or decline them',
          permission: 'pointsRules.manage',
          params: RulesParams,
          body: RulesDecision,
          answer: [200, RulesDecided],
          errors: [secondPersonNeeded, stillReckoning, tooSoon, alreadyDecided, dateTaken],
        },
        (request, { params, body }) => rules.decide(request, params.rulesId, body),
      ),
    )
    .post(
      '/points-rules/special-days',
      command(
        {
          id: 'callSpecialDay',
          summary: 'Call a day one of bad weather or of an emergency at a place',
          permission: 'pointsRules.manage',
          body: NewSpecialDay,
          answer: [201, SpecialDay],
          errors: [dayNotNow, dayCalled],
        },
        (request, { body }) => rules.callDay(request, body),
      ),
    );
}
