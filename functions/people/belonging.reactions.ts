import { communityGoesOver } from '@kaifong/shared/organisation/events.ts';
import { volunteerWithdrew } from '@kaifong/shared/people/events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { People } from './index.ts';

/** Who withdrew leaves the teams; whose community goes over into another one lives there from that day on. */
export function belongingReactions({ leaving, rehoming }: Pick<People, 'leaving' | 'rehoming'>): Reaction[] {
  return [
    on(volunteerWithdrew, ({ volunteerId }) => leaving.leaveAll(volunteerId)),
    on(communityGoesOver, (change) => rehoming.plan(change)),
  ];
}
