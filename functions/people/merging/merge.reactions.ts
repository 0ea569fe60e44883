import {
  likenessFound,
  mergeBegun,
  mergePartDone,
  mergeUndoingBegun,
} from '@kaifong/shared/people/merging/merge-events.ts';
import { on, type Reaction } from '../../platform/outbox.ts';
import type { People } from '../index.ts';

/** People who look the same are noted down; a merge is moved on. */
export function mergeReactions({ duplicates, mergeSteps }: Pick<People, 'duplicates' | 'mergeSteps'>): Reaction[] {
  return [
    on(likenessFound, ({ pairs }, { at }) => duplicates.noteAll(pairs, at)),
    on(mergeBegun, mergeSteps.moveThere),
    on(mergeUndoingBegun, mergeSteps.moveBack),
    on(mergePartDone, mergeSteps.markDone),
  ];
}
