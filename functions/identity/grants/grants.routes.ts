import { grantErrors } from '@kaifong/shared/identity/grant-errors.ts';
import {
  Deputising,
  EndedGrant,
  GivenGrant,
  Granted,
  GrantSummary,
  GrantsQuery,
} from '@kaifong/shared/identity/grant-schema.ts';
import { Page } from '@kaifong/shared/kernel/paging.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Identity } from '../index.ts';

/** Who may do what: looking, giving, ending, and standing in. */
export function grantRoutes({ grants, granting }: Identity) {
  return new Hono<ApiEnv>()
    .get(
      '/grants',
      query(
        {
          id: 'listGrants',
          summary: 'Who may do what on a place and on all below it',
          permission: 'grant.browse',
          query: GrantsQuery,
          answer: [200, Page(GrantSummary)],
        },
        (request, { query }) => grants.list(request, query),
      ),
    )
    .post(
      '/grants',
      command(
        {
          id: 'giveGrant',
          summary: 'Give a role on a place to the person of a mobile number, from one day to another',
          permission: 'grant.give',
          body: GivenGrant,
          answer: [201, Granted],
          errors: [
            grantErrors.own,
            grantErrors.notGrantable,
            grantErrors.aboveOwn,
            grantErrors.outlivesOwn,
            grantErrors.twoAdministrators,
            grantErrors.administratorInCare,
            grantErrors.held,
            grantErrors.nameless,
            placeErrors.unknown,
          ],
        },
        (request, { body }) => granting.give(request, body),
      ),
    )
    .post(
      '/grants/ends',
      command(
        {
          id: 'endGrant',
          summary: 'End a grant at once',
          permission: 'grant.end',
          body: EndedGrant,
          answer: [200, Granted],
          errors: [grantErrors.own, grantErrors.notGrantable, grantErrors.aboveOwn, grantErrors.notHeld],
        },
        (request, { body }) => granting.end(request, body),
      ),
    )
    .get(
      '/grants/deputies',
      query(
        {
          id: 'listDeputies',
          summary: 'Who stands in for the person who asks',
          permission: 'grant.deputise',
          answer: [200, Page(GrantSummary)],
        },
        (request) => grants.deputies(request),
      ),
    )
    .post(
      '/grants/deputies',
      command(
        {
          id: 'nameDeputy',
          summary: 'Let somebody stand in for the own roles during a leave',
          permission: 'grant.deputise',
          body: Deputising,
          answer: [201, Granted],
          errors: [
            grantErrors.own,
            grantErrors.unknownPerson,
            grantErrors.nothingToDeputise,
            grantErrors.administratorInCare,
            grantErrors.held,
          ],
        },
        (request, { body }) => granting.deputise(request, body),
      ),
    );
}
