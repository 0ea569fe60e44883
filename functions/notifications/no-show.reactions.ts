import {
  noShowDecided,
  noShowMarked,
  noShowTakenBack,
  regularsPaused,
  regularsResumed,
} from '@kaifong/shared/attendance/no-show-events.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import { on, type Reaction } from '../platform/outbox.ts';
import type { Notifications } from './index.ts';

/** What somebody is told who was missed, in words that do not shame. */
export function noShowNotices({ inbox, shiftFacts }: Notifications): Reaction[] {
  async function tell(
    { shiftId, volunteerId }: Readonly<{ shiftId: string; volunteerId: string }>,
    event: DomainEvent,
    kind: 'noShowMarked' | 'noShowTakenBack' | 'noShowUpheld' | 'noShowLifted',
  ): Promise<void> {
    const shift = await shiftFacts(shiftId);
    if (!shift) throw new Error(`${event.type} is about a shift that does not exist`);
    const { title, startsAt } = shift;
    await inbox.tellVolunteer(volunteerId, event, { kind, shiftId, title, startsAt });
  }

  return [
    on(noShowMarked, (mark, event) => tell(mark, event, 'noShowMarked')),
    on(noShowTakenBack, (mark, event) => tell(mark, event, 'noShowTakenBack')),
    on(noShowDecided, ({ outcome, ...mark }, event) =>
      tell(mark, event, outcome === 'upheld' ? 'noShowUpheld' : 'noShowLifted'),
    ),
    on(regularsPaused, ({ volunteerId, until }, event) =>
      inbox.tellVolunteer(volunteerId, event, { kind: 'regularsPaused', until }),
    ),
    on(regularsResumed, ({ volunteerId }, event) =>
      inbox.tellVolunteer(volunteerId, event, { kind: 'regularsResumed' }),
    ),
  ];
}
