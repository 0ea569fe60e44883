import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Notice } from '@kaifong/shared/notifications/notice.ts';
import {
  handoverDeclined,
  handoverLapsed,
  handoverOpened,
  handoverTaken,
  handoverWithdrawn,
} from '@kaifong/shared/scheduling/handover/handover-events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Notifications } from './index.ts';

/** Members who are told at a time, and at most: a team has some dozens. */
const page = { limit: 50 };
const mostPages = 6;

/** What people are told of places that are handed over: those who are asked, the giver, and the leader of the team. */
export function handoverNotices({ inbox, shiftFacts, findVolunteer, leaderOf, memberIds }: Notifications): Reaction[] {
  async function about(event: DomainEvent, shiftId: string) {
    const shift = await shiftFacts(shiftId);
    if (!shift) throw new Error(`${event.type} is about a shift that does not exist`);
    const { title, startsAt, teamScope } = shift;
    return { teamScope, ofShift: { shiftId, title, startsAt } };
  }

  async function nameOf(event: DomainEvent, volunteerId: string): Promise<string> {
    const volunteer = await findVolunteer(volunteerId);
    if (!volunteer) throw new Error(`${event.type} is about a volunteer who does not exist`);
    return volunteer.name;
  }

  async function tellTeam(
    team: string,
    except: readonly (string | undefined)[],
    event: DomainEvent,
    notice: Notice,
  ): Promise<void> {
    let cursor: string | undefined;
    for (let pages = 0; pages < mostPages; pages += 1) {
      const members = await memberIds(team, { ...page, cursor });
      for (const id of members.items) if (!except.includes(id)) await inbox.tellVolunteer(id, event, notice);
      cursor = members.cursor;
      if (!cursor) return;
    }
  }

  return [
    on(handoverOpened, async ({ shiftId, handoverId, volunteerId, to, asked, inReturnFor, byLeader }, event) => {
      const [{ ofShift, teamScope }, name] = await Promise.all([about(event, shiftId), nameOf(event, volunteerId)]);
      const facts = { ...ofShift, handoverId, name };
      const leader = await leaderOf(teamScope);
      // An event tells a person one thing: the leader, who is a member too, is told as the leader.
      if (leader !== undefined && leader !== volunteerId && leader !== asked && !byLeader)
        await inbox.tellVolunteer(leader, event, { kind: 'memberHandsOver', ...facts });
      if (byLeader) await inbox.tellVolunteer(volunteerId, event, { kind: 'handoverByLeader', ...facts });
      if (asked) {
        await inbox.tellVolunteer(asked, event, { kind: inReturnFor ? 'swapOffered' : 'handoverOffered', ...facts });
      }
      if (to === 'team') await tellTeam(teamScope, [volunteerId, leader], event, { kind: 'handoverOffered', ...facts });
    }),

    on(handoverTaken, async ({ shiftId, handoverId, volunteerId, taker }, event) => {
      const [{ ofShift, teamScope }, name, takerName] = await Promise.all([
        about(event, shiftId),
        nameOf(event, volunteerId),
        nameOf(event, taker),
      ]);
      const facts = { ...ofShift, handoverId };
      await inbox.tellVolunteer(volunteerId, event, { kind: 'handoverTaken', ...facts, name: takerName });
      const leader = await leaderOf(teamScope);
      if (leader !== undefined && leader !== volunteerId && leader !== taker)
        await inbox.tellVolunteer(leader, event, { kind: 'memberHandedOver', ...facts, name, taker: takerName });
    }),

    on(handoverDeclined, async ({ shiftId, handoverId, volunteerId, asked }, event) => {
      if (!asked) return;
      const [{ ofShift }, name] = await Promise.all([about(event, shiftId), nameOf(event, asked)]);
      await inbox.tellVolunteer(volunteerId, event, { kind: 'handoverDeclined', ...ofShift, handoverId, name });
    }),

    on(handoverLapsed, async ({ shiftId, volunteerId }, event) => {
      const { ofShift } = await about(event, shiftId);
      await inbox.tellVolunteer(volunteerId, event, { kind: 'handoverLapsed', ...ofShift });
    }),

    on(handoverWithdrawn, async ({ shiftId, asked }, event) => {
      if (!asked) return;
      const { ofShift } = await about(event, shiftId);
      await inbox.tellVolunteer(asked, event, { kind: 'handoverWithdrawn', ...ofShift });
    }),
  ];
}
