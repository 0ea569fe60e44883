import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import * as z from 'zod';

const StartKey = z.record(
  z.string(),
  z.string().refine((text) => text.isWellFormed()),
);

/** Where a page ended, as text for the next request: the same text for the same place, in whatever order the engine names its parts. */
export function encodeCursor(lastKey: Record<string, unknown>): string {
  const parts = Object.entries(lastKey).sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.from(JSON.stringify(Object.fromEntries(parts))).toString('base64url');
}

/**
 * Where the next page begins. A cursor of another partition is refused, so that nobody pages out of what they may see.
 *
 * @throws AppError platform.cursorInvalid
 */
export function decodeCursor(
  cursor: string,
  within: Readonly<{ attribute: string; partition: string }>,
): Record<string, string> {
  try {
    const key = StartKey.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (key[within.attribute] === within.partition) return key;
  } catch {
    // Not ours: answered below like a cursor of another list.
  }
  throw new AppError(platformErrors.cursorInvalid);
}
