import {
  milestoneReached,
  pointsAdjusted,
  pointsExpiring,
  pointsGiven,
  pointsGivenToFund,
} from '@kaifong/shared/points/events.ts';
import { takenBackWords } from '@kaifong/shared/points/help/help.ts';
import { helpEnded, helpPlanned, helpTakenBack } from '@kaifong/shared/points/help/help-events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Notifications } from './index.ts';

const endings = { declined: 'helpDeclined', lapsed: 'helpLapsed', calledOff: 'helpCalledOff' } as const;

/** What a volunteer is told about her points. */
export function pointsNotices({ inbox, shiftFacts, leaderOf }: Notifications): Reaction[] {
  return [
    on(pointsExpiring, ({ volunteerId, points, on: day }, event) =>
      inbox.tellVolunteer(volunteerId, event, { kind: 'pointsExpiring', points, on: day }),
    ),
    on(pointsAdjusted, ({ volunteerId, points, balance, why }, event) =>
      inbox.tellVolunteer(volunteerId, event, {
        kind: points > 0 ? 'pointsAdded' : 'pointsTaken',
        points: Math.abs(points),
        ...{ balance, why },
      }),
    ),
    on(pointsGiven, ({ giver, points, receiverName }, event) =>
      inbox.tellVolunteer(giver, event, { kind: 'pointsGivenAway', points, name: receiverName }),
    ),
    on(pointsGiven, ({ receiver, points, giverName }, event) =>
      inbox.tellVolunteer(receiver, event, { kind: 'pointsReceived', points, name: giverName }),
    ),
    on(pointsGivenToFund, ({ giver, points }, event) =>
      inbox.tellVolunteer(giver, event, { kind: 'pointsGivenToFund', points }),
    ),
    on(helpPlanned, ({ volunteerId, startsAt }, event) =>
      inbox.tellVolunteer(volunteerId, event, { kind: 'helpPlanned', startsAt }),
    ),
    on(helpTakenBack, async ({ shiftId }, event) => {
      const shift = await shiftFacts(shiftId);
      if (!shift) throw new Error(`${event.type} is about a shift that does not exist`);
      const leader = await leaderOf(shift.teamScope);
      if (leader === undefined) return;
      const { title, startsAt } = shift;
      await inbox.tellVolunteer(leader, event, {
        ...{ kind: 'shiftCalledOff', shiftId, title, startsAt },
        reason: takenBackWords,
      });
    }),
    on(helpEnded, ({ volunteerId, startsAt, state, paid, back }, event) =>
      inbox.tellVolunteer(
        volunteerId,
        event,
        state === 'settled' ? { kind: 'helpSettled', startsAt, paid, back } : { kind: endings[state], startsAt, back },
      ),
    ),
    on(milestoneReached, ({ volunteerId, of, count }, event) =>
      inbox.tellVolunteer(
        volunteerId,
        event,
        of === 'first'
          ? { kind: 'milestoneFirst' }
          : { kind: of === 'hours' ? 'milestoneHours' : 'milestoneYears', count },
      ),
    ),
  ];
}
