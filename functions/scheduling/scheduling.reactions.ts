import { skillsClosed } from '@kaifong/shared/people/certificates/certificate-events.ts';
import {
  accountClosed,
  teamStandsElsewhere,
  volunteerSuspended,
  volunteerWithdrew,
} from '@kaifong/shared/people/events.ts';
import { mergeBegun, mergeUndoingBegun } from '@kaifong/shared/people/merging/merge-events.ts';
import { shiftCalledOff, signedUp, waitlistJoined } from '@kaifong/shared/scheduling/events.ts';
import { shiftRelocated } from '@kaifong/shared/scheduling/relocation/relocation-events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Scheduling } from './index.ts';

/**
 * Somebody who may not serve any more gives back what she was to do; a shift that is called off lets everybody go; one that is held elsewhere is
 * so in what people keep of it; two records of one
 * person become one here too; what a team has planned goes with it to its new path.
 */
export function schedulingReactions({
  release,
  callOffs,
  relocations,
  merges,
  calendarAddresses,
  preferences,
  teamMoves,
}: Pick<
  Scheduling,
  'release' | 'callOffs' | 'relocations' | 'merges' | 'calendarAddresses' | 'preferences' | 'teamMoves'
>): Reaction[] {
  return [
    on(volunteerSuspended, ({ volunteerId }) => release.releaseAll(volunteerId)),
    on(skillsClosed, ({ volunteerId, skills }) => release.releaseNeeding(volunteerId, skills)),
    on(shiftCalledOff, ({ shiftId }) => callOffs.emptyOut(shiftId)),
    on(shiftRelocated, ({ shiftId }) => relocations.rename(shiftId)),
    on(signedUp, ({ shiftId, volunteerId }) => relocations.renameFor(shiftId, volunteerId)),
    on(waitlistJoined, ({ shiftId, volunteerId }) => relocations.renameFor(shiftId, volunteerId)),
    on(volunteerWithdrew, ({ volunteerId }) => release.releaseAll(volunteerId)),
    on(accountClosed, async ({ volunteerId }, event) => {
      if (volunteerId !== undefined) await calendarAddresses.close(volunteerId, event);
    }),
    on(accountClosed, async ({ volunteerId }) => {
      if (volunteerId !== undefined) await preferences.forget(volunteerId);
    }),
    on(teamStandsElsewhere, (passage) => teamMoves.takeAlong(passage)),
    on(mergeBegun, (pair) => merges.moveThere(pair)),
    on(mergeUndoingBegun, (pair) => merges.moveBack(pair)),
  ];
}
