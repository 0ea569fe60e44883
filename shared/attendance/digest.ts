import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { Day, Instant } from '../kernel/time.ts';

/** A service record as a digest holds it: enough to find it and to see that it is the same. */
export const Leaf = z.object({ volunteerId: Id('volunteer'), seq: z.int().min(1), hash: z.string() });
export type Leaf = z.infer<typeof Leaf>;

/** Some of the records of a digest, in the order in which they were recorded; it carries the hash of the slice before. */
export const DigestSlice = z.object({
  day: Day,
  number: z.int().min(1),
  leaves: z.array(Leaf),
  /** Where the next slice goes on. */
  last: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
export type DigestSlice = z.infer<typeof DigestSlice>;

/** What is published of a day: it stands for every record of every chain until then, since it carries the digest before. */
export const HourDigest = z.object({
  day: Day,
  /** All records before this instant are in it or in an earlier one. */
  until: Instant,
  records: z.int().min(0),
  slices: z.int().min(0),
  previousHash: z.string(),
  hash: z.string(),
});
export type HourDigest = z.infer<typeof HourDigest>;

/** What stands before the first slice and the first digest. */
export const noHash = '0'.repeat(64);

export const sliceHash = (slice: Omit<DigestSlice, 'hash'>): Promise<string> =>
  sha256([
    'kaifong digest slice 1',
    slice.day,
    slice.number,
    slice.leaves.map(({ volunteerId, seq, hash }) => [volunteerId, seq, hash]),
    slice.last,
    slice.previousHash,
  ]);

/** @param lastSlice the hash of the last slice of the day */
export const digestHash = (digest: Omit<HourDigest, 'hash'>, lastSlice: string): Promise<string> =>
  sha256([
    'kaifong hour digest 1',
    digest.day,
    digest.until,
    digest.records,
    digest.slices,
    lastSlice,
    digest.previousHash,
  ]);

async function sha256(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(value)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
