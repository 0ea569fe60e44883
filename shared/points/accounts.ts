import * as z from 'zod';
import type { Scope } from '../organisation/scope.ts';

/**
 * An account of the points ledger: `volunteer:<id>`, `fund:<community>`, `issue:<shard>`, `reward`, `expiry`. Points come out of
 * `issue`, whose balance is below zero by all that was ever given; `reward` and `expiry` are where points end. The account of
 * issue is cut into shards, since every posting touches it.
 */
export const AccountName = z
  .string()
  .regex(/^(volunteer:vol_[0-9A-Z]{20}|fund:\d{6}(\/\d{3}){0,2}|issue:[\w-]|reward|expiry)$/);

export const volunteerAccount = (volunteerId: string): string => `volunteer:${volunteerId}`;

export const communityFund = (community: Scope): string => `fund:${community}`;

export function isFund(account: string): boolean {
  return account.startsWith('fund:');
}

export const issueAccount = (shard: string): string => `issue:${shard}`;

/** Whether an account may go below zero: only the one that points come out of. */
export function mayOwe(account: string): boolean {
  return account.startsWith('issue:');
}
