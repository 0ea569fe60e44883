import { fileEntryMoved } from '@kaifong/shared/attendance/file-entries/events.ts';
import type { EntryKind } from '@kaifong/shared/attendance/file-entries/schema.ts';
import type { Notice } from '@kaifong/shared/notifications/notice.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Notifications } from './index.ts';

const recorded: Readonly<Record<EntryKind, (title: string) => Notice>> = {
  award: (title) => ({ kind: 'fileAward', title }),
  evaluation: (title) => ({ kind: 'fileEvaluation', title }),
  complaint: () => ({ kind: 'fileComplaint' }),
};

/** What is written in a service file, or taken back, is told to whose file it is. */
export function fileEntryNotices({ inbox }: Notifications): Reaction[] {
  return [
    on(fileEntryMoved, ({ volunteerId, kind, title, state }, event) =>
      inbox.tellVolunteer(volunteerId, event, state === 'recorded' ? recorded[kind](title) : { kind: 'fileWithdrawn' }),
    ),
  ];
}
