import {
  nextTelling,
  overAt,
  runsOut,
  supervisionRunsOut,
  tellingIsAbout,
} from '@kaifong/shared/care/counsellors/counsellor-standing.ts';
import { onCallPaged } from '@kaifong/shared/care/events.ts';
import { highestLevel, type PageReason } from '@kaifong/shared/care/on-call/escalation.ts';
import { day, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import type { CareDeps } from '../deps.ts';
import { eachDue } from '../each-due.ts';
import type { OnCallService } from '../on-call/on-call.service.ts';
import { CounsellorProfile } from '../sealed.ts';
import { SupervisionItem } from '../supervision/supervision.table.ts';
import { unmoved } from './counsellor.service.ts';
import { CounsellorItem, type CounsellorRow, counsellorsToLookAt } from './counsellor.table.ts';
import type { CounsellorEndService } from './counsellor-end.service.ts';

/** Tells the supervisors when a counsellor's certificate, vetting or supervision runs out, and as long as one without a
 * certificate or supervision has cases. */
export function counsellorWatchService(
  { table, sealer, pageOnCall }: CareDeps,
  onCall: Pick<OnCallService, 'phonesOf'>,
  ends: Pick<CounsellorEndService, 'handOverAll'>,
) {
  /** Calling comes first: twice is better than never. */
  async function look(found: CounsellorRow, now: Instant): Promise<void> {
    const row = await table.get(CounsellorItem, found);
    if (!row?.lookAt || row.lookAt > now) return;
    if (row.endedAt) return ends.handOverAll(row.id, now);
    const { community } = await CounsellorProfile.open(sealer, row.profileSealed, row.id);
    // The district alone: where a counsellor lives is nothing that an event tells.
    const place = community.slice(0, 6);
    const events = await Promise.all(
      reasonsOf(row, row.lookAt, now).map((reason) => call(row.id, { place, reason }, now)),
    );
    const looked = { ...row, lookAt: nextTelling(row, now), version: (row.version ?? 0) + 1 };
    await transact(table.client, {
      counsellor: table.put(CounsellorItem, looked, unmoved(row)),
      ...Object.fromEntries(events.map((event) => [event.id, table.put(EventItem, event, { absent: true })])),
    });
  }

  /** Of a paper all supervisors hear; of supervision the two whose it is, and all supervisors too once it is over. */
  async function call(counsellorId: string, { place, reason }: { place: string; reason: PageReason }, now: Instant) {
    const isSupervision = reason === 'supervisionEnds' || reason === 'supervisionOver';
    const supervision = isSupervision ? await table.get(SupervisionItem, { counsellorId }) : undefined;
    const phones = await onCall.phonesOf([supervision?.supervisor, supervision?.account]);
    const called = reason === 'supervisionEnds' && phones.length > 0 ? 'first' : 'everyone';
    const event = onCallPaged.make(now, { place, level: highestLevel, reason, called });
    await pageOnCall(onCallPaged.read(event), phones);
    return event;
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

function reasonsOf(row: CounsellorRow, lookAt: Instant, now: Instant): PageReason[] {
  const about = tellingIsAbout(row, lookAt);
  const reasons = [about.has('papers') && ofPapers(row, now), about.has('supervision') && ofSupervision(row, now)];
  return reasons.filter((reason) => typeof reason === 'string');
}

function ofPapers({ credentialUntil, vettedUntil, openCases }: CounsellorRow, now: Instant): PageReason | undefined {
  const isOver = (until: string | undefined) => until !== undefined && overAt(until) <= now;
  if (isOver(credentialUntil) && openCases > 0) return 'papersOver';
  const ends = [credentialUntil, vettedUntil].some((until) => !isOver(until) && runsOut(until, now));
  return ends ? 'papersEnd' : undefined;
}

function ofSupervision({ supervisedUntil, openCases }: CounsellorRow, now: Instant): PageReason | undefined {
  if (supervisedUntil > now) return supervisionRunsOut(supervisedUntil, now) ? 'supervisionEnds' : undefined;
  const isFresh = shiftBy(supervisedUntil, 2 * day) > now;
  return openCases > 0 || isFresh ? 'supervisionOver' : undefined;
}
