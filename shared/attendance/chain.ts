import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { Day, Instant } from '../kernel/time.ts';
import { Scope } from '../organisation/scope.ts';
import { Way } from './presence.ts';

/**
 * What is kept of a service for good (民政部令67: records are true, accurate, complete and timely). The records of a volunteer are a
 * chain: each carries the hash of the one before, so that no record can be changed, left out or slipped in unseen. An error is
 * corrected by adding a `reversal`, whose minutes are below zero and which names the record that it takes back.
 */
export const ServiceRecord = z.object({
  volunteerId: Id('volunteer'),
  /** 1 for the first record of this volunteer. */
  seq: z.int().min(1),
  kind: z.enum(['service', 'reversal']),
  minutes: z.int(),
  shiftId: Id('shift'),
  title: z.string(),
  teamScope: Scope,
  /** The day on which the shift began; its minutes count on this day. */
  day: Day,
  startedAt: Instant,
  endedAt: Instant,
  /** How her coming and going was seen, each way once. */
  ways: z.array(Way),
  recordedAt: Instant,
  /** The account of who answers for the record. */
  confirmedBy: Id('account'),
  reverses: z.int().min(1).optional(),
  reason: z.string().optional(),
  previousHash: z.string(),
  hash: z.string(),
});
export type ServiceRecord = z.infer<typeof ServiceRecord>;

/** A record before it has its place in the chain. */
export type ServiceDraft = Omit<ServiceRecord, 'seq' | 'previousHash' | 'hash'>;

/** Where a chain ends: the number and the hash of its last record. */
export type ChainHead = Readonly<{ seq: number; hash: string }>;

/** What stands before the first record. */
export const emptyChain: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** The record that follows `head`. */
export async function chained(head: ChainHead, draft: ServiceDraft): Promise<ServiceRecord> {
  const record = { ...draft, seq: head.seq + 1, previousHash: head.hash };
  return { ...record, hash: await hashOf(record) };
}

export type ChainVerdict =
  | { sound: true; head: ChainHead }
  /** The first record that is wrong: its content is not what was hashed, or it does not follow the one before. */
  | { sound: false; seq: number; fault: 'changed' | 'notFollowing' };

/** Goes along a chain, oldest record first, from `head` (the beginning when not said). */
export async function verifyChain(records: readonly ServiceRecord[], head = emptyChain): Promise<ChainVerdict> {
  let last = head;
  for (const record of records) {
    if (record.seq !== last.seq + 1 || record.previousHash !== last.hash) {
      return { sound: false, seq: record.seq, fault: 'notFollowing' };
    }
    if ((await hashOf(record)) !== record.hash) return { sound: false, seq: record.seq, fault: 'changed' };
    last = record;
  }
  return { sound: true, head: { seq: last.seq, hash: last.hash } };
}

/** SHA-256 in hexadecimal over the fields in a fixed order. Another form gets another version, and old records keep theirs. */
async function hashOf(record: Omit<ServiceRecord, 'hash'>): Promise<string> {
  const canonical = JSON.stringify([
    'kaifong service record 1',
    record.volunteerId,
    record.seq,
    record.kind,
    record.minutes,
    record.shiftId,
    record.title,
    record.teamScope,
    record.day,
    record.startedAt,
    record.endedAt,
    record.ways,
    record.recordedAt,
    record.confirmedBy,
    record.reverses ?? null,
    record.reason ?? null,
    record.previousHash,
  ]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
