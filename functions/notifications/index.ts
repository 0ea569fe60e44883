import type { NotificationsDeps } from './deps.ts';
import { inboxService } from './inbox.service.ts';

export { handoverNotices } from './handover.reactions.ts';
export { noShowNotices } from './no-show.reactions.ts';
export { notificationsReactions } from './notifications.reactions.ts';
export { notificationsRoutes } from './notifications.routes.ts';

/** What people are told. No context calls it: it lives on events. */
export type Notifications = ReturnType<typeof createNotifications>;

export function createNotifications(deps: NotificationsDeps) {
  const { people, scheduling } = deps;
  return {
    inbox: inboxService(deps),
    shiftFacts: scheduling.shiftFacts,
    seriesFacts: scheduling.seriesWork.facts,
    signUpsOf: scheduling.signUpsOf,
    messageOf: scheduling.messageOf,
    findVolunteer: people.findVolunteer,
    leaderOf: people.rosters.leaderOf,
    skillName: people.skills.nameOf,
    memberIds: people.rosters.memberIds,
  };
}
