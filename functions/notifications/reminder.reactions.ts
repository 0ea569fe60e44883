import { shiftPublished, signedUp } from '@kaifong/shared/scheduling/events.ts';
import { placeMoved } from '@kaifong/shared/scheduling/series/series-events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Notifications } from './index.ts';

/** What is to be looked at later. Whoever gives a place back is not reminded: that is asked when the time has come. */
export function reminderReactions({ reminders }: Pick<Notifications, 'reminders'>): Reaction[] {
  return [
    on(signedUp, ({ shiftId, volunteerId }, { at }) => reminders.arm(shiftId, volunteerId, at)),
    on(placeMoved, ({ shiftId, volunteerId }, { at }) => reminders.arm(shiftId, volunteerId, at)),
    on(shiftPublished, ({ shiftId }) => reminders.watchStaffing(shiftId)),
  ];
}
