import { coveredUntil, nextTelling } from '@kaifong/shared/care/counsellors/counsellor-standing.ts';
import {
  isAway,
  type SupervisionPlan,
  type SupervisionReport,
  type SupervisionSession,
  supervisionAheadDays,
} from '@kaifong/shared/care/supervision/supervision.ts';
import { supervisionErrors } from '@kaifong/shared/care/supervision/supervision-errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { maskMobile } from '@kaifong/shared/people/mask.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { CaseItem } from '../care.table.ts';
import { caseEntryOf } from '../cases/case.service.ts';
import { unmoved } from '../counsellors/counsellor.service.ts';
import { CounsellorItem, type CounsellorRow } from '../counsellors/counsellor.table.ts';
import type { CareDeps } from '../deps.ts';
import { MemberItem } from '../on-call/rota.table.ts';
import { cardsOf } from '../on-call/rota-reader.ts';
import { CounsellorProfile, DutyCardRecord, SupervisionRecord } from '../sealed.ts';
import { closingDiscussions } from './discussion.service.ts';
import { mustSupervise, ownCounsellor } from './supervising.ts';
import {
  SupervisionItem,
  SupervisionSessionItem,
  type SupervisionSessionRow,
  SupervisorItem,
} from './supervision.table.ts';

/** Supervision sessions, as the supervisor and the counsellor see them. Whether supervision is current follows from the last one that was held. */
export function supervisionService(deps: CareDeps) {
  const { table, sealer } = deps;

  async function viewOf(row: SupervisionSessionRow): Promise<SupervisionSession> {
    const { id: sessionId, counsellorId, startsAt, state, sealed } = row;
    return { sessionId, startsAt, state, ...(await SupervisionRecord.open(sealer, sealed, counsellorId, sessionId)) };
  }

  async function pageOf(counsellorId: string, paging: PageQuery): Promise<Page<SupervisionSession>> {
    const range = { beginsWith: 'SUPERVISION#' };
    const pk = `COUNSELLOR#${counsellorId}`;
    const page = await table.query(SupervisionSessionItem, pk, { range, ...paging, newestFirst: true });
    return { ...page, items: await Promise.all(page.items.map(viewOf)) };
  }

  /** The one that is planned lies among the latest: nothing is planned further ahead than 90 days, one at a time. */
  async function planned(counsellorId: string): Promise<SupervisionSession | undefined> {
    const { items } = await pageOf(counsellorId, { limit: 10 });
    return items.find(({ state }) => state === 'planned');
  }

  /** The counsellor's row once a session was held. */
  function covered(row: CounsellorRow, heldAt: Instant, now: Instant) {
    const until = coveredUntil(dayOf(heldAt), now);
    const supervisedUntil = until > row.supervisedUntil ? until : row.supervisedUntil;
    const { credentialUntil, vettedUntil, version = 0 } = row;
    const lookAt = nextTelling({ credentialUntil, vettedUntil, supervisedUntil }, now);
    return table.put(CounsellorItem, { ...row, supervisedUntil, lookAt, version: version + 1 }, unmoved(row));
  }

  return {
    /** A counsellor whom one supervises, with the cases in her hands. */
    async read(request: Request, counsellorId: string) {
      const row = await mustSupervise(table, request, counsellorId);
      const [{ workName }, page, session] = await Promise.all([
        CounsellorProfile.open(sealer, row.profileSealed, counsellorId),
        table.query(CaseItem, row.person, { index: 'byCounsellor', limit: 20, newestFirst: true }),
        planned(counsellorId),
      ]);
      const entries = await Promise.all(page.items.map((each) => caseEntryOf(sealer, each)));
      const cases = entries.map(({ caseId, alias, state, risk }) => ({ caseId, alias, state, risk }));
      const { supervisedUntil, openCases } = row;
      return { counsellorId, workName, supervisedUntil, openCases, cases, ...(session && { planned: session }) };
    },

    /** Her sessions, the latest first, for whoever supervises her now. */
    async sessions(request: Request, counsellorId: string, paging: PageQuery) {
      await mustSupervise(table, request, counsellorId);
      return pageOf(counsellorId, paging);
    },

    /** Plans the next session, one at a time. @throws AppError careSupervision.time, oneIsPlanned */
    async plan(command: Command, counsellorId: string, { startsAt, where }: SupervisionPlan) {
      const { now } = command;
      await mustSupervise(table, command, counsellorId);
      if (startsAt <= now || startsAt > shiftBy(now, supervisionAheadDays * day)) {
        throw new AppError(supervisionErrors.time);
      }
      const supervision = await table.get(SupervisionItem, { counsellorId });
      if (!supervision || (await planned(counsellorId))) throw new AppError(supervisionErrors.oneIsPlanned);
      const id = newId('session', Date.parse(now));
      const sealed = await SupervisionRecord.seal(sealer, { where, steps: [] }, counsellorId, id);
      const row = { id, counsellorId, startsAt, state: 'planned' as const, sealed, version: 0 };
      const answer = { sessionId: id, startsAt, state: row.state };
      const { version } = supervision;
      const writes = {
        // Two who plan at once: the second finds the supervision moved.
        supervision: table.put(SupervisionItem, { ...supervision, version: version + 1 }, { is: { version } }),
        session: table.put(SupervisionSessionItem, row, { absent: true }),
      };
      mustCommit(await commit(command, table, writes, { answer }), {
        supervision: () => new AppError(supervisionErrors.changed),
      });
      return answer;
    },

    /**
     * Tells how a session went. One that was held makes supervision current from its day on, in the same transaction.
     *
     * @throws AppError platform.notFound, careSupervision.notYet, changed
     */
    async tell(command: Command, counsellorId: string, { sessionId, startsAt, ...report }: SupervisionReport) {
      const { now } = command;
      return untilSettled(async () => {
        const row = await mustSupervise(table, command, counsellorId);
        const session = await table.get(SupervisionSessionItem, { counsellorId, startsAt, id: sessionId });
        if (!session) throw new AppError(platformErrors.notFound);
        if (session.state !== 'planned') throw new AppError(supervisionErrors.changed);
        const isHeld = report.outcome === 'held';
        if (isHeld && startsAt > now) throw new AppError(supervisionErrors.notYet);
        const { where } = await SupervisionRecord.open(sealer, session.sealed, counsellorId, sessionId);
        const record = isHeld ? { where, minutes: report.minutes, steps: report.steps } : { where, steps: [] };
        const sealed = await SupervisionRecord.seal(sealer, record, counsellorId, sessionId);
        const { version } = session;
        const told = { ...session, state: report.outcome, sealed, version: version + 1 };
        const answer = { sessionId, startsAt, state: told.state };
        const outcome = await commit(
          command,
          table,
          {
            session: table.put(SupervisionSessionItem, told, { is: { version } }),
            ...(isHeld && {
              counsellor: covered(row, startsAt, now),
              ...(await closingDiscussions(table, counsellorId)),
            }),
          },
          { answer },
        );
        if (outcome.committed) return answer;
        if (outcome.refused.has('session')) throw new AppError(supervisionErrors.changed);
        return undefined;
      });
    },

    /** A counsellor's own supervision. */
    async own(request: Request) {
      const { actor, now } = request;
      const { id, supervisedUntil } = await ownCounsellor(table, request);
      const [supervision, cards, session] = await Promise.all([
        table.get(SupervisionItem, { counsellorId: id }),
        cardsOf(deps),
        planned(id),
      ]);
      const { supervisor, deputy } = supervision ?? {};
      const lead = supervisor ? await table.get(SupervisorItem, { supervisor }) : undefined;
      const phone = cards.get(actor.accountId)?.mobile;
      return {
        ...(supervisor && { supervisor: cards.get(supervisor)?.workName }),
        ...(deputy && { deputy: cards.get(deputy)?.workName }),
        isStoodIn: deputy !== undefined && isAway({ from: lead?.awayFrom, until: lead?.awayUntil }, now),
        supervisedUntil,
        ...(session && { planned: session }),
        ...(phone && { phone: maskMobile(phone) }),
      };
    },

    /** Her own sessions, the latest first. */
    async ownSessions(request: Request, paging: PageQuery) {
      const { id } = await ownCounsellor(table, request);
      return pageOf(id, paging);
    },

    /** Keeps the phone that her reminders go to. */
    async keepPhone(command: Command, { mobile }: Readonly<{ mobile: string }>) {
      const { accountId } = command.actor;
      const { id, profileSealed } = await ownCounsellor(table, command);
      const [{ workName }, supervision] = await Promise.all([
        CounsellorProfile.open(sealer, profileSealed, id),
        table.get(SupervisionItem, { counsellorId: id }),
      ]);
      const { version = 0 } = supervision ?? {};
      const sealed = await DutyCardRecord.seal(sealer, { workName, mobile }, accountId);
      const row = { ...supervision, counsellorId: id, account: accountId, version: version + 1 };
      const answer = { isKept: true } as const;
      const writes = {
        supervision: table.put(SupervisionItem, row, supervision ? { is: { version } } : { absent: true }),
        card: table.put(MemberItem, { member: accountId, sealed }),
      };
      mustCommit(await commit(command, table, writes, { answer }), {
        supervision: () => new AppError(supervisionErrors.changed),
      });
      return answer;
    },
  };
}
