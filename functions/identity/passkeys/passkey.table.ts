import { Id } from '@kaifong/shared/kernel/ids.ts';
import { epochSeconds, Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { digestOf } from '../../platform/digest.ts';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns: see identity.table.ts. They stand apart so that what only passkeys need is not read at the start.
 */

/** A passkey of an account: its public key, which opens nothing, and how often it says it was used. */
export const Passkey = itemType({
  entity: 'passkey',
  schema: z.object({
    accountId: Id('account'),
    /** A digest of the credential's own id, which may be too long for a key. */
    id: z.string(),
    credentialId: z.string(),
    /** COSE, in base64url. */
    publicKey: z.string(),
    counter: z.int(),
    transports: z.array(z.string()),
    name: z.string(),
    isSynced: z.boolean(),
    createdAt: Instant,
    usedAt: Instant.optional(),
    /** Since when it no longer works, because it counted backwards. */
    stoppedAt: Instant.optional(),
  }),
  key: ({ accountId, id }: { accountId: string; id: string }) => ({ pk: `ACCOUNT#${accountId}`, sk: `PASSKEY#${id}` }),
});
export type Passkey = z.output<typeof Passkey.schema>;

export const passkeyIdOf = (credentialId: string) => digestOf('passkey', credentialId).slice(0, 22);

/** What a passkey is to sign: for one purpose, one browser, a few minutes and one command. */
export const Challenge = itemType({
  entity: 'challenge',
  schema: z.object({
    digest: z.string(),
    purpose: z.enum(['add', 'signIn']),
    device: z.string(),
    /** Whose passkey is to be added. */
    accountId: Id('account').optional(),
    expiresAt: Instant,
    usedBy: z.string().optional(),
  }),
  key: ({ digest }: { digest: string }) => ({ pk: `CHALLENGE#${digest}`, sk: 'CHALLENGE' }),
  purgeAt: ({ expiresAt }) => epochSeconds(expiresAt),
});
export type Challenge = z.output<typeof Challenge.schema>;

export const challengeDigest = (challenge: string) => digestOf('challenge', challenge);
