import { onCallPaged } from '@kaifong/shared/care/events.ts';
import { followUpAlarmAt, followUpAlarmLevel } from '@kaifong/shared/care/on-call/follow-up-alarm.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { CaseItem } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { eachDue } from '../each-due.ts';
import { type FollowUp, FollowUpItem, openFollowUps } from './crisis.table.ts';
import type { OnCallService } from './on-call.service.ts';

/** Calls the social worker, then the supervisors, when nobody got in touch after a crisis by the time that was promised. */
export function lateFollowUpService({ table, pageOnCall }: CareDeps, onCall: Pick<OnCallService, 'phonesOf'>) {
  /** Calling comes first: twice is better than never. */
  async function remind(found: FollowUp, now: Instant): Promise<void> {
    // By the table itself: the index may be a moment behind, and the follow-up made.
    const followUp = await table.get(FollowUpItem, found);
    if (!followUp?.open || followUpAlarmAt(followUp) > now) return;
    const { caseId, socialWorker, version, alarms = 0 } = followUp;
    const supportCase = await table.get(CaseItem, { id: caseId });
    if (!supportCase) throw new Error('a follow-up without its case');
    const level = followUpAlarmLevel(alarms);
    const phones = await onCall.phonesOf([socialWorker]);
    const called = level === 0 && phones.length > 0 ? 'first' : 'everyone';
    const event = onCallPaged.make(now, { place: supportCase.place, level, reason: 'followUpLate', called });
    await pageOnCall(onCallPaged.read(event), phones);
    const reminded = { ...followUp, alarms: alarms + 1, version: version + 1 };
    await transact(table.client, {
      followUp: table.put(FollowUpItem, reminded, { is: { version } }),
      event: table.put(EventItem, event, { absent: true }),
    });
  }

  return {
    /**
     * Looks at every follow-up that is late. It may run twice, or twice at once.
     *
     * @throws AggregateError when any failed, after all were tried
     */
    onTick: (now: Instant): Promise<void> =>
      eachDue(table, [FollowUpItem, openFollowUps], now, (item) => remind(item, now)),
  };
}
