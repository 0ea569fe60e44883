import { Id } from '@kaifong/shared/kernel/ids.ts';
import { purgeFrom, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import { correctable } from '@kaifong/shared/people/rights/rights-schema.ts';
import { CommunityScope, Consent } from '@kaifong/shared/people/schema.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of a person's rights, in the people table
 *
 *   how consents changed after registering, in order   VOLUNTEER#<id>        CONSENT#<version>
 *   what a person asked to have corrected              VOLUNTEER#<id>        CORRECTION#<id>
 *   a wish to close an account                         ACCOUNT#<account>     CLOSURE
 *   wishes to close that are due                       byDue: CLOSURES       <closes at>#<account>
 *   consents of closed accounts that may be purged     byDue: CONSENTS       <purge from>#<volunteer>#<version>
 *   requests for correction of a place, oldest first   byPlaceAndState: CORRECTIONS   <community>#<id>
 */

/** One consent given or withdrawn. It is written with the change; when the account is closed, it learns since when it is no longer needed. */
export const ConsentItem = itemType({
  entity: 'consentChange',
  schema: Consent.extend({ volunteerId: Id('volunteer'), changeNumber: z.int(), closedAt: Instant.optional() }),
  key: ({ volunteerId, changeNumber }: { volunteerId: string; changeNumber: number }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `CONSENT#${String(changeNumber).padStart(8, '0')}`,
  }),
  indexes: {
    byDue: ({ closedAt, volunteerId, changeNumber }) =>
      closedAt === undefined
        ? undefined
        : {
            pk: 'CONSENTS',
            sk: `${purgeFrom(retentionRules.consents, closedAt)}#${volunteerId}#${changeNumber}`,
          },
  },
});
export type ConsentItem = z.output<typeof ConsentItem.schema>;

/** A wish to close an account. Once it was carried out it stays, as the trace that there was one. */
export const ClosureItem = itemType({
  entity: 'closure',
  schema: z.object({
    accountId: Id('account'),
    volunteerId: Id('volunteer').optional(),
    askedAt: Instant,
    closesAt: Instant,
    closedAt: Instant.optional(),
  }),
  key: ({ accountId }: { accountId: string }) => ({ pk: `ACCOUNT#${accountId}`, sk: 'CLOSURE' }),
  indexes: {
    byDue: ({ closedAt, closesAt, accountId }) =>
      closedAt ? undefined : { pk: 'CLOSURES', sk: `${closesAt}#${accountId}` },
  },
});
export type ClosureItem = z.output<typeof ClosureItem.schema>;

/** What a person asked to have put right, and what came of it; both in words, under seal. */
export const CorrectionItem = itemType({
  entity: 'correction',
  schema: z.object({
    id: Id('correction'),
    volunteerId: Id('volunteer'),
    community: CommunityScope,
    about: z.enum(correctable),
    textSealed: z.string(),
    askedAt: Instant,
    state: z.enum(['open', 'done', 'declined']),
    answerSealed: z.string().optional(),
    answeredAt: Instant.optional(),
  }),
  key: ({ volunteerId, id }: { volunteerId: string; id: string }) => ({
    pk: `VOLUNTEER#${volunteerId}`,
    sk: `CORRECTION#${id}`,
  }),
  indexes: {
    byPlaceAndState: ({ state, community, id }) =>
      state === 'open' ? { pk: 'CORRECTIONS', sk: `${community}#${id}` } : undefined,
  },
});
export type CorrectionItem = z.output<typeof CorrectionItem.schema>;
