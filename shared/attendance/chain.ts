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

/**
 * Minutes that move from one chain to another, because two records were found to be one person's, or not to be. One chain closes with the
 * minutes below zero, the other opens with the sum and carries the hash of what closed the first: so they count once, and both
 * chains stay whole.
 */
export const TransferRecord = z.object({
  volunteerId: Id('volunteer'),
  seq: z.int().min(1),
  kind: z.literal('transfer'),
  minutes: z.int(),
  mergeId: Id('merge'),
  /** The record of the other chain, and its hash where that came first. */
  counterpart: z.object({ volunteerId: Id('volunteer'), seq: z.int().min(1), hash: z.string().optional() }),
  recordedAt: Instant,
  /** The account of who answers for the merge. */
  confirmedBy: Id('account'),
  previousHash: z.string(),
  hash: z.string(),
});
export type TransferRecord = z.infer<typeof TransferRecord>;

/**
 * Minutes of a day that were served where nobody is to learn with whom, when or how often: care tells of a counsellor's day in all. When the total of a
 * day is set right, another link adds or takes away the difference.
 */
export const DayTotalRecord = z.object({
  volunteerId: Id('volunteer'),
  seq: z.int().min(1),
  kind: z.literal('dayTotal'),
  /** What counts more than before, or less when negative. */
  minutes: z.int(),
  day: Day,
  /** 1 the first time that the day is told of. */
  revision: z.int().min(1),
  /** The community of the volunteer. */
  community: Scope,
  recordedAt: Instant,
  previousHash: z.string(),
  hash: z.string(),
});
export type DayTotalRecord = z.infer<typeof DayTotalRecord>;

/** A link of a chain. */
export const ChainRecord = z.discriminatedUnion('kind', [ServiceRecord, TransferRecord, DayTotalRecord]);
export type ChainRecord = z.infer<typeof ChainRecord>;

/** Whether a link tells of a shift: what was served at it, or is taken back. */
export function isOfShift(record: ChainRecord): record is ServiceRecord {
  return record.kind === 'service' || record.kind === 'reversal';
}

/** What a day of a counsellor is called wherever services have titles; it tells what, and nothing of whom. */
export const dayTotalTitle = '心灵直通车志愿服务';

/** A record before it has its place in the chain. */
export type ServiceDraft = Omit<ServiceRecord, Placed>;
type TransferDraft = Omit<TransferRecord, Placed>;
type DayTotalDraft = Omit<DayTotalRecord, Placed>;
type Placed = 'seq' | 'previousHash' | 'hash';

/** Where a chain ends: the number and the hash of its last record. */
export type ChainHead = Readonly<{ seq: number; hash: string }>;

/** What stands before the first record. */
export const emptyChain: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** The record that follows `head`. */
export async function chained<Draft extends ServiceDraft | TransferDraft | DayTotalDraft>(
  head: ChainHead,
  draft: Draft,
) {
  const record = { ...draft, seq: head.seq + 1, previousHash: head.hash };
  return { ...record, hash: await hashOf(record) };
}

/** The two records that move minutes from one chain to another. */
export async function transferred(
  from: ChainHead & Readonly<{ volunteerId: string }>,
  to: ChainHead & Readonly<{ volunteerId: string }>,
  terms: Pick<TransferRecord, 'minutes' | 'mergeId' | 'recordedAt' | 'confirmedBy'>,
): Promise<{ closing: TransferRecord; opening: TransferRecord }> {
  const { minutes, ...rest } = terms;
  const draft = { ...rest, kind: 'transfer' as const };
  const closing = await chained(from, {
    ...{ ...draft, volunteerId: from.volunteerId, minutes: 0 - minutes },
    counterpart: { volunteerId: to.volunteerId, seq: to.seq + 1 },
  });
  const opening = await chained(to, {
    ...{ ...draft, volunteerId: to.volunteerId, minutes },
    counterpart: { volunteerId: from.volunteerId, seq: closing.seq, hash: closing.hash },
  });
  return { closing, opening };
}

export type ChainVerdict =
  | { sound: true; head: ChainHead }
  /** The first record that is wrong: its content is not what was hashed, or it does not follow the one before. */
  | { sound: false; seq: number; fault: 'changed' | 'notFollowing' };

/** Goes along a chain, oldest record first, from `head` (the beginning when not said). */
export async function verifyChain(records: readonly ChainRecord[], head = emptyChain): Promise<ChainVerdict> {
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
async function hashOf(record: Unhashed<ServiceRecord> | Unhashed<TransferRecord> | Unhashed<DayTotalRecord>) {
  const canonical = formOf(record);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Unhashed<Record extends ChainRecord> = Omit<Record, 'hash'>;

function formOf(record: Unhashed<ServiceRecord> | Unhashed<TransferRecord> | Unhashed<DayTotalRecord>): string {
  if (record.kind === 'transfer') return formOfTransfer(record);
  return record.kind === 'dayTotal' ? formOfDayTotal(record) : formOfService(record);
}

function formOfDayTotal(record: Unhashed<DayTotalRecord>): string {
  return JSON.stringify([
    'kaifong day total record 1',
    record.volunteerId,
    record.seq,
    record.minutes,
    record.day,
    record.revision,
    record.community,
    record.recordedAt,
    record.previousHash,
  ]);
}

function formOfTransfer(record: Unhashed<TransferRecord>): string {
  const { volunteerId, seq, hash } = record.counterpart;
  return JSON.stringify([
    'kaifong transfer record 1',
    record.volunteerId,
    record.seq,
    record.minutes,
    record.mergeId,
    volunteerId,
    seq,
    hash ?? null,
    record.recordedAt,
    record.confirmedBy,
    record.previousHash,
  ]);
}

function formOfService(record: Unhashed<ServiceRecord>): string {
  return JSON.stringify([
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
}
