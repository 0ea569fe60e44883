import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import * as z from 'zod';
import type { Table } from '../../platform/table.ts';
import { ShiftItem } from '../scheduling.table.ts';

/** About how many shifts are looked at together, whatever the place: what is put in order for somebody at once. */
const size = 120;
/** The fewest of one street, when many are looked at. */
const fewestOfStreet = 10;

/** A stretch of the open shifts of some streets in the order of time, and where the next one begins. */
export type Look = Readonly<{ shifts: readonly ShiftItem[]; next?: string | undefined }>;

/** What lies in the order of time where: as the index `openByStreet` has it. */
export const placeInTime = ({ startsAt, id }: Pick<ShiftItem, 'startsAt' | 'id'>): string => `${startsAt}#${id}`;

/** The next stretch from a place in time on, in one read for each street: as far as the street that got least far. */
export async function lookFrom(
  table: Table,
  streets: readonly string[],
  range: { from: string; to: string },
): Promise<Look> {
  const limit = Math.max(fewestOfStreet, Math.ceil(size / streets.length));
  const pages = await Promise.all(
    streets.map((street) => table.query(ShiftItem, street, { index: 'openByStreet', range, limit })),
  );
  const ends = pages.flatMap(({ items, cursor }) => {
    const last = items.at(-1);
    return cursor !== undefined && last ? [placeInTime(last)] : [];
  });
  const end = ends.sort()[0];
  const shifts = pages
    .flatMap(({ items }) => items)
    .filter((shift) => end === undefined || placeInTime(shift) <= end)
    .sort((one, other) => (placeInTime(one) < placeInTime(other) ? -1 : 1));
  // Nothing lies between a place and the same with a tilde, which sorts behind all that an id is made of.
  return { shifts, ...(end !== undefined && { next: `${end}~` }) };
}

const Place = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z(#\w{24})?~?$/);
const Cursor = z.strictObject({ from: Place, after: z.string().max(120).optional() });

/** Where a page ended: in the stretch that began at `from`, after what has the rank `after`. */
export type LookCursor = z.output<typeof Cursor>;

export function encodeLook(cursor: LookCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws AppError platform.cursorInvalid */
export function decodeLook(cursor: string): LookCursor {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new AppError(platformErrors.cursorInvalid);
  }
}
