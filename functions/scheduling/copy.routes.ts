import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { VolunteerParams } from '@kaifong/shared/people/schema.ts';
import { Handover } from '@kaifong/shared/scheduling/handover/handover.ts';
import { OwnSignUp } from '@kaifong/shared/scheduling/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { query } from '../platform/operation.ts';
import type { Scheduling } from './index.ts';

/** What scheduling has of a record that is the person's own or was made hers by a merge, for the copy of her own data. */
export function copyRoutes({ copies, handoverLists }: Pick<Scheduling, 'copies' | 'handoverLists'>) {
  return new Hono<ApiEnv>()
    .get(
      '/scheduling-copy/:volunteerId/sign-ups',
      query(
        {
          id: 'copySignUps',
          summary: 'Every sign-up under a record of the person, the newest first: a part of the copy of one’s own data',
          permission: 'shift.signUp',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(OwnSignUp)],
        },
        (request, { params, query }) => copies.signUps(request, params.volunteerId, query),
      ),
    )
    .get(
      '/scheduling-copy/:volunteerId/handovers',
      query(
        {
          id: 'copyHandovers',
          summary: 'The places that were given under a record of the person, and what became of them',
          permission: 'shift.signUp',
          params: VolunteerParams,
          query: PageQuery,
          answer: [200, Page(Handover)],
        },
        (request, { params, query }, context) =>
          handoverLists.listGivenOfRecord(
            request,
            params.volunteerId,
            query,
            languageFrom(context.req.header('accept-language')),
          ),
      ),
    );
}
