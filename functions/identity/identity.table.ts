import { signInWays } from '@kaifong/shared/identity/passkeys.ts';
import { careRoles, type GrantKind, HeldGrant, Role } from '@kaifong/shared/identity/roles.ts';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { day, epochSeconds, Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';

/*
 * Access patterns of the identity table
 *
 *   an account                                   ACCOUNT#<id>           ACCOUNT
 *   a session of an account, by its hash         ACCOUNT#<id>           SESSION#<hash>
 *   the account of a mobile number               MOBILE#<blind index>   MOBILE
 *   the code sent to a number for a browser      MOBILE#<blind index>   CODE#<device>
 *   the last turn given in the line of a number  MOBILE#<blind index>   LINE
 *   the turn of an address in that line          MOBILE#<blind index>   TURN#<address>
 *   a browser that an account has signed in with ACCOUNT#<id>           DEVICE#<device>
 *   … for another purpose than signing in        MOBILE#<blind index>   PURPOSE#<purpose>
 *   a passkey of an account, by a digest of it    ACCOUNT#<id>           PASSKEY#<passkey>      (passkey.table.ts)
 *   what a passkey is to sign, by its digest      CHALLENGE#<digest>     CHALLENGE              (passkey.table.ts)
 *   somebody on the way to the identity provider DEPARTURE#<digest>     DEPARTURE              (provider.table.ts)
 *   the account of a subject of that provider    SUBJECT#<blind index>  SUBJECT                (provider.table.ts)
 *   the subject of an account                    ACCOUNT#<id>           PROVIDER               (provider.table.ts)
 *   how often something was asked in an hour     RATE#<subject>         <hour>
 *   whose role rules out the other two           ACCOUNT#<id>           ADMINISTRATOR
 *   grants on a place and below it, by scope     GRANTS#<district>      <scope>#<role>#<account>
 *   those of our care, which others do not see   GRANTS#care#<district> <scope>#<role>#<account>
 *
 * An account and a session are read together, in one call, on every request. What counts is the grants in the account; those by scope are for
 * looking, are written in the same transaction, and leave out the volunteers, who are listed by people.
 */

/** How long a browser is known after it was last signed in with: browsers keep a cookie for 400 days at most. */
export const deviceKeptFor = 400 * day;

/** A person who can sign in. `epoch` rises when they sign out everywhere; sessions of an earlier epoch have ended. */
export const Account = itemType({
  entity: 'account',
  schema: z.object({
    id: Id('account'),
    /** Not there once the account was closed. */
    mobileSealed: z.string().optional(),
    name: z.string().optional(),
    volunteerId: Id('volunteer').optional(),
    grants: z.array(HeldGrant),
    /** How many passkeys there are. */
    passkeys: z.int().optional(),
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

/**
 * The last code sent to a number for a browser, as a keyed digest: nobody who asks elsewhere replaces it or uses up its tries. `usedBy` is the command that
 * signed in with it.
 */
export const OneTimeCode = itemType({
  entity: 'oneTimeCode',
  schema: z.object({
    mobileIndex: z.string(),
    device: z.string(),
    digest: z.string(),
    issuedAt: Instant,
    expiresAt: Instant,
    triesLeft: z.int(),
    usedBy: z.string().optional(),
  }),
  key: ({ mobileIndex, device }: { mobileIndex: string; device: string }) => ({
    pk: `MOBILE#${mobileIndex}`,
    sk: `CODE#${device}`,
  }),
  purgeAt: ({ expiresAt }) => epochSeconds(expiresAt),
});

/** When the last turn in the line of a number is that was given to somebody. */
export const CodeLine = itemType({
  entity: 'codeLine',
  schema: z.object({ number: z.string(), lastTurn: Instant }),
  key: ({ number }: { number: string }) => ({ pk: `MOBILE#${number}`, sk: 'LINE' }),
  purgeAt: ({ lastTurn }) => epochSeconds(lastTurn) + 3600,
});

/** When whoever asks from an address gets a code for a number. */
export const CodeTurn = itemType({
  entity: 'codeTurn',
  schema: z.object({ number: z.string(), address: z.string(), turn: Instant }),
  key: ({ number, address }: { number: string; address: string }) => ({
    pk: `MOBILE#${number}`,
    sk: `TURN#${address}`,
  }),
  purgeAt: ({ turn }) => epochSeconds(turn) + 3600,
});

/** What a code may be for besides signing in. */
export const codePurposes = ['guardianConsent', 'newMobile', 'oldMobile'] as const;
export type CodePurpose = (typeof codePurposes)[number];

/** The last code sent to a number for one purpose; it goes with the command that it allows. */
export const PurposeCode = itemType({
  entity: 'purposeCode',
  schema: z.object({
    mobileIndex: z.string(),
    purpose: z.enum(codePurposes),
    digest: z.string(),
    issuedAt: Instant,
    expiresAt: Instant,
    triesLeft: z.int(),
  }),
  key: ({ mobileIndex, purpose }: { mobileIndex: string; purpose: CodePurpose }) => ({
    pk: `MOBILE#${mobileIndex}`,
    sk: `PURPOSE#${purpose}`,
  }),
  purgeAt: ({ expiresAt }) => epochSeconds(expiresAt),
});

/** A browser that an account has signed in with, by a digest of the number that its cookie holds. */
export const KnownDevice = itemType({
  entity: 'knownDevice',
  schema: z.object({ accountId: Id('account'), device: z.string(), lastAt: Instant }),
  key: ({ accountId, device }: { accountId: string; device: string }) => ({
    pk: `ACCOUNT#${accountId}`,
    sk: `DEVICE#${device}`,
  }),
  purgeAt: ({ lastAt }) => epochSeconds(lastAt) + deviceKeptFor / 1000,
});

export type OneTimeCode = z.output<typeof OneTimeCode.schema>;

/** A session. The token itself is only in the browser; here is its hash. `seenAt` is when it was last used, to within minutes. */
export const Session = itemType({
  entity: 'session',
  schema: z.object({
    accountId: Id('account'),
    hash: z.string(),
    epoch: z.int(),
    startedAt: Instant,
    seenAt: Instant.optional(),
    expiresAt: Instant,
    /** How it was started; by a code when not said. */
    way: z.enum(signInWays).optional(),
    browser: z.string().optional(),
    system: z.string().optional(),
  }),
  key: ({ accountId, hash }: { accountId: string; hash: string }) => ({
    pk: `ACCOUNT#${accountId}`,
    sk: `SESSION#${hash}`,
  }),
  purgeAt: ({ expiresAt }) => epochSeconds(expiresAt),
});

export type Session = z.output<typeof Session.schema>;

/** How often a subject (a number's blind index, a digest of an address) asked within an hour. */
export const Rate = itemType({
  entity: 'rate',
  schema: z.object({ subject: z.string(), hour: z.string(), count: z.int(), purgeAt: z.int() }),
  key: ({ subject, hour }: { subject: string; hour: string }) => ({ pk: `RATE#${subject}`, sk: hour }),
});

/** A grant where it is found by its scope. */
export const GrantItem = itemType({
  entity: 'grant',
  schema: HeldGrant.extend({ accountId: Id('account') }),
  key: ({ scope, role, accountId }: { scope: string; role: Role; accountId: string }) => ({
    pk: grantsOf(scope, careRoles.has(role) ? 'care' : 'staff'),
    sk: `${scope}#${role}#${accountId}`,
  }),
});
export type GrantItem = z.output<typeof GrantItem.schema>;

/** The partition of the grants of the district that a scope lies in. */
export const grantsOf = (scope: string, kind: GrantKind) =>
  kind === 'care' ? `GRANTS#care#${scope.slice(0, 6)}` : `GRANTS#${scope.slice(0, 6)}`;

/** Which of the three administrators somebody is or is to be: one item, so that no two transactions can make them two. */
export const AdministratorSeat = itemType({
  entity: 'administratorSeat',
  schema: z.object({ accountId: Id('account'), role: Role }),
  key: ({ accountId }: { accountId: string }) => ({ pk: `ACCOUNT#${accountId}`, sk: 'ADMINISTRATOR' }),
});
