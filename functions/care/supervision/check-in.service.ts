import { onCallPaged } from '@kaifong/shared/care/events.ts';
import { highestLevel } from '@kaifong/shared/care/on-call/escalation.ts';
import {
  type CheckIn,
  type CheckInView,
  checkInResult,
  isCheckInDue,
} from '@kaifong/shared/care/supervision/check-in.ts';
import { isAway } from '@kaifong/shared/care/supervision/supervision.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { writeCounsellorAudit } from '../audit.ts';
import { CounsellorItem } from '../counsellors/counsellor.table.ts';
import type { CareDeps } from '../deps.ts';
import { eachDue } from '../each-due.ts';
import type { OnCallService } from '../on-call/on-call.service.ts';
import { CheckInRecord, CounsellorProfile } from '../sealed.ts';
import { CheckInItem, type CheckInRow, checkInsToLookAt } from './discussion.table.ts';
import { mustSupervise, ownCounsellor } from './supervising.ts';
import { SupervisionItem, SupervisorItem } from './supervision.table.ts';

/** How counsellors are themselves: for the supervisor and nobody else. A low one asks her to get in touch, and says no more than that. */
export function checkInService({ table, sealer, pageOnCall, log }: CareDeps, onCall: Pick<OnCallService, 'phonesOf'>) {
  async function viewOf({ counsellorId, at, sealed }: CheckInRow): Promise<CheckInView> {
    return { at, ...(await CheckInRecord.open(sealer, sealed, counsellorId, at)) };
  }

  async function pageOf(counsellorId: string, paging: PageQuery): Promise<Page<CheckInView>> {
    const range = { beginsWith: 'CHECKIN#' };
    const pk = `COUNSELLOR#${counsellorId}`;
    const page = await table.query(CheckInItem, pk, { range, ...paging, newestFirst: true });
    return { ...page, items: await Promise.all(page.items.map(viewOf)) };
  }

  /** The phone of whoever supervises her now. */
  async function supervisorPhone(counsellorId: string, now: Instant): Promise<string[]> {
    const { supervisor, deputy } = (await table.get(SupervisionItem, { counsellorId })) ?? {};
    const lead = supervisor ? await table.get(SupervisorItem, { supervisor }) : undefined;
    const isStoodIn = isAway({ from: lead?.awayFrom, until: lead?.awayUntil }, now);
    return onCall.phonesOf([isStoodIn && deputy ? deputy : supervisor]);
  }

  /** Looks whether somebody is to get in touch. Without a phone to ring the flag on the supervisor's page is all there is: nobody else is told. */
  async function look(found: CheckInRow, now: Instant): Promise<void> {
    const row = await table.get(CheckInItem, found);
    if (!row?.lookAt || row.lookAt > now) return;
    const { counsellorId, at, lookAt } = row;
    const { isLow } = await CheckInRecord.open(sealer, row.sealed, counsellorId, at);
    const phones = isLow ? await supervisorPhone(counsellorId, now) : [];
    const event = phones.length > 0 ? await call(counsellorId, phones, now) : undefined;
    await transact(table.client, {
      checkIn: table.put(CheckInItem, { ...row, lookAt: undefined }, { is: { lookAt } }),
      ...(event && { event: table.put(EventItem, event, { absent: true }) }),
    });
  }

  async function call(counsellorId: string, phones: readonly string[], now: Instant) {
    const counsellor = await table.get(CounsellorItem, { id: counsellorId });
    if (!counsellor) throw new Error('a check-in of a counsellor who is not there');
    const { community } = await CounsellorProfile.open(sealer, counsellor.profileSealed, counsellorId);
    const page = { place: community.slice(0, 6), level: highestLevel, reason: 'getInTouch', called: 'first' } as const;
    const event = onCallPaged.make(now, page);
    await pageOnCall(onCallPaged.read(event), phones);
    return event;
  }

  async function keep(command: Command, record: Omit<CheckInView, 'at'>) {
    const { now } = command;
    const { id: counsellorId } = await ownCounsellor(table, command);
    const sealed = await CheckInRecord.seal(sealer, record, counsellorId, now);
    const answer = { isKept: true } as const;
    const row = { counsellorId, at: now, lookAt: now, sealed };
    const outcome = await commit(command, table, { row: table.put(CheckInItem, row, { absent: true }) }, { answer });
    mustCommit(outcome, { row: () => new AppError(platformErrors.busy) });
    await look(row, now).catch((error: unknown) => log.error('checkIn.lookFailed', error));
    return answer;
  }

  return {
    /** Keeps a check-in; a low one has the supervisor called, by a clock that tries again where that failed. */
    write: (command: Command, checkIn: CheckIn) => {
      const { load, words } = checkIn;
      return keep(command, { isSkipped: false, ...checkInResult(checkIn), load, words });
    },

    /** Says nothing this month, and is not asked again before the next. */
    skip: (command: Command) => keep(command, { isSkipped: true, isLow: false }),

    /** One's own, and whether it is time again. */
    async own(request: Request, paging: PageQuery) {
      const { id } = await ownCounsellor(table, request);
      const [page, latest] = await Promise.all([pageOf(id, paging), pageOf(id, { limit: 1 })]);
      return { isDue: isCheckInDue(latest.items[0]?.at, request.now), ...page };
    },

    /** A counsellor's, for whoever supervises her now; each reading is written down first. */
    async ofSupervisee(request: Request, counsellorId: string, paging: PageQuery): Promise<Page<CheckInView>> {
      await mustSupervise(table, request, counsellorId);
      await writeCounsellorAudit(table, request, counsellorId, 'checkIn', 'careSupervisor');
      return pageOf(counsellorId, paging);
    },

    /** Looks at every check-in that is due. @throws AggregateError when any failed, after all were tried */
    onTick: (now: Instant): Promise<void> =>
      eachDue(table, [CheckInItem, checkInsToLookAt], now, (item) => look(item, now)),
  };
}
