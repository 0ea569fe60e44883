import { skillsClosed } from '@kaifong/shared/people/certificate-events.ts';
import { volunteerSuspended, volunteerWithdrew } from '@kaifong/shared/people/events.ts';
import { shiftCalledOff } from '@kaifong/shared/scheduling/events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Scheduling } from './index.ts';

/** Somebody who may not serve any more gives back what she was to do; a shift that is called off lets everybody go. */
export function schedulingReactions({ release, callOffs }: Pick<Scheduling, 'release' | 'callOffs'>): Reaction[] {
  return [
    on(volunteerSuspended, ({ volunteerId }) => release.releaseAll(volunteerId)),
    on(skillsClosed, ({ volunteerId, skills }) => release.releaseNeeding(volunteerId, skills)),
    on(shiftCalledOff, ({ shiftId }) => callOffs.emptyOut(shiftId)),
    on(volunteerWithdrew, ({ volunteerId }) => release.releaseAll(volunteerId)),
  ];
}
