import type { CounsellorEnd } from '@kaifong/shared/care/counsellors/counsellor-end.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { onCallPaged } from '@kaifong/shared/care/events.ts';
import { highestLevel } from '@kaifong/shared/care/on-call/escalation.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { type Instant, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import { EventItem } from '../../platform/outbox.ts';
import type { Command } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { CaseItem, type SupportCase } from '../care.table.ts';
import { leavingWrites, leftOpen } from '../cases/leaving.ts';
import type { CareDeps } from '../deps.ts';
import type { OnCallService } from '../on-call/on-call.service.ts';
import { CounsellorEndRecord, CounsellorProfile } from '../sealed.ts';
import { unmoved } from './counsellor.service.ts';
import { CounsellorItem, CounsellorPerson, type CounsellorRow } from './counsellor.table.ts';

/** A counsellor who serves no longer. Her cases go back one by one, each in a transaction of its own; the clock goes on where a server stopped. */
export type CounsellorEndService = ReturnType<typeof counsellorEndService>;

export function counsellorEndService(
  { table, sealer, pageOnCall, log }: CareDeps,
  onCall: Pick<OnCallService, 'phonesOf'>,
) {
  /** Hands one case over, unless it is hers no more. */
  async function handOver(found: SupportCase, ended: CounsellorRow, by: string, now: Instant): Promise<boolean> {
    const supportCase = await table.get(CaseItem, found);
    if (supportCase?.counsellorId !== ended.id || !supportCase.counsellor) return false;
    const { open } = await leftOpen({ table, sealer }, supportCase, now);
    const words = { reason: 'leaving' as const, text: '', nextStep: '', byRule: true as const };
    const summary = { words, open, by };
    const { writes } = await leavingWrites({ table, sealer }, { ...supportCase, counsellorId: ended.id }, summary, now);
    return (await transact(table.client, writes)).committed;
  }

  /** Calls the social workers whose cases wait again; where none has told a phone, the supervisors of the district. */
  async function tell(handed: readonly SupportCase[], now: Instant): Promise<void> {
    const [first] = handed;
    if (!first) return;
    const phones = await onCall.phonesOf([...new Set(handed.map(({ socialWorker }) => socialWorker))]);
    const call = { place: first.place.slice(0, 6), level: highestLevel, reason: 'counsellorLeft' as const };
    const event = onCallPaged.make(now, { ...call, called: phones.length > 0 ? 'first' : 'everyone' });
    await pageOnCall(onCallPaged.read(event), phones);
    await transact(table.client, { event: table.put(EventItem, event, { absent: true }) });
  }

  /** Hands over what she still has, and looks again while the count says that something is left. */
  async function handOverAll(counsellorId: string, now: Instant): Promise<void> {
    const ended = await table.get(CounsellorItem, { id: counsellorId });
    if (!ended?.endedAt || !ended.endSealed) return;
    const { by } = await CounsellorEndRecord.open(sealer, ended.endSealed, counsellorId);
    const handed: SupportCase[] = [];
    let cursor: string | undefined;
    do {
      const page = await table.query(CaseItem, ended.person, { index: 'byCounsellor', limit: 25, cursor });
      for (const each of page.items) if (await handOver(each, ended, by, now)) handed.push(each);
      cursor = page.cursor;
    } while (cursor);
    await tell(handed, now);
    await untilSettled(async () => {
      const row = await table.get(CounsellorItem, { id: counsellorId });
      if (!row) return true;
      const lookAt = row.openCases > 0 ? shiftBy(now, minute) : undefined;
      const looked = { ...row, lookAt, version: (row.version ?? 0) + 1 };
      const outcome = await transact(table.client, { row: table.put(CounsellorItem, looked, unmoved(row)) });
      return outcome.committed ? true : undefined;
    });
  }

  return {
    handOverAll,

    /**
     * Ends the service of a counsellor: no new case from this moment on, and those in hand go to others at once. The same volunteer may be
     * enrolled anew.
     *
     * @throws AppError care.counsellorChanged, and platform.notAllowed for a counsellor elsewhere or nowhere
     */
    async end(command: Command, counsellorId: string, { version, reason, text }: CounsellorEnd) {
      const { actor, now } = command;
      const row = await table.get(CounsellorItem, { id: counsellorId });
      const profile = row && (await CounsellorProfile.open(sealer, row.profileSealed, counsellorId));
      actor.mustReach('care.superviseCounsellors', profile ? { scope: profile.community } : {});
      if (!row || row.endedAt || (row.version ?? 0) !== version) throw new AppError(careErrors.counsellorChanged);
      const endSealed = await CounsellorEndRecord.seal(sealer, { reason, text, by: actor.accountId }, counsellorId);
      const ended = { ...row, endedAt: now, endSealed, lookAt: shiftBy(now, minute), version: version + 1 };
      const answer = { counsellorId, cases: row.openCases };
      const outcome = await commit(
        command,
        table,
        {
          counsellor: table.put(CounsellorItem, ended, unmoved(row)),
          person: table.remove(CounsellorPerson, { person: row.person }, { is: { counsellorId } }),
        },
        { answer },
      );
      mustCommit(outcome, { counsellor: () => new AppError(careErrors.counsellorChanged) });
      await handOverAll(counsellorId, now).catch((error: unknown) => log.error('counsellor.handingOverFailed', error));
      return answer;
    },
  };
}
