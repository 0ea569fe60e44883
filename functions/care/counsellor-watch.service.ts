import { nextTelling, overAt, runsOut } from '@kaifong/shared/care/counsellor-standing.ts';
import { highestLevel } from '@kaifong/shared/care/escalation.ts';
import { onCallPaged } from '@kaifong/shared/care/events.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { EventItem } from '../platform/outbox.ts';
import { transact } from '../platform/transact.ts';
import { CounsellorItem, type CounsellorRow, counsellorsToLookAt } from './care.table.ts';
import { unmoved } from './counsellor.service.ts';
import type { CareDeps } from './deps.ts';
import { eachDue } from './each-due.ts';
import { CounsellorProfile } from './sealed.ts';

/** Tells the supervisors when a counsellor's certificate, vetting or supervision runs out, and as long as one without a
 * certificate or supervision has cases. */
export function counsellorWatchService({ table, sealer, pageOnCall }: CareDeps) {
  /** Calling comes first: twice is better than never. */
  async function look(found: CounsellorRow, now: Instant): Promise<void> {
    const row = await table.get(CounsellorItem, found);
    if (!row?.lookAt || row.lookAt > now) return;
    const reason = reasonOf(row, now);
    const { community } = await CounsellorProfile.open(sealer, row.profileSealed, row.id);
    // The district alone: where a counsellor lives is nothing that an event tells.
    const place = community.slice(0, 6);
    const event = reason && onCallPaged.make(now, { place, level: highestLevel, reason, called: 'everyone' });
    if (event) await pageOnCall(onCallPaged.read(event), []);
    const looked = { ...row, lookAt: nextTelling(row, now), version: (row.version ?? 0) + 1 };
    await transact(table.client, {
      counsellor: table.put(CounsellorItem, looked, unmoved(row)),
      ...(event && { event: table.put(EventItem, event, { absent: true }) }),
    });
  }

  return {
    /**
     * Looks at every counsellor who is due. It may run twice, or twice at once.
     *
     * @throws AggregateError when any failed, after all were tried
     */
    onTick: (now: Instant): Promise<void> =>
      eachDue(table, [CounsellorItem, counsellorsToLookAt], now, (item) => look(item, now)),
  };
}

function reasonOf({ credentialUntil, vettedUntil, supervisedUntil, openCases }: CounsellorRow, now: Instant) {
  const isOver = (until: string | undefined) => until !== undefined && overAt(until) <= now;
  if ((isOver(credentialUntil) || supervisedUntil <= now) && openCases > 0) return 'papersOver' as const;
  const supervised = supervisedUntil > now ? dayOf(supervisedUntil) : undefined;
  const ends = [credentialUntil, vettedUntil, supervised].some((until) => !isOver(until) && runsOut(until, now));
  return ends ? ('papersEnd' as const) : undefined;
}
