import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { transit } from '@kaifong/shared/points/ledger/accounts.ts';
import { fundOf, type Leg, volunteerOf } from '@kaifong/shared/points/ledger/ledger.ts';
import { digestOf } from '../platform/digest.ts';

/**
 * The books are cut into 64 shards by volunteer: her account, the postings that touch it, and the accounts of issue, reward, expiry and escrow
 * that stand against it lie in one, so that each shard adds up by itself.
 */
export const shards = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];

/** Each shard has its turn for so many minutes: all 64 in five hours and twenty minutes. */
export const minutesPerShard = 5;

/**
 * The shard whose turn it is at this minute of its turn, if it is one's. The turn comes of the time alone, so there is nothing to remember.
 */
export function shardWhoseTurn(now: Instant, minuteOfTurn = 0): string | undefined {
  const minute = Math.floor(Date.parse(now) / 60_000) - minuteOfTurn;
  return shards[(minute / minutesPerShard) % shards.length];
}

/** The shard of a volunteer, or of a fund. */
export function shardOf(id: string): string {
  return digestOf(id).charAt(0);
}

/** The shard of an account that is no volunteer's: what its name says, or for a fund one that is drawn from it. */
export function shardOfLedgerAccount(account: string): string {
  return /^(?:issue|reward|expiry|escrow):(.)$/.exec(account)?.[1] ?? shardOf(account);
}

/** Where a posting is filed: under its volunteer's account, in her shard. One without legs is filed nowhere. */
export function filedUnder(legs: readonly Leg[]): { shard: string; account: string } | undefined {
  const volunteer = volunteerOf(legs);
  if (volunteer) return { shard: shardOf(volunteer.id), account: volunteer.account };
  const [common] = legs.filter(({ account }) => account !== transit && account !== fundOf(legs));
  return common && { shard: shardOfLedgerAccount(common.account), account: common.account };
}
