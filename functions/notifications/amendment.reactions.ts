import { amendmentMoved } from '@kaifong/shared/attendance/amendments/events.ts';
import type { AmendmentState } from '@kaifong/shared/attendance/amendments/schema.ts';
import type { Notice } from '@kaifong/shared/notifications/notice.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Notifications } from './index.ts';

type Told = Extract<Notice['kind'], `amendment${string}`>;

/** What is told of each state. Who asks or withdraws knows it herself. */
const kindOf: Readonly<Partial<Record<AmendmentState, Exclude<Told, 'amendmentOnNotice'>>>> = {
  objected: 'amendmentObjected',
  refused: 'amendmentRefused',
  booked: 'amendmentBooked',
  notBooked: 'amendmentNotBooked',
};

/** What becomes of hours that were asked for afterwards is told to whose they are, and to the leader who asked. */
export function amendmentNotices({ inbox, shiftFacts }: Notifications): Reaction[] {
  return [
    on(amendmentMoved, async ({ shiftId, volunteerId, state, noticeUntil, askedByLeader }, event) => {
      const kind = kindOf[state];
      const isOnNotice = state === 'onNotice' && noticeUntil !== undefined;
      if (kind === undefined && !isOnNotice) return;
      const shift = await shiftFacts(shiftId);
      if (!shift) throw new Error(`${event.type} is about a shift that does not exist`);
      const about = { shiftId, title: shift.title, startsAt: shift.startsAt };
      const notices: Notice[] = [];
      if (kind) notices.push({ kind, ...about });
      if (isOnNotice) notices.push({ kind: 'amendmentOnNotice', ...about, noticeUntil });
      for (const notice of notices) {
        await inbox.tellVolunteer(volunteerId, event, notice);
        if (askedByLeader) await inbox.tell(askedByLeader, event, notice);
      }
    }),
  ];
}
