import { onCallPaged } from '@kaifong/shared/care/events.ts';
import { followUpAlarmAt, followUpAlarmLevel } from '@kaifong/shared/care/on-call/follow-up-alarm.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { CaseItem } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { eachDue } from '../each-due.ts';
import type { OnCallService } from '../on-call/on-call.service.ts';
import { SupervisionItem } from '../supervision/supervision.table.ts';
import { openPromises, PromiseItem, type PromiseRow } from './promise.table.ts';
import { ReferralItem } from './referral.table.ts';
import { SessionItem } from './session.table.ts';

/** Calls the social worker, then the supervisors, when nobody has told whether somebody arrived, or how a session went. */
export function promiseWatchService({ table, pageOnCall }: CareDeps, onCall: Pick<OnCallService, 'phonesOf'>) {
  /** By when it is still to be told, and why somebody is called; nothing when it was. */
  async function stillDue({ caseId, of, dueAt }: PromiseRow) {
    const [referral, session] = await table.getPair(
      [ReferralItem, { caseId, id: of }],
      [SessionItem, { caseId, id: of }],
    );
    if (referral?.open) return { dueAt: referral.dueAt, reason: 'referralLate' as const };
    return session?.state === 'planned' ? { dueAt, reason: 'sessionUntold' as const } : undefined;
  }

  /** Calling comes first: twice is better than never. */
  async function look(found: PromiseRow, now: Instant): Promise<void> {
    // By the table itself: the index may be a moment behind.
    const promise = await table.get(PromiseItem, found);
    if (!promise?.open || followUpAlarmAt(promise) > now) return;
    const due = await stillDue(promise);
    const { version } = promise;
    if (!due || due.dueAt > promise.dueAt) {
      const kept = { ...promise, ...(due ? { dueAt: due.dueAt, alarms: 0 } : { open: false }), version: version + 1 };
      await transact(table.client, { promise: table.put(PromiseItem, kept, { is: { version } }) });
      return;
    }
    const event = await call(promise, due.reason, now);
    const reminded = { ...promise, alarms: promise.alarms + 1, version: version + 1 };
    await transact(table.client, {
      promise: table.put(PromiseItem, reminded, { is: { version } }),
      event: table.put(EventItem, event, { absent: true }),
    });
  }

  /** At first whoever has the case in hand, then also who supervises its counsellor, and everybody of the level. */
  async function call({ caseId, alarms }: PromiseRow, reason: 'referralLate' | 'sessionUntold', now: Instant) {
    const supportCase = await table.get(CaseItem, { id: caseId });
    if (!supportCase) throw new Error('a promise without its case');
    const { place, socialWorker, counsellorId } = supportCase;
    const supervision = alarms > 0 && counsellorId ? await table.get(SupervisionItem, { counsellorId }) : undefined;
    const phones = await onCall.phonesOf([socialWorker, supervision?.supervisor]);
    const level = followUpAlarmLevel(alarms);
    const called = level === 0 && phones.length > 0 ? 'first' : 'everyone';
    const event = onCallPaged.make(now, { place, level, reason, called });
    await pageOnCall(onCallPaged.read(event), phones);
    return event;
  }

  return {
    /**
     * Looks at every promise that is due. It may run twice, or twice at once.
     *
     * @throws AggregateError when any failed, after all were tried
     */
    onTick: (now: Instant): Promise<void> =>
      eachDue(table, [PromiseItem, openPromises], now, (item) => look(item, now)),
  };
}
