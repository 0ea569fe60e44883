import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/** Somebody handed on to a hospital or a hotline: open until it is known that she arrived or does not go. It outlives the case. */
export const ReferralItem = itemType({
  entity: 'referral',
  schema: z.object({
    id: Id('referral'),
    caseId: Id('supportCase'),
    socialWorker: z.string(),
    at: Instant,
    open: z.boolean(),
    dueAt: Instant,
    sealed: z.string(),
    version: z.int(),
  }),
  key: ({ caseId, id }: { caseId: string; id: string }) => ({ pk: `CASE#${caseId}`, sk: `REFERRAL#${id}` }),
  indexes: {
    byDue: ({ id, open, socialWorker, dueAt }) =>
      open ? { pk: referralsBy(socialWorker), sk: `${dueAt}#${id}` } : undefined,
  },
});
export type ReferralRow = z.output<typeof ReferralItem.schema>;

export const referralsBy = (socialWorker: string) => `REFERRALS#${socialWorker}`;
