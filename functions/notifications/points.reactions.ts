import { pointsExpiring } from '@kaifong/shared/points/events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Notifications } from './index.ts';

/** What a volunteer is told about her points. */
export function pointsNotices({ inbox }: Notifications): Reaction[] {
  return [
    on(pointsExpiring, ({ volunteerId, points, on: day }, event) =>
      inbox.tellVolunteer(volunteerId, event, { kind: 'pointsExpiring', points, on: day }),
    ),
  ];
}
