import { onCallPaged } from '@kaifong/shared/care/events.ts';
import { highestLevel } from '@kaifong/shared/care/on-call/escalation.ts';
import { day, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { CaseItem } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { eachDue } from '../each-due.ts';
import type { OnCallService } from '../on-call/on-call.service.ts';
import { OpeningItem, openingsToTell } from './opening.table.ts';

/** Tells the social worker of a case and the supervisors that it was opened in an emergency, at once, and each day until somebody reviewed it. */
export type OpeningWatchService = ReturnType<typeof openingWatchService>;

type Ref = Readonly<{ caseId: string; openedAt: Instant }>;

export function openingWatchService({ table, pageOnCall, log }: CareDeps, onCall: Pick<OnCallService, 'phonesOf'>) {
  /** Calling comes first: twice is better than never. */
  async function tellIfDue(ref: Ref, now: Instant): Promise<void> {
    const opening = await table.get(OpeningItem, ref);
    if (!opening?.dueAt || opening.dueAt > now) return;
    const { caseId, place, version, isTold } = opening;
    const supportCase = await table.get(CaseItem, { id: caseId });
    const phones = await onCall.phonesOf([supportCase?.socialWorker]);
    const reason = isTold ? 'openingUnreviewed' : 'caseOpened';
    const event = onCallPaged.make(now, { place, level: highestLevel, reason, called: 'everyone' });
    await pageOnCall(onCallPaged.read(event), phones);
    const told = { ...opening, isTold: true, dueAt: shiftBy(now, day), version: version + 1 };
    await transact(table.client, {
      opening: table.put(OpeningItem, told, { is: { version } }),
      event: table.put(EventItem, event, { absent: true }),
    });
  }

  return {
    /** Tells of one now. When that fails it stays due, and the clock tries again every minute. */
    async tellAtOnce(ref: Ref, now: Instant): Promise<void> {
      try {
        await tellIfDue(ref, now);
      } catch (error) {
        log.error('opening.tellingFailed', error);
      }
    },

    /**
     * Tells of every opening that is due. It may run twice, or twice at once.
     *
     * @throws AggregateError when any failed, after all were tried
     */
    onTick: (now: Instant): Promise<void> =>
      eachDue(table, [OpeningItem, openingsToTell], now, (item) => tellIfDue(item, now)),
  };
}
