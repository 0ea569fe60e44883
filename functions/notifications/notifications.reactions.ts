import { serviceRecorded } from '@kaifong/shared/attendance/events.ts';
import {
  grantEnded,
  grantGiven,
  mobileChanged,
  newDeviceSeen,
  signInChanged,
} from '@kaifong/shared/identity/events.ts';
import type { DomainEvent, EventType } from '@kaifong/shared/kernel/events.ts';
import type { Notice } from '@kaifong/shared/notifications/notice.ts';
import {
  certificateRefused,
  qualificationExpired,
  qualificationExpiring,
  qualificationGained,
} from '@kaifong/shared/people/certificates/certificate-events.ts';
import {
  accountClosed,
  correctionAnswered,
  suspensionLifted,
  volunteerApproved,
  volunteerDeclined,
  volunteerSuspended,
} from '@kaifong/shared/people/events.ts';
import { mergeUndone, recordsMerged } from '@kaifong/shared/people/merging/merge-events.ts';
import {
  cancelledLate,
  offerLapsed,
  placeReleased,
  placeWithdrawn,
  seatOffered,
  shiftMessageSent,
  signedUp,
  signUpCalledOff,
  signUpCancelled,
  waitlistClosed,
} from '@kaifong/shared/scheduling/events.ts';
import { shiftRelocated } from '@kaifong/shared/scheduling/relocation/relocation-events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { ShiftFacts } from '../scheduling/index.ts';
import type { Notifications } from './index.ts';
import { seriesNotices } from './series-notices.ts';

