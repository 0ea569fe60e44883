import {
  endOf,
  isPlannable,
  overlaps,
  type SessionEntry,
  type SessionPlan,
  type SessionReport,
  sessionLimits,
  toldWithin,
} from '@kaifong/shared/care/cases/session.ts';
import { sessionErrors } from '@kaifong/shared/care/cases/session-errors.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { shiftBy } from '@kaifong/shared/kernel/time.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { mustHold } from '../access.ts';
import { aliasesOf } from '../aliases.ts';
import { CaseItem } from '../care.table.ts';
import { dayOfCounsellor, dayWith } from '../counsellors/counsellor-day.ts';
import type { CareDeps } from '../deps.ts';
import { figureMark } from '../figures/figures.table.ts';
import { SessionRecord } from '../sealed.ts';
import { PromiseItem, promised } from './promise.table.ts';
import { type CounsellorDay, minutesHeld, SessionItem, type SessionRow, sessionsOf } from './session.table.ts';
import { sessionRowsOf } from './sessions-of-case.ts';

/** Sessions of a case: planned, and told of afterwards. */
export function sessionService({ table, sealer }: CareDeps) {
  async function plan(command: Command, caseId: string, planned: SessionPlan, attempt = 0) {
    const { actor, now } = command;
    const supportCase = await mustHold(table, actor, 'care.planSession', caseId);
    const { state, counsellor, counsellorId, version } = supportCase;
    if (state === 'closed') throw new AppError(careErrors.closed);
    if (!counsellor || !counsellorId) throw new AppError(sessionErrors.noCounsellor);
    if (!isPlannable(planned, now)) throw new AppError(sessionErrors.time);
    const { startsAt, ...how } = planned;
    const [rows, today] = await Promise.all([
      sessionRowsOf(table, caseId),
      dayOfCounsellor(table, counsellorId, startsAt),
    ]);
    const most = sessionLimits.plannedAtOnce;
    if (rows.filter((row) => row.state === 'planned').length >= most) {
      throw new AppError(sessionErrors.allArePlanned, { most });
    }
    const id = newId('session', Date.parse(now));
    const time = { sessionId: id, startsAt, endsAt: endOf(planned) };
    if (today.sessions.some((other) => overlaps(time, other))) throw new AppError(sessionErrors.counsellorBusy);
    const sealed = await SessionRecord.seal(sealer, { ...how, told: [] }, caseId, id);
    const session = { id, caseId, counsellorId, counsellor, state: 'planned' as const, startsAt, sealed, version: 0 };
    const answer = { sessionId: id, state: session.state };
    const outcome = await commit(
      command,
      table,
      {
        // Who plans or closes at the same moment finds the case changed.
        supportCase: table.put(CaseItem, { ...supportCase, version: version + 1 }, { is: { version } }),
        day: dayWith(table, today, [...today.sessions, time]),
        session: table.put(SessionItem, session, { absent: true }),
        promise: table.put(PromiseItem, promised(caseId, id, shiftBy(endOf(planned), toldWithin)), { absent: true }),
      },
      { answer },
    );
    if (!outcome.committed && attempt < 5) return plan(command, caseId, planned, attempt + 1);
    mustCommit(outcome, { supportCase: changedMeanwhile, day: changedMeanwhile });
    return answer;
  }

  /** The session, for its own counsellor or the social worker of the case; a successor does not touch what was before. */
  async function mustFind(command: Command, caseId: string, sessionId: string) {
    const supportCase = await mustHold(table, command.actor, 'care.planSession', caseId);
    const session = await table.get(SessionItem, { caseId, id: sessionId });
    const isLed = supportCase.socialWorker === command.actor.accountId;
    if (!session || (!isLed && session.counsellorId !== supportCase.counsellorId)) {
      throw new AppError(platformErrors.notFound);
    }
    return { session, holder: isLed ? { socialWorker: supportCase.socialWorker } : { counsellor: session.counsellor } };
  }

  function mustBeTellable({ state, startsAt }: SessionRow, { outcome, reason }: SessionReport, now: string): void {
    if (state !== 'planned' && !reason) throw new AppError(sessionErrors.toldAlready);
    if (outcome !== 'cancelled' && startsAt > now) throw new AppError(sessionErrors.notYet);
  }

  /** The sessions of the day once this one was told of. @throws AppError careSession.dayTooLong */
  function sessionsTold(today: CounsellorDay, { id, startsAt }: SessionRow, endsAt: string, report: SessionReport) {
    const others = today.sessions.filter(({ sessionId }) => sessionId !== id);
    if (report.outcome !== 'held') return others;
    const sessions = [...others, { sessionId: id, startsAt, endsAt, minutes: report.minutes }];
    if (minutesHeld({ sessions }) > sessionLimits.minutesADay) throw new AppError(sessionErrors.dayTooLong);
    return sessions;
  }

  async function tell(command: Command, caseId: string, sessionId: string, report: SessionReport, attempt = 0) {
    const { actor, now } = command;
    const { session, holder } = await mustFind(command, caseId, sessionId);
    mustBeTellable(session, report, now);
    const { version, startsAt } = session;
    const [record, today] = await Promise.all([
      SessionRecord.open(sealer, session.sealed, caseId, sessionId),
      dayOfCounsellor(table, session.counsellorId, startsAt),
    ]);
    const sessions = sessionsTold(today, session, endOf({ startsAt, minutes: record.minutes }), report);
    const told = [...record.told, { at: now, by: actor.accountId, report }];
    const sealed = await SessionRecord.seal(sealer, { ...record, told }, caseId, sessionId);
    const after: SessionRow = { ...session, state: report.outcome, sealed, version: version + 1 };
    const answer = { sessionId, state: after.state };
    const outcome = await commit(
      command,
      table,
      {
        supportCase: table.check(CaseItem, { id: caseId }, { is: holder }),
        day: dayWith(table, today, sessions),
        session: table.put(SessionItem, after, { is: { version } }),
        figures: figureMark(table, caseId, startsAt),
      },
      { answer },
    );
    if (!outcome.committed && attempt < 5) return tell(command, caseId, sessionId, report, attempt + 1);
    mustCommit(outcome, { supportCase: changedMeanwhile, day: changedMeanwhile, session: changedMeanwhile });
    return answer;
  }

  return {
    /**
     * Plans a session of a case. There are eight at most to come, and the counsellor is nowhere else.
     *
     * @throws AppError care.closed, care.changedMeanwhile; careSession.noCounsellor, time, allArePlanned, counsellorBusy
     */
    plan: (command: Command, caseId: string, planned: SessionPlan) => plan(command, caseId, planned),

    /**
     * Tells how a session went, also after the case has ended; telling it again sets it right, and what was told before stays in the record.
     *
     * @throws AppError platform.notFound, care.changedMeanwhile; careSession.notYet, toldAlready, dayTooLong
     */
    tell: (command: Command, caseId: string, sessionId: string, report: SessionReport) =>
      tell(command, caseId, sessionId, report),

    /** The sessions that a counsellor has still to hold or to tell of, the next first. */
    async mine({ actor }: Request, paging: PageQuery): Promise<Page<SessionEntry>> {
      if (actor.scopesAs('counsellor').length === 0) throw new AppError(platformErrors.notAllowed);
      const page = await table.query(SessionItem, sessionsOf(actor.volunteerId), { index: 'byDue', ...paging });
      const aliasOf = await aliasesOf({ table, sealer }, page.items);
      const items = page.items.map(async ({ id, caseId, startsAt, sealed }) => {
        const { mode } = await SessionRecord.open(sealer, sealed, caseId, id);
        return { sessionId: id, caseId, alias: aliasOf(caseId), startsAt, mode };
      });
      return { ...page, items: await Promise.all(items) };
    },
  };
}

const changedMeanwhile = () => new AppError(careErrors.changedMeanwhile);
