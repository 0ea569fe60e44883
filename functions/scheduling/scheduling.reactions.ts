import { skillsClosed } from '@kaifong/shared/people/certificate-events.ts';
import { accountClosed, volunteerSuspended, volunteerWithdrew } from '@kaifong/shared/people/events.ts';
import { mergeBegun, mergeUndoingBegun } from '@kaifong/shared/people/merge-events.ts';
import { shiftCalledOff } from '@kaifong/shared/scheduling/events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Scheduling } from './index.ts';

/**
 * Somebody who may not serve any more gives back what she was to do; a shift that is called off lets everybody go; two records of one
 * person become one here too.
 */
export function schedulingReactions({
  release,
  callOffs,
  merges,
  calendarAddresses,
  preferences,
}: Pick<Scheduling, 'release' | 'callOffs' | 'merges' | 'calendarAddresses' | 'preferences'>): Reaction[] {
  return [
    on(volunteerSuspended, ({ volunteerId }) => release.releaseAll(volunteerId)),
    on(skillsClosed, ({ volunteerId, skills }) => release.releaseNeeding(volunteerId, skills)),
    on(shiftCalledOff, ({ shiftId }) => callOffs.emptyOut(shiftId)),
    on(volunteerWithdrew, ({ volunteerId }) => release.releaseAll(volunteerId)),
    on(accountClosed, async ({ volunteerId }, event) => {
      if (volunteerId !== undefined) await calendarAddresses.close(volunteerId, event);
    }),
    on(accountClosed, async ({ volunteerId }) => {
      if (volunteerId !== undefined) await preferences.forget(volunteerId);
    }),
    on(mergeBegun, (pair) => merges.moveThere(pair)),
    on(mergeUndoingBegun, (pair) => merges.moveBack(pair)),
  ];
}
