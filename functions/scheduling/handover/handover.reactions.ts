import { signUpCalledOff, signUpCancelled } from '@kaifong/shared/scheduling/events.ts';
import { on, type Reaction } from '../../platform/outbox.ts';
import type { Scheduling } from '../index.ts';

/** Whoever has no place any more looks for nobody to take it. */
export function handoverReactions({ handoversDue }: Pick<Scheduling, 'handoversDue'>): Reaction[] {
  return [
    on(signUpCancelled, ({ volunteerId, shiftId }) => handoversDue.endVoid(volunteerId, shiftId)),
    on(signUpCalledOff, ({ volunteerId, shiftId }) => handoversDue.endVoid(volunteerId, shiftId)),
  ];
}
