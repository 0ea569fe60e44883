import { suspensionLifted, volunteerSuspended, volunteerWithdrew } from '@kaifong/shared/people/events.ts';
import {
  regularJoined,
  regularLeaveChanged,
  regularPaused,
  regularResumed,
  regularStopped,
  seriesChanged,
} from '@kaifong/shared/scheduling/series/series-events.ts';
import { on, type Reaction } from '../../platform/outbox.ts';
import type { Scheduling } from '../index.ts';

/** Shifts and places follow what leaders and regulars decide. */
export function seriesReactions({
  regularUpkeep,
  seriesWork,
  deps: { now },
}: Pick<Scheduling, 'regularUpkeep' | 'seriesWork' | 'deps'>): Reaction[] {
  const settle = ({ seriesId }: { seriesId: string }) => seriesWork.settle(seriesId, now());
  return [
    on(seriesChanged, settle),
    on(regularJoined, settle),
    on(regularResumed, settle),
    on(regularLeaveChanged, async ({ seriesId, volunteerId }) => {
      await regularUpkeep.keepLeave(seriesId, volunteerId, now());
      await seriesWork.settle(seriesId, now());
    }),
    on(regularPaused, ({ seriesId, volunteerId }) => regularUpkeep.giveAllBack(seriesId, volunteerId, now())),
    on(regularStopped, async ({ seriesId, volunteerId, givesBack }) => {
      if (givesBack) await regularUpkeep.giveAllBack(seriesId, volunteerId, now());
    }),
    on(volunteerSuspended, ({ volunteerId }) => regularUpkeep.pause(volunteerId, 'suspended', now())),
    on(suspensionLifted, ({ volunteerId }) => regularUpkeep.resume(volunteerId, now(), 'suspended')),
    on(volunteerWithdrew, ({ volunteerId }) => regularUpkeep.endAll(volunteerId)),
  ];
}
