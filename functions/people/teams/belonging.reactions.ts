import { communityGoesOver, communitySplits, placeGoesOver } from '@kaifong/shared/organisation/events.ts';
import { volunteerWithdrew } from '@kaifong/shared/people/events.ts';
import { on, type Reaction } from '../../platform/outbox.ts';
import type { People } from '../index.ts';

/** Who withdrew leaves the teams; whose community or team goes elsewhere goes with it on its day. */
export function belongingReactions({
  leaving,
  rehoming,
  handovers,
}: Pick<People, 'leaving' | 'rehoming' | 'handovers'>): Reaction[] {
  return [
    on(volunteerWithdrew, ({ volunteerId }) => leaving.leaveAll(volunteerId)),
    on(communityGoesOver, (change) => rehoming.plan(change)),
    on(placeGoesOver, (change) => handovers.plan(change)),
    on(communitySplits, (change) => handovers.planSplit(change)),
  ];
}
