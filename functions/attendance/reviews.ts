import { attendanceErrors } from '@kaifong/shared/attendance/errors.ts';
import type { ReviewEntry, ReviewReason, Sighting } from '@kaifong/shared/attendance/review.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { commit } from '../platform/commit.ts';
import type { Command } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { Reviews, shiftOfAttendance } from './attendance.table.ts';

/**
 * Asks the leader about a coming or going. The same code asks once, whatever became of it.
 *
 * @param beside what is written with it
 * @returns what the leader is asked now, or `undefined` when that moved meanwhile
 * @throws AppError attendance.entryInReview, attendance.tooManyReviews
 */
export async function putInReview(
  command: Command,
  table: Table,
  asked: Readonly<{
    shift: Parameters<typeof shiftOfAttendance>[0] & { id: string };
    volunteerId: string;
    reviews: Reviews | undefined;
    what: 'in' | 'out';
    sighting: Sighting;
    tappedAt: Instant;
    reasons: ReviewReason[];
    metres: number | undefined;
    way?: ReviewEntry['way'];
  }>,
  answerOf: (reviews: Reviews) => unknown,
  beside: Readonly<{ fix?: Write }> = {},
): Promise<Reviews | undefined> {
  const { shift, volunteerId, reviews, what, sighting, tappedAt, reasons, metres, way } = asked;
  const earlier = reviews?.entries ?? [];
  const entryId = `${what}-${sighting.step}`;
  if (earlier.some((entry) => entry.entryId === entryId)) throw new AppError(attendanceErrors.entryInReview);
  if (earlier.length >= attendanceSettings.mostReviews) throw new AppError(attendanceErrors.tooManyReviews);
  const entry: ReviewEntry = {
    ...{ entryId, what, at: sighting.at, tappedAt, receivedAt: command.now, reasons, state: 'open' },
    ...(reasons.includes('farAway') && { metresAway: metres }),
    ...(way && { way }),
  };
  const next = {
    ...{ shiftId: shift.id, volunteerId, shift: shiftOfAttendance(shift) },
    ...{ entries: [...earlier, entry], version: (reviews?.version ?? 0) + 1 },
  };
  const outcome = await commit(
    command,
    table,
    { ...beside, reviews: movingReviews(table, reviews, next) },
    { answer: answerOf(next) },
  );
  return outcome.committed ? next : undefined;
}

/** The write that changes what was asked; refused when it moved since it was read. */
export function movingReviews(table: Table, before: Reviews | undefined, after: Reviews): Write {
  return table.put(Reviews, after, before ? { is: { version: before.version } } : { absent: true });
}

/** Whether the leader is still asked about a coming. */
export function isComingOpen(reviews: Reviews | undefined): boolean {
  return reviews?.entries.some(({ what, state }) => what === 'in' && state === 'open') ?? false;
}