/** What people are told when something happened elsewhere. */
export function notificationsReactions(notifications: Notifications): Reaction[] {
  const { inbox, shiftFacts, signUpOf, signUpsOf, messageOf, findVolunteer, leaderOf, skillName } = notifications;

  /** Tells a volunteer of something about a shift, in the words that the shift has now. */
  function aboutShift<Data extends { shiftId: string; volunteerId: string }>(
    type: EventType<Data>,
    noticeOf: (
      shift: Pick<ShiftFacts, 'title' | 'startsAt'> & { shiftId: string },
      data: Data,
      facts: ShiftFacts,
    ) => Notice | undefined,
  ): Reaction {
    return on(type, async (data: Data, event: DomainEvent) => {
      const shift = await shiftFacts(data.shiftId);
      if (!shift) throw new Error(`${event.type} is about a shift that does not exist`);
      const { id: shiftId, title, startsAt } = shift;
      const notice = noticeOf({ shiftId, title, startsAt }, data, shift);
      if (notice) await inbox.tellVolunteer(data.volunteerId, event, notice);
    });
  }

  /** Tells everybody who has a place in a shift. */
  async function tellAllIn(shiftId: string, event: DomainEvent, notice: Notice): Promise<void> {
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await signUpsOf(shiftId, { limit: 50, cursor });
      cursor = page.cursor;
      for (const { volunteerId } of page.items) await inbox.tellVolunteer(volunteerId, event, notice);
    }
  }

  async function mustFind(volunteerId: string) {
    const volunteer = await findVolunteer(volunteerId);
    if (!volunteer) throw new Error(`${volunteerId} was told of and is not there`);
    return volunteer;
  }

  return [
    ...seriesNotices(notifications),
    on(volunteerApproved, ({ accountId }, event) => inbox.tell(accountId, event, { kind: 'volunteerApproved' })),
    on(volunteerDeclined, ({ accountId }, event) => inbox.tell(accountId, event, { kind: 'volunteerDeclined' })),
    on(volunteerSuspended, ({ accountId }, event) => inbox.tell(accountId, event, { kind: 'volunteerSuspended' })),
    on(correctionAnswered, ({ accountId }, event) => inbox.tell(accountId, event, { kind: 'correctionAnswered' })),
    on(accountClosed, ({ accountId }) => inbox.forget(accountId)),
    on(suspensionLifted, ({ accountId }, event) => inbox.tell(accountId, event, { kind: 'suspensionLifted' })),
    on(grantGiven, ({ accountId, role, isDeputy, from, until }, event) =>
      inbox.tell(
        accountId,
        event,
        isDeputy && until ? { kind: 'deputyNamed', role, from: from ?? event.at, until } : { kind: 'grantGiven', role },
      ),
    ),
    on(newDeviceSeen, ({ accountId, ...device }, event) =>
      inbox.tell(accountId, event, { kind: 'newDevice', ...device, at: event.at }),
    ),
    on(mobileChanged, ({ accountId, by, before, after }, event) =>
      inbox.tell(accountId, event, { kind: 'mobileChanged', changedBy: by, before, after }),
    ),
    on(recordsMerged, async ({ stays, goes }, event) => {
      const { number } = await mustFind(goes);
      await inbox.tellVolunteer(stays, event, { kind: 'recordsMerged', number });
    }),
    on(mergeUndone, async ({ stays, goes }, event) => {
      const { number } = await mustFind(goes);
      for (const volunteerId of [stays, goes]) {
        await inbox.tellVolunteer(volunteerId, event, { kind: 'mergeUndone', number });
      }
    }),
    on(signInChanged, ({ accountId, change }, event) =>
      inbox.tell(accountId, event, { kind: 'signInChanged', change, at: event.at }),
    ),
    on(grantEnded, ({ accountId, role }, event) => inbox.tell(accountId, event, { kind: 'grantEnded', role })),
    on(qualificationGained, ({ accountId, name }, event) =>
      inbox.tell(accountId, event, { kind: 'qualificationGained', qualification: name }),
    ),
    on(certificateRefused, ({ accountId, name }, event) =>
      inbox.tell(accountId, event, { kind: 'certificateRefused', qualification: name }),
    ),
    on(qualificationExpiring, async ({ accountId, name, expiresOn, daysLeft }, event) => {
      if (expiresOn === undefined) return;
      await inbox.tell(accountId, event, { kind: 'qualificationExpiring', qualification: name, expiresOn, daysLeft });
    }),
    on(qualificationExpired, ({ accountId, name }, event) =>
      inbox.tell(accountId, event, { kind: 'qualificationExpired', qualification: name }),
    ),
    on(placeReleased, async ({ shiftId, volunteerId, skill }, event) => {
      const [shift, volunteer] = await Promise.all([shiftFacts(shiftId), findVolunteer(volunteerId)]);
      if (!shift || !volunteer) throw new Error(`${event.type} is about what does not exist`);
      const leader = await leaderOf(shift.teamScope);
      if (leader === undefined) return;
      const { title, startsAt } = shift;
      const notice = { shiftId, title, startsAt, name: volunteer.name, skill: await skillName(skill, event.at) };
      await inbox.tellVolunteer(leader, event, { kind: 'memberReleased', ...notice });
    }),
    on(cancelledLate, async ({ shiftId, volunteerId }, event) => {
      const [shift, volunteer, signUp] = await Promise.all([
        shiftFacts(shiftId),
        findVolunteer(volunteerId),
        signUpOf(shiftId, volunteerId),
      ]);
      if (!shift || !volunteer) throw new Error(`${event.type} is about what does not exist`);
      const leader = await leaderOf(shift.teamScope);
      // Somebody who came back since, or leads the team herself, need not be told of.
      if (leader === undefined || leader === volunteerId || signUp?.reason === undefined) return;
      const { title, startsAt } = shift;
      const notice = { shiftId, title, startsAt, name: volunteer.name, reason: signUp.reason };
      await inbox.tellVolunteer(leader, event, { kind: 'cancelledLate', ...notice });
    }),
    on(placeWithdrawn, async ({ shiftId, volunteerId }, event) => {
      const [shift, signUp] = await Promise.all([shiftFacts(shiftId), signUpOf(shiftId, volunteerId)]);
      if (!shift) throw new Error(`${event.type} is about a shift that does not exist`);
      if (signUp?.reason === undefined) return;
      const { title, startsAt } = shift;
      await inbox.tellVolunteer(volunteerId, event, {
        ...{ kind: 'placeWithdrawn', shiftId, title, startsAt },
        reason: signUp.reason,
      });
    }),
    aboutShift(signedUp, (shift, _data, { place }) => ({ kind: 'signedUp', ...shift, place: place.name })),
    aboutShift(signUpCancelled, (shift, { handoverId }) =>
      // Who handed a place over is told by whom it was taken.
      handoverId ? undefined : { kind: 'signUpCancelled', ...shift },
    ),
    aboutShift(signUpCalledOff, (shift, _data, { calledOff }) => ({
      kind: 'shiftCalledOff',
      ...shift,
      reason: calledOff?.words ?? calledOff?.reason ?? '',
    })),
    on(shiftMessageSent, async ({ shiftId }, event) => {
      const [shift, text] = await Promise.all([shiftFacts(shiftId), messageOf(shiftId, event.id)]);
      if (!shift || text === undefined) return;
      const { title, startsAt } = shift;
      await tellAllIn(shiftId, event, { kind: 'shiftMessage', shiftId, title, startsAt, text });
    }),
    on(shiftRelocated, async ({ shiftId, ...where }, event) => {
      const shift = await shiftFacts(shiftId);
      if (!shift) throw new Error(`${event.type} is about a shift that does not exist`);
      const { title, startsAt } = shift;
      await tellAllIn(shiftId, event, { kind: 'shiftRelocated', shiftId, title, startsAt, ...where });
    }),
    aboutShift(seatOffered, (shift, { until }) => ({ kind: 'seatOffered', ...shift, until })),
    aboutShift(offerLapsed, (shift) => ({ kind: 'offerLapsed', ...shift })),
    aboutShift(waitlistClosed, (shift) => ({ kind: 'waitlistClosed', ...shift })),
    on(serviceRecorded, ({ volunteerId, kind, minutes, day }, event) =>
      inbox.tellVolunteer(volunteerId, event, {
        kind: kind === 'service' ? 'serviceConfirmed' : 'serviceReversed',
        minutes: Math.abs(minutes),
        day,
      }),
    ),
  ];
}
