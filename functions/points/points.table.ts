import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Day } from '@kaifong/shared/kernel/time.ts';
import { Scope } from '@kaifong/shared/organisation/scope.ts';
import { CommunityScope } from '@kaifong/shared/people/schema.ts';
import { AccountName, volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import { fundOf, Posting } from '@kaifong/shared/points/ledger/ledger.ts';
import { PointsEntry, ShiftPoints } from '@kaifong/shared/points/schema.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';
import { filedUnder, shardOf, shardOfLedgerAccount } from './shards.ts';

/*
 * Access patterns of the points table
 *
 *   a posting, by its reference                 POSTING#<reference>   POSTING
 *   the balance of an account                   ACCOUNT#<account>     ACCOUNT
 *   a volunteer's entries, newest first         ACCOUNT#<account>     ENTRY#<seq>
 *   a volunteer's points by month, oldest first ACCOUNT#<account>     MONTH#<month>
 *   what a shift brought its volunteers         SHIFT#<shift>         VOLUNTEER#<volunteer>
 *   what a merge has moved                      MERGE#<merge>         MERGE
 *   the records that went into a volunteer's    ACCOUNT#<account>     ABSORBED#<volunteer>
 *   all postings, by shard and volunteer        byShard: POSTINGS#<shard>   <account>#<reference>
 *   all accounts, by shard                      byShard: ACCOUNTS#<shard>   <account>
 *   what was posted to a fund                   byFund: <account>           <at>#<reference>
 *   services of a month, by shard and volunteer byMonth: SERVICES#<month>#<shard>   <volunteer>#<seq>
 *   what of a day weighed for points            DAY#<volunteer>       DAY#<day>
 *   months of points that are due               byDue: MONTHS               <due at>#<account>#<month>
 *
 * A posting is put only where there is none, which is what books an event once, however often it is delivered.
 *
 * The indexes are for adding everything up again. Of an account they carry the name alone, so that a balance that moves costs them nothing.
 */

export const PostingItem = itemType({
  entity: 'posting',
  /** `weighed`: the minutes that a service weighed, before the most of a day: what a correction of it takes back. */
  schema: Posting.extend({ weighed: z.int().optional() }),
  key: ({ reference }: { reference: string }) => ({ pk: `POSTING#${reference}`, sk: 'POSTING' }),
  indexes: {
    byShard: ({ reference, legs }) => {
      const filed = filedUnder(legs);
      return filed && { pk: `POSTINGS#${filed.shard}`, sk: `${filed.account}#${reference}` };
    },
    byFund: ({ reference, at, legs }) => {
      const fund = fundOf(legs);
      return fund ? { pk: fund, sk: `${at}#${reference}` } : undefined;
    },
  },
});

export type Posted = z.output<typeof PostingItem.schema>;

/** The balance of an account that is no volunteer's. */
export const LedgerAccount = itemType({
  entity: 'ledgerAccount',
  schema: z.object({ account: AccountName, balance: z.int() }),
  key: ({ account }: { account: string }) => ({ pk: `ACCOUNT#${account}`, sk: 'ACCOUNT' }),
  indexes: { byShard: ({ account }) => ({ pk: `ACCOUNTS#${shardOfLedgerAccount(account)}`, sk: account }) },
});

/** What the index of accounts carries of one. */
export const ListedLedgerAccount = itemType({
  entity: LedgerAccount.entity,
  schema: LedgerAccount.schema.pick({ account: true }),
  key: LedgerAccount.key,
});

/** A volunteer's points, with the minutes that are carried on. `seq` is the number of her last entry. */
export const VolunteerAccount = itemType({
  entity: 'volunteerAccount',
  schema: z.object({
    volunteerId: Id('volunteer'),
    balance: z.int().min(0),
    carriedMinutes: z.int(),
    minutes: z.int(),
    seq: z.int(),
    /** Points that left the account and are not set against a month of points yet: the months add up to the balance and these. */
    used: z.int().min(0).default(0),
    /** Whether all of its points have their month: those that were booked before months were kept get theirs from the clock. */
    dated: z.literal(true).optional(),
    /** The community whose fund takes what is above the cap, where she picked one; else it is that of her own. */
    fund: CommunityScope.optional(),
    /** Whether other records ever went into this one, so that only then anybody looks for them. */
    absorbs: z.literal(true).optional(),
    /** Whose account holds what this one earns, since two records were found to be one person's. */
    movedTo: z.object({ volunteerId: Id('volunteer'), mergeId: Id('merge') }).optional(),
  }),
  key: ({ volunteerId }: { volunteerId: string }) => ({
    pk: `ACCOUNT#${volunteerAccount(volunteerId)}`,
    sk: 'ACCOUNT',
  }),
  indexes: {
    byShard: ({ volunteerId }) => ({ pk: `ACCOUNTS#${shardOf(volunteerId)}`, sk: volunteerAccount(volunteerId) }),
  },
});
export type VolunteerAccount = z.output<typeof VolunteerAccount.schema>;

/** What the index of accounts carries of one. */
export const ListedVolunteerAccount = itemType({
  entity: VolunteerAccount.entity,
  schema: VolunteerAccount.schema.pick({ volunteerId: true }),
  key: VolunteerAccount.key,
});

export const EntryItem = itemType({
  entity: 'entry',
  schema: PointsEntry.extend({ volunteerId: Id('volunteer'), reference: z.string() }),
  key: ({ volunteerId, seq }: { volunteerId: string; seq: number }) => ({
    pk: `ACCOUNT#${volunteerAccount(volunteerId)}`,
    sk: `ENTRY#${String(seq).padStart(8, '0')}`,
  }),
  indexes: {
    byMonth: ({ volunteerId, seq, because: { kind, day } }) =>
      kind === 'service' || kind === 'correction'
        ? {
            pk: servicesOf(day.slice(0, 7), shardOf(volunteerId)),
            sk: `${volunteerId}#${String(seq).padStart(8, '0')}`,
          }
        : undefined,
  },
});

/** Where the services of a month (`2026-10`) are found, of the people of a shard. */
export function servicesOf(month: string, shard: string): string {
  return `SERVICES#${month}#${shard}`;
}

/** What the index of a month carries of a service. */
export const ListedService = itemType({
  entity: EntryItem.entity,
  schema: EntryItem.schema.pick({ volunteerId: true, because: true }),
  key: ({ volunteerId }: { volunteerId: string }) => ({ pk: `ACCOUNT#${volunteerAccount(volunteerId)}`, sk: '' }),
});
export type ListedService = z.output<typeof ListedService.schema>;

/** Minutes that weighed on a day, where its rules say how many may earn. */
export const DayOfEarning = itemType({
  entity: 'dayOfEarning',
  schema: z.object({ volunteerId: Id('volunteer'), day: Day, weighed: z.int() }),
  key: ({ volunteerId, day }: { volunteerId: string; day: string }) => ({ pk: `DAY#${volunteerId}`, sk: `DAY#${day}` }),
});
export type DayOfEarning = z.output<typeof DayOfEarning.schema>;

/** What a shift brought a volunteer, as all its bookings together make it; it knows the team, whose leader may read it. */
export const ShiftPointsItem = itemType({
  entity: 'shiftPoints',
  schema: ShiftPoints.extend({ shiftId: Id('shift'), teamScope: Scope }),
  key: ({ shiftId, volunteerId }: { shiftId: string; volunteerId: string }) => ({
    pk: `SHIFT#${shiftId}`,
    sk: `VOLUNTEER#${volunteerId}`,
  }),
});
export type ShiftPointsItem = z.output<typeof ShiftPointsItem.schema>;

/** What a merge has moved from one account to another, so that undoing it moves exactly that back. */
export const MovedPoints = itemType({
  entity: 'movedPoints',
  schema: z.object({
    mergeId: Id('merge'),
    stays: Id('volunteer'),
    goes: Id('volunteer'),
    state: z.enum(['moved', 'movedBack']),
    points: z.int(),
    carriedMinutes: z.int(),
    minutes: z.int(),
  }),
  key: ({ mergeId }: { mergeId: string }) => ({ pk: `MERGE#${mergeId}`, sk: 'MERGE' }),
});
export type MovedPoints = z.output<typeof MovedPoints.schema>;

/** A record that went into another one, as long as the merge stands. */
export const AbsorbedItem = itemType({
  entity: 'absorbed',
  schema: z.object({ volunteerId: Id('volunteer'), goes: Id('volunteer') }),
  key: ({ volunteerId, goes }: { volunteerId: string; goes: string }) => ({
    pk: `ACCOUNT#${volunteerAccount(volunteerId)}`,
    sk: `ABSORBED#${goes}`,
  }),
});
