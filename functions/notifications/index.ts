import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { deferred } from '../platform/deferred.ts';
import type { NotificationsDeps } from './deps.ts';

export { amendmentNotices } from './amendment.reactions.ts';
export { certificateNotices } from './certificate.reactions.ts';
export { fileEntryNotices } from './file-entry.reactions.ts';
export { handoverNotices } from './handover.reactions.ts';
export type { Message, Messenger } from './messenger.ts';
export { noShowNotices } from './no-show.reactions.ts';
export { notificationsReactions } from './notifications.reactions.ts';
export { notificationsRoutes } from './notifications.routes.ts';
export { pointsNotices } from './points.reactions.ts';
export { reminderReactions } from './reminder.reactions.ts';
export { settingsNotices } from './settings.reactions.ts';

/** What people are told. No context calls it: it lives on events. */
export type Notifications = ReturnType<typeof createNotifications>;

export function createNotifications(deps: NotificationsDeps) {
  const { identity, people, scheduling } = deps;
  const choices = deferred(async () => (await import('./choice.service.ts')).choiceService(deps));
  const outgoing = deferred(async () => (await import('./outgoing.service.ts')).outgoingService(deps, choices));
  const inbox = deferred(async () => (await import('./inbox.service.ts')).inboxService(deps, outgoing));
  const copies = deferred(async () => (await import('./copy.service.ts')).copyService(deps, { inbox, outgoing }));
  const reminders = deferred(async () => (await import('./reminder.service.ts')).reminderService(deps, inbox));
  const sending = deferred(async () => (await import('./sending.service.ts')).sendingService(deps, choices));
  return {
    inbox,
    /** How people want to be told. */
    choices,
    outgoing,
    /** What went to records that are a person's own, or became hers. */
    copies,
    reminders,
    /** What the clock must do: people are reminded, and messages go. */
    async onTick(now: Instant) {
      const ended = await Promise.allSettled([
        reminders.remindDue(now),
        reminders.lookDue(now),
        reminders.sumUpDue(now),
      ]);
      await sending.sendDue(now);
      for (const end of ended) if (end.status === 'rejected') throw end.reason;
    },
    shiftFacts: scheduling.shiftFacts,
    seriesFacts: scheduling.seriesWork.facts,
    signUpsOf: scheduling.signUpsOf,
    messageOf: scheduling.messageOf,
    signUpOf: scheduling.signUpOf,
    findVolunteer: people.findVolunteer,
    leaderOf: people.rosters.leaderOf,
    /** Who holds a role at a place. */
    holders: identity.grants.holders,
    skillName: people.skills.nameOf,
    memberIds: people.rosters.memberIds,
  };
}
