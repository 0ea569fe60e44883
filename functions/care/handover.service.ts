import { careErrors } from '@kaifong/shared/care/errors.ts';
import type { Handover, HandoverView } from '@kaifong/shared/care/handover.ts';
import { sessionErrors } from '@kaifong/shared/care/session-errors.ts';
import { namesAnIllness } from '@kaifong/shared/care/words.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { commit, mustCommit } from '../platform/commit.ts';
import type { Command, Request } from '../platform/request.ts';
import { mustHold } from './access.ts';
import { writeAudit } from './audit.ts';
import {
  CaseItem,
  CounsellorItem,
  HandoverItem,
  type HandoverRow,
  SafetyPlanItem,
  type SupportCase,
} from './care.table.ts';
import type { CareDeps } from './deps.ts';
import { followUpsOfCase } from './follow-up.service.ts';
import { referralsOfCase } from './referral.service.ts';
import { reportsOfCase } from './report.service.ts';
import { orderOf } from './request.service.ts';
import { CaseContent, CaseHead, HandoverRecord } from './sealed.ts';
import { cancelledToCome, sessionRowsOf } from './sessions-of-case.ts';

/** A case that goes from one counsellor to the next: what the first leaves is a summary, and all that the next one sees of before. */
export function handoverService({ table, sealer }: CareDeps) {
  async function leftOpen({ id, headSealed }: SupportCase, now: Instant): Promise<HandoverView['open']> {
    const [{ risk }, reports, referrals, sessions, followUps, plans] = await Promise.all([
      CaseHead.open(sealer, headSealed, id),
      reportsOfCase({ table, sealer }, id),
      referralsOfCase({ table, sealer }, id),
      sessionRowsOf(table, id),
      followUpsOfCase(table, id),
      table.query(SafetyPlanItem, `CASE#${id}`, { range: { beginsWith: 'PLAN#' }, limit: 1 }),
    ]);
    const inState = (state: string) => sessions.filter((session) => session.state === state);
    const [planned] = inState('planned');
    if (planned && planned.startsAt <= now) throw new AppError(sessionErrors.notTold);
    return {
      risk,
      reports: reports.filter(({ open }) => open).length,
      referrals: referrals.filter(({ open }) => open).map(({ to, name }) => ({ to, name })),
      sessions: { held: inState('held').length, noShow: inState('noShow').length },
      cancelled: planned?.startsAt,
      followUps: followUps.filter(({ open }) => open).length,
      hasPlan: plans.items.length > 0,
    };
  }

  /** The case without its counsellor: in line again, or where it was while a crisis is not settled. */
  function left(supportCase: SupportCase, risk: HandoverView['open']['risk']): SupportCase {
    const { state, version } = supportCase;
    const isWaiting = state === 'assigned' && risk !== 'emergency';
    return {
      ...supportCase,
      ...(isWaiting && { state: 'waiting' as const, order: orderOf(risk) }),
      counsellor: undefined,
      counsellorId: undefined,
      assignedAt: undefined,
      version: version + 1,
    };
  }

  /** What was asked for, with this counsellor kept away from now on where the case is not to come back. */
  async function withoutReturn({ contentSealed, counsellorId, id }: SupportCase): Promise<string> {
    const content = await CaseContent.open(sealer, contentSealed, id);
    const { keepAway } = content;
    const counsellors = [...new Set([...keepAway.counsellors, ...(counsellorId ? [counsellorId] : [])])].slice(-20);
    return CaseContent.seal(sealer, { ...content, keepAway: { ...keepAway, counsellors } }, id);
  }

  return {
    /**
     * Ends the assignment with a summary. The counsellor reads nothing of the case from the next request on; a session that was to come is
     * cancelled, and the case waits for another; one whom the person did not want, or who could not do it, is not suggested again.
     *
     * @throws AppError care.closed, care.escalationOpen, care.namesAnIllness until it is said to be meant, care.changedMeanwhile;
     * careSession.noCounsellor, notTold
     */
    async write(command: Command, caseId: string, { asMeant, ...words }: Handover) {
      const { actor, now } = command;
      const supportCase = await mustHold(table, actor, 'care.handOver', caseId);
      const { state, counsellor, counsellorId, escalationId, version } = supportCase;
      if (state === 'closed') throw new AppError(careErrors.closed);
      if (escalationId) throw new AppError(careErrors.escalationOpen);
      if (!counsellor || !counsellorId) throw new AppError(sessionErrors.noCounsellor);
      if (!asMeant && namesAnIllness(`${words.text}\n${words.nextStep}`)) throw new AppError(careErrors.namesAnIllness);
      const open = await leftOpen(supportCase, now);
      const sealed = await HandoverRecord.seal(sealer, { ...words, open, by: actor.accountId }, caseId, now);
      const staysAway = words.reason === 'personAsked' || words.reason === 'beyondMe';
      const after: SupportCase = {
        ...left(supportCase, open.risk),
        ...(staysAway && { contentSealed: await withoutReturn(supportCase) }),
      };
      const answer = { caseId, state: after.state };
      const outcome = await commit(
        command,
        table,
        {
          supportCase: table.put(CaseItem, after, { is: { version } }),
          ...(await cancelledToCome(table, caseId, now)),
          counsellor: table.adjust(CounsellorItem, { id: counsellorId }, { add: { openCases: -1 } }, { present: true }),
          handover: table.put(HandoverItem, { caseId, at: now, counsellorId, sealed }, { absent: true }),
        },
        { answer },
      );
      mustCommit(outcome, {
        supportCase: changedMeanwhile,
        session: changedMeanwhile,
        day: changedMeanwhile,
        handover: changedMeanwhile,
      });
      return answer;
    },

    /** The summaries of a case, the latest first, once the audit has been written. */
    async list(request: Request, caseId: string): Promise<{ items: HandoverView[] }> {
      const supportCase = await mustHold(table, request.actor, 'care.readCase', caseId);
      await writeAudit(table, request, supportCase, 'handover');
      const rows = await handoversOfCase({ table }, caseId);
      const viewOf = async ({ at, counsellorId, sealed }: HandoverRow) => {
        const { by: _, ...summary } = await HandoverRecord.open(sealer, sealed, caseId, at);
        return { at, counsellorId, ...summary };
      };
      return { items: await Promise.all(rows.toReversed().map(viewOf)) };
    },
  };
}

/** The summaries of a case, sealed, in order of time. */
export async function handoversOfCase({ table }: Pick<CareDeps, 'table'>, caseId: string): Promise<HandoverRow[]> {
  const { rows } = await table.collect(`CASE#${caseId}`, { beginsWith: 'HANDOVER#' }, { rows: HandoverItem });
  return rows;
}

const changedMeanwhile = () => new AppError(careErrors.changedMeanwhile);
