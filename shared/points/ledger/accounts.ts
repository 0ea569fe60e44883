import * as z from 'zod';
import type { Scope } from '../../organisation/scope.ts';

/**
 * An account of the points ledger: `volunteer:<id>`, `fund:<community>`, `issue:<shard>`, `reward:<shard>`, `expiry:<shard>`, `escrow:<shard>`, `transit`.
 * Points come out of `issue`, whose balance is below zero by all that was ever given; `reward` and `expiry` are where points end,
 * `escrow` keeps those that are held for whoever helps. These four are cut into shards, since so many postings touch them. What one volunteer passes on to another goes through `transit`, in and
 * out in one transaction, so that no posting touches two volunteers.
 */
export const AccountName = z
  .string()
  .regex(/^(volunteer:vol_[0-9A-Z]{20}|fund:\d{6}(\/\d{3}){0,2}|(issue|reward|expiry|escrow):[\w-]|transit)$/);

export const transit = 'transit';

export const volunteerAccount = (volunteerId: string): string => `volunteer:${volunteerId}`;

export const communityFund = (community: Scope): string => `fund:${community}`;

export function isFund(account: string): boolean {
  return account.startsWith('fund:');
}

export const issueAccount = (shard: string): string => `issue:${shard}`;

export const rewardAccount = (shard: string): string => `reward:${shard}`;

export const escrowAccount = (shard: string): string => `escrow:${shard}`;

export const expiryAccount = (shard: string): string => `expiry:${shard}`;

/** Whether an account may go below zero: only the one that points come out of. */
export function mayOwe(account: string): boolean {
  return account.startsWith('issue:');
}
