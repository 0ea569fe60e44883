import { skillsClosed } from '@kaifong/shared/people/certificate-events.ts';
import { volunteerSuspended, volunteerWithdrew } from '@kaifong/shared/people/events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Scheduling } from './index.ts';

/** Somebody who may not serve any more gives back what she was to do. */
export function schedulingReactions({ release }: Pick<Scheduling, 'release'>): Reaction[] {
  return [
    on(volunteerSuspended, ({ volunteerId }) => release.releaseAll(volunteerId)),
    on(skillsClosed, ({ volunteerId, skills }) => release.releaseNeeding(volunteerId, skills)),
    on(volunteerWithdrew, ({ volunteerId }) => release.releaseAll(volunteerId)),
  ];
}
