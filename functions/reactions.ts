import { attendanceReactions, noShowReactions } from './attendance/index.ts';
import type { Contexts } from './contexts.ts';
import {
  amendmentNotices,
  certificateNotices,
  fileEntryNotices,
  handoverNotices,
  noShowNotices,
  notificationsReactions,
  pointsNotices,
  reminderReactions,
  settingsNotices,
} from './notifications/index.ts';
import { organisationReactions } from './organisation/index.ts';
import { belongingReactions, certificateReactions, importReactions, mergeReactions } from './people/index.ts';
import type { Reaction } from './platform/outbox.ts';
import { pointsReactions } from './points/index.ts';
import { handoverReactions, rosterReactions, schedulingReactions, seriesReactions } from './scheduling/index.ts';

/** What each context does when something happened elsewhere. */
export function createReactions(contexts: Contexts): Reaction[] {
  return [
    ...organisationReactions(contexts.organisation),
    ...schedulingReactions(contexts.scheduling),
    ...handoverReactions(contexts.scheduling),
    ...seriesReactions(contexts.scheduling),
    ...pointsReactions(contexts.points),
    ...notificationsReactions(contexts.notifications),
    ...handoverNotices(contexts.notifications),
    ...noShowNotices(contexts.notifications),
    ...certificateNotices(contexts.notifications),
    ...amendmentNotices(contexts.notifications),
    ...fileEntryNotices(contexts.notifications),
    ...pointsNotices(contexts.notifications),
    ...reminderReactions(contexts.notifications),
    ...settingsNotices(contexts.notifications),
    ...importReactions(contexts.people),
    ...certificateReactions(contexts.certificates),
    ...mergeReactions(contexts.people),
    ...belongingReactions(contexts.people),
    ...attendanceReactions(contexts.attendance),
    ...noShowReactions(contexts.attendance),
  ];
}

/** What takes longer, and in the cloud has a function of its own. */
export function createRosterReactions({ scheduling }: Contexts): Reaction[] {
  return rosterReactions(scheduling.deps);
}
