import { Grant } from '@kaifong/shared/identity/roles.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { epochSeconds, Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of the identity table
 *
 *   an account                                   ACCOUNT#<id>           ACCOUNT
 *   a session of an account, by its hash         ACCOUNT#<id>           SESSION#<hash>
 *   the account of a mobile number               MOBILE#<blind index>   MOBILE
 *   the one-time code of a mobile number         MOBILE#<blind index>   CODE
 *   how often something was asked in an hour     RATE#<subject>         <hour>
 *
 * An account and a session are read together, in one call, on every request.
 */

/** A person who can sign in. `epoch` rises when they sign out everywhere; sessions of an earlier epoch have ended. */
export const Account = itemType({
  entity: 'account',
  schema: z.object({
    id: Id('account'),
    /** Not there once the account was closed. */
    mobileSealed: z.string().optional(),
    name: z.string().optional(),
    volunteerId: Id('volunteer').optional(),
    grants: z.array(Grant),
    epoch: z.int(),
    version: z.int(),
    createdAt: Instant,
    closedAt: Instant.optional(),
  }),
  key: ({ id }: { id: string }) => ({ pk: `ACCOUNT#${id}`, sk: 'ACCOUNT' }),
});
export type Account = z.output<typeof Account.schema>;

/** Which account a mobile number belongs to; being its own item keeps a number to one account. */
export const MobileOwner = itemType({
  entity: 'mobileOwner',
  schema: z.object({ mobileIndex: z.string(), accountId: Id('account') }),
  key: ({ mobileIndex }: { mobileIndex: string }) => ({ pk: `MOBILE#${mobileIndex}`, sk: 'MOBILE' }),
});

/** The last code sent to a number, as a keyed digest. `usedBy` is the command that signed in with it. */
export const OneTimeCode = itemType({
  entity: 'oneTimeCode',
  schema: z.object({
    mobileIndex: z.string(),
    digest: z.string(),
    issuedAt: Instant,
    expiresAt: Instant,
    triesLeft: z.int(),
    usedBy: z.string().optional(),
  }),
  key: ({ mobileIndex }: { mobileIndex: string }) => ({ pk: `MOBILE#${mobileIndex}`, sk: 'CODE' }),
  purgeAt: ({ expiresAt }) => epochSeconds(expiresAt),
});

/** A session. The token itself is only in the browser; here is its hash. */
export const Session = itemType({
  entity: 'session',
  schema: z.object({
    accountId: Id('account'),
    hash: z.string(),
    epoch: z.int(),
    startedAt: Instant,
    expiresAt: Instant,
  }),
  key: ({ accountId, hash }: { accountId: string; hash: string }) => ({
    pk: `ACCOUNT#${accountId}`,
    sk: `SESSION#${hash}`,
  }),
  purgeAt: ({ expiresAt }) => epochSeconds(expiresAt),
});

/** How often a subject (a number's blind index, a digest of an address) asked within an hour. */
export const Rate = itemType({
  entity: 'rate',
  schema: z.object({ subject: z.string(), hour: z.string(), count: z.int(), purgeAt: z.int() }),
  key: ({ subject, hour }: { subject: string; hour: string }) => ({ pk: `RATE#${subject}`, sk: hour }),
});
