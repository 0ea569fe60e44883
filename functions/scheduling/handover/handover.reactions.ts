import { accountClosed } from '@kaifong/shared/people/events.ts';
import { mergeBegun } from '@kaifong/shared/people/merging/merge-events.ts';
import { signUpCalledOff, signUpCancelled } from '@kaifong/shared/scheduling/events.ts';
import { on, type Reaction } from '../../platform/outbox.ts';
import type { Scheduling } from '../index.ts';

/** Whoever has no place any more looks for nobody to take it. To come after the reactions by which a merge moves sign-ups. */
export function handoverReactions({ handoversDue }: Pick<Scheduling, 'handoversDue'>): Reaction[] {
  return [
    on(signUpCancelled, ({ volunteerId, shiftId }) => handoversDue.endVoid(volunteerId, shiftId)),
    on(signUpCalledOff, ({ volunteerId, shiftId }) => handoversDue.endVoid(volunteerId, shiftId)),
    on(mergeBegun, ({ goes }) => handoversDue.endAllVoid(goes)),
    on(accountClosed, async ({ volunteerId }) => {
      if (volunteerId) await handoversDue.forgetWords(volunteerId);
    }),
  ];
}
