import { serviceRecorded } from '@kaifong/shared/attendance/events.ts';
import {
  noShowContested,
  noShowDecided,
  noShowMarked,
  noShowTakenBack,
  regularsPaused,
  regularsResumed,
} from '@kaifong/shared/attendance/no-show-events.ts';
import { accountClosed } from '@kaifong/shared/people/events.ts';
import { mergeBegun, mergeUndoingBegun } from '@kaifong/shared/people/merging/merge-events.ts';
import { on, type Reaction } from '../../platform/outbox.ts';
import type { Attendance } from '../index.ts';

/**
 * Whatever changes what marks count reckons anew whether standing sign-ups pause. To come after the reactions by which merges move
 * chains, since these say whose marks belong together.
 */
export function noShowReactions({
  marks,
  reliability,
  regulars,
}: Pick<Attendance, 'marks' | 'reliability' | 'regulars'>): Reaction[] {
  return [
    ...[noShowMarked, noShowTakenBack, noShowContested].map((type) =>
      on(type, ({ volunteerId }, { at }) => reliability.reckon(volunteerId, at)),
    ),
    on(noShowDecided, ({ volunteerId }, { at }) => reliability.reckon(volunteerId, at)),
    on(serviceRecorded, async ({ kind, shiftId, volunteerId }, { at }) => {
      if (kind === 'service' && shiftId) await marks.takeBackForService(shiftId, volunteerId, at);
    }),
    on(mergeBegun, ({ stays }, { at }) => reliability.reckon(stays, at)),
    on(mergeUndoingBegun, async ({ stays, goes }, { at }) => {
      await reliability.reckon(stays, at);
      await reliability.reckon(goes, at);
    }),
    on(regularsPaused, ({ volunteerId }, { at }) => regulars.pause(volunteerId, 'noShows', at)),
    on(regularsResumed, ({ volunteerId }, { at }) => regulars.resume(volunteerId, at, 'noShows')),
    on(accountClosed, async ({ volunteerId }) => {
      if (volunteerId) await reliability.forget(volunteerId);
    }),
  ];
}
