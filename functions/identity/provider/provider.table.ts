import { ProviderPurpose } from '@kaifong/shared/identity/provider-schema.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { epochSeconds, Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns: see identity.table.ts. They stand apart so that what only the government's sign-in needs is not read at the start.
 */

/** Somebody on their way to the identity provider: known again by the `state` they come back with, once, in the same browser. */
export const DepartureItem = itemType({
  entity: 'departure',
  schema: z.object({
    digest: z.string(),
    purpose: ProviderPurpose,
    device: z.string(),
    /** Whose account is to be linked. */
    accountId: Id('account').optional(),
    to: z.string().optional(),
    expiresAt: Instant,
    usedBy: z.string().optional(),
    /** Whom the command that used it signed in. */
    signedIn: Id('account').optional(),
  }),
  key: ({ digest }: { digest: string }) => ({ pk: `DEPARTURE#${digest}`, sk: 'DEPARTURE' }),
  purgeAt: ({ expiresAt }) => epochSeconds(expiresAt),
});
export type DepartureItem = z.output<typeof DepartureItem.schema>;

/** Which account a subject of the provider signs in to; its own item keeps a subject to one account. */
export const SubjectOwner = itemType({
  entity: 'subjectOwner',
  schema: z.object({ subject: z.string(), accountId: Id('account') }),
  key: ({ subject }: { subject: string }) => ({ pk: `SUBJECT#${subject}`, sk: 'SUBJECT' }),
});

/** The subject of an account, as a keyed digest: an account has one. */
export const ProviderLinkItem = itemType({
  entity: 'providerLink',
  schema: z.object({ accountId: Id('account'), subject: z.string(), linkedAt: Instant }),
  key: ({ accountId }: { accountId: string }) => ({ pk: `ACCOUNT#${accountId}`, sk: 'PROVIDER' }),
});
