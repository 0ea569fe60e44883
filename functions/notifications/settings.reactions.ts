import { settingsDecided, settingsProposed } from '@kaifong/shared/organisation/settings/events.ts';
import { settingsGroups } from '@kaifong/shared/organisation/settings/groups.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Notifications } from './index.ts';

/** Those who may decide on a change of settings are told of it, and whoever proposed it is told what became of it. */
export function settingsNotices({ inbox, holders }: Notifications): Reaction[] {
  return [
    on(settingsProposed, async ({ group }, event) => {
      const settings = settingsGroups[group].name;
      for (const { id } of await holders('coordinator', district.scope, event.at)) {
        await inbox.tell(id, event, { kind: 'settingsProposed', settings });
      }
    }),
    on(settingsDecided, ({ group, from, approved, proposedBy }, event) => {
      const settings = settingsGroups[group].name;
      const notice = approved
        ? ({ kind: 'settingsApproved', settings, since: from } as const)
        : ({ kind: 'settingsDeclined', settings } as const);
      return inbox.tell(proposedBy, event, notice);
    }),
  ];
}
