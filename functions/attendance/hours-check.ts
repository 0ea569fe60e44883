import { type ChainRecord, emptyChain, verifyChain } from '@kaifong/shared/attendance/chain.ts';
import { digestHash, type HourDigest, noHash, sliceHash } from '@kaifong/shared/attendance/digest.ts';
import type { Table } from '../platform/table.ts';
import {
  ChainHead,
  DigestItem,
  digestsPartition,
  RecordItem,
  recordsPartition,
  SliceItem,
} from './attendance.table.ts';

/** What was found: how much is sound, or the first thing that is not. */
export type HoursCheck = Readonly<{ sound: true; digests: number; chains: number; records: number }> | HoursFault;

export type HoursFault =
  /** The digest of a day is not what was made of its slices, does not follow the one before, is not what was published, or was and is gone. */
  | Readonly<{ sound: false; fault: 'digest' | 'published' | 'publishedGone'; day: string }>
  /**
   * A record was changed, does not follow the one before, is gone, is another than in its digest, or slipped in after its digest; or the sum that
   * people read at the head of a chain, which ends with this record, is not what its records add up to.
   */
  | Readonly<{
      sound: false;
      fault: 'changed' | 'notFollowing' | 'missing' | 'otherThanDigest' | 'notInDigest' | 'head';
      volunteerId: string;
      seq: number;
    }>;

/**
 * Goes through every digest, and through every chain and its head against them.
 *
 * @param published digests as somebody kept them, by day
 */
export async function checkHours(
  table: Table,
  published: ReadonlyMap<string, string> = new Map(),
): Promise<HoursCheck> {
  const leaves = new Map<string, string>();
  const volunteerIds = new Set<string>();
  const unseen = new Set(published.keys());
  let last: HourDigest | undefined;
  let digests = 0;
  for await (const digest of all((cursor) => table.query(DigestItem, digestsPartition, { limit: 100, cursor }))) {
    let [slice, records, number] = [noHash, 0, 0];
    for await (const each of all((cursor) =>
      table.query(SliceItem, `DIGEST#${digest.day}`, { range: { beginsWith: 'SLICE#' }, limit: 20, cursor }),
    )) {
      number += 1;
      const isWhole = each.number === number && each.previousHash === slice && (await sliceHash(each)) === each.hash;
      if (!isWhole) return { sound: false, fault: 'digest', day: digest.day };
      for (const leaf of each.leaves) {
        leaves.set(`${leaf.volunteerId}#${leaf.seq}`, leaf.hash);
        volunteerIds.add(leaf.volunteerId);
      }
      slice = each.hash;
      records += each.leaves.length;
    }
    const isWhole =
      digest.previousHash === (last?.hash ?? noHash) &&
      digest.records === records &&
      digest.slices === number &&
      (await digestHash(digest, slice)) === digest.hash;
    if (!isWhole) return { sound: false, fault: 'digest', day: digest.day };
    if ((published.get(digest.day) ?? digest.hash) !== digest.hash) {
      return { sound: false, fault: 'published', day: digest.day };
    }
    unseen.delete(digest.day);
    last = digest;
    digests += 1;
  }
  for (const day of unseen) return { sound: false, fault: 'publishedGone', day };
  for await (const { volunteerId } of all((cursor) =>
    table.query(RecordItem, recordsPartition, { index: 'byRecorded', limit: 400, cursor }),
  )) {
    volunteerIds.add(volunteerId);
  }

  let checked = 0;
  let wrongSum: Readonly<{ volunteerId: string; seq: number }> | undefined;
  for (const volunteerId of [...volunteerIds].sort()) {
    const chain: ChainRecord[] = [];
    const range = { beginsWith: 'RECORD#' };
    const ofVolunteer = (cursor: string | undefined) =>
      table.query(RecordItem, `VOLUNTEER#${volunteerId}`, { range, limit: 400, cursor });
    for await (const record of all(ofVolunteer)) chain.push(record);
    const verdict = await verifyChain(chain);
    if (!verdict.sound) return { sound: false, fault: verdict.fault, volunteerId, seq: verdict.seq };
    for (const { seq, hash, recordedAt } of chain) {
      const known = leaves.get(`${volunteerId}#${seq}`);
      if (known !== undefined && known !== hash) return { sound: false, fault: 'otherThanDigest', volunteerId, seq };
      if (known === undefined && last && recordedAt < last.until) {
        return { sound: false, fault: 'notInDigest', volunteerId, seq };
      }
      leaves.delete(`${volunteerId}#${seq}`);
    }
    if (!(await isSumOf(table, volunteerId, chain))) wrongSum ??= { volunteerId, seq: chain.length };
    checked += chain.length;
  }
  for (const gone of leaves.keys()) {
    const [volunteerId = '', seq] = gone.split('#');
    return { sound: false, fault: 'missing', volunteerId, seq: Number(seq) };
  }
  // Where a record is gone the sum is wrong as well, and that is said first.
  if (wrongSum) return { sound: false, fault: 'head', ...wrongSum };
  return { sound: true, digests, chains: volunteerIds.size, records: checked };
}

/** Whether the head of a chain, where people read their hours, is what its records come to. */
async function isSumOf(table: Table, volunteerId: string, chain: readonly ChainRecord[]): Promise<boolean> {
  const { seq, hash, minutes } = (await table.get(ChainHead, { volunteerId })) ?? { ...emptyChain, minutes: 0 };
  const last = chain.at(-1) ?? emptyChain;
  return seq === last.seq && hash === last.hash && minutes === chain.reduce((sum, each) => sum + each.minutes, 0);
}

async function* all<Item>(
  page: (cursor: string | undefined) => Promise<{ items: Item[]; cursor?: string | undefined }>,
) {
  let cursor: string | undefined;
  do {
    const { items, cursor: next } = await page(cursor);
    yield* items;
    cursor = next;
  } while (cursor);
}
