import { mergeBegun, mergeUndoingBegun } from '@kaifong/shared/people/merge-events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Attendance } from './index.ts';

/** Two records that are one person's, or are not, move their minutes. */
export function attendanceReactions({ merges }: Pick<Attendance, 'merges'>): Reaction[] {
  return [
    on(mergeBegun, (pair, { at }) => merges.moveThere(pair, at)),
    on(mergeUndoingBegun, (pair, { at }) => merges.moveBack(pair, at)),
  ];
}
