import { suspensionLifted, volunteerSuspended, volunteerWithdrew } from '@kaifong/shared/people/events.ts';
import { mergeBegun } from '@kaifong/shared/people/merge-events.ts';
import {
  regularJoined,
  regularLeaveChanged,
  regularPaused,
  regularResumed,
  regularStopped,
  seriesChanged,
} from '@kaifong/shared/scheduling/series-events.ts';
import { on, type Reaction } from '../../platform/outbox.ts';
import type { Scheduling } from '../index.ts';

/** Shifts and places follow what leaders and regulars decide. */
export function seriesReactions({
  regulars,
  seriesWork,
  deps: { now },
}: Pick<Scheduling, 'regulars' | 'seriesWork' | 'deps'>): Reaction[] {
  const settle = ({ seriesId }: { seriesId: string }) => seriesWork.settle(seriesId, now());
  return [
    on(seriesChanged, settle),
    on(regularJoined, settle),
    on(regularResumed, settle),
    on(regularLeaveChanged, async ({ seriesId, volunteerId }) => {
      await regulars.keepLeave(seriesId, volunteerId, now());
      await seriesWork.settle(seriesId, now());
    }),
    on(regularPaused, ({ seriesId, volunteerId }) => regulars.giveAllBack(seriesId, volunteerId, now())),
    on(regularStopped, async ({ seriesId, volunteerId, givesBack }) => {
      if (givesBack) await regulars.giveAllBack(seriesId, volunteerId, now());
    }),
    on(volunteerSuspended, ({ volunteerId }) => regulars.pause(volunteerId, 'suspended', now())),
    on(suspensionLifted, ({ volunteerId }) => regulars.resume(volunteerId, now(), 'suspended')),
    on(volunteerWithdrew, ({ volunteerId }) => regulars.endAll(volunteerId)),
    on(mergeBegun, ({ goes, stays }) => regulars.passOn(goes, stays)),
  ];
}
