import { certificateIssued, certificateSealDecided } from '@kaifong/shared/attendance/service-certificates/events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Notifications } from './index.ts';

/** What a volunteer is told for whom a certificate was issued, or whose certificate was to be sealed. */
export function certificateNotices({ inbox }: Pick<Notifications, 'inbox'>): Reaction[] {
  return [
    on(certificateSealDecided, ({ volunteerId, number, state }, event) => {
      const kind = state === 'sealed' ? 'certificateSealed' : 'certificateNotSealed';
      return inbox.tellVolunteer(volunteerId, event, { kind, number });
    }),
    on(certificateIssued, ({ volunteerId, number, from, until }, event) =>
      inbox.tellVolunteer(volunteerId, event, { kind: 'certificateIssued', number, first: from, last: until }),
    ),
  ];
}
