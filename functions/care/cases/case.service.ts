import { type ClosingDecision, decideClosing } from '@kaifong/shared/care/cases/closing.ts';
import { referralErrors } from '@kaifong/shared/care/cases/referral-errors.ts';
import { sessionErrors } from '@kaifong/shared/care/cases/session-errors.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { caseClosed } from '@kaifong/shared/care/events.ts';
import type { CaseEntry, CaseView, Closure } from '@kaifong/shared/care/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { mustHold, mustRead, seenBy, sinceWhen } from '../access.ts';
import { questionsOf, screeningsOf, soFarOf } from '../asking/answers-so-far.ts';
import { writeAudit } from '../audit.ts';
import { CaseItem, type SupportCase } from '../care.table.ts';
import type { CounsellorService } from '../counsellors/counsellor.service.ts';
import { CounsellorItem } from '../counsellors/counsellor.table.ts';
import type { CareDeps } from '../deps.ts';
import { figureMark } from '../figures/figures.table.ts';
import { EscalationItem } from '../on-call/crisis.table.ts';
import { followUpsOfCase } from '../on-call/follow-up.service.ts';
import { withAlarms } from '../on-call/old-follow-ups.ts';
import { CaseContent, CaseHead, OutcomeRecord } from '../sealed.ts';
import { handoversOfCase } from './handover.service.ts';
import { outreachOfCase } from './outreach.service.ts';
import { referralsOfCase } from './referral.service.ts';
import { reportsOfCase } from './report.service.ts';
import { cancelledToCome, sessionRowsOf, sessionViewOf } from './sessions-of-case.ts';

/** A case in a list of one's own. */
export async function caseEntryOf(sealer: Sealer, supportCase: SupportCase): Promise<CaseEntry> {
  const { id, state, receivedAt, assignedAt, headSealed } = supportCase;
  return { caseId: id, ...(await CaseHead.open(sealer, headSealed, id)), state, receivedAt, assignedAt };
}

/** What ends a case, and with it the assignment; sessions that were still to come are cancelled. */
export async function closingWrites(
  { table, sealer }: Pick<CareDeps, 'table' | 'sealer'>,
  supportCase: SupportCase,
  closure: z.output<typeof Closure>,
  now: Instant,
) {
  const { id, version, counsellor, counsellorId } = supportCase;
  const closed: SupportCase = {
    ...supportCase,
    state: 'closed',
    order: undefined,
    counsellor: undefined,
    closedAt: now,
    outcomeSealed: await OutcomeRecord.seal(sealer, closure, id),
    version: version + 1,
  };
  return {
    supportCase: table.put(CaseItem, closed, { is: { version } }),
    figures: figureMark(table, id, now),
    ...(await cancelledToCome(table, id, now)),
    ...(counsellor &&
      counsellorId && {
        counsellor: table.adjust(CounsellorItem, { id: counsellorId }, { add: { openCases: -1 } }, { present: true }),
      }),
  };
}

/** Cases, for the two people whom each was handed to. */
export function caseService({ table, sealer }: CareDeps, counsellors: CounsellorService) {
  const entryOf = (supportCase: SupportCase) => caseEntryOf(sealer, supportCase);

  /** How far the people on call are; nothing of who they are. */
  async function crisisOf({ escalationId }: SupportCase): Promise<CaseView['crisis']> {
    const escalation = escalationId && (await table.get(EscalationItem, { id: escalationId }));
    if (!escalation) return undefined;
    return {
      isTaken: escalation.acknowledgedAt !== undefined,
      tries: escalation.tries.length,
      dueAt: escalation.dueAt,
    };
  }

  /** What stands in the way of an end, and what was done towards it. */
  async function whatIsOpen(caseId: string) {
    const [reports, referrals, outreach, sessions] = await Promise.all([
      reportsOfCase({ table, sealer }, caseId),
      referralsOfCase({ table, sealer }, caseId),
      outreachOfCase({ table, sealer }, caseId),
      sessionRowsOf(table, caseId),
    ]);
    return { reports, referrals, outreach, sessions };
  }

  return {
    /**
     * A case, once the audit has been written. What the person wants kept away is not part of it, nor, for a counsellor, what it gathered while it
     * was another's: of that she has the summary.
     */
    async read(request: Request, caseId: string): Promise<CaseView> {
      const supportCase = await mustRead(table, request, caseId);
      await writeAudit(table, request, supportCase, 'case');
      const { contentSealed, place, counsellorId } = supportCase;
      const [
        entry,
        { keepAway: _, ...wishes },
        opened,
        followUps,
        { reports, referrals, outreach, sessions },
        handovers,
        crisis,
        counsellor,
      ] = await Promise.all([
        entryOf(supportCase),
        CaseContent.open(sealer, contentSealed, caseId),
        screeningsOf(table, sealer, caseId),
        followUpsOfCase(table, caseId),
        whatIsOpen(caseId),
        handoversOfCase({ table }, caseId),
        crisisOf(supportCase),
        counsellorId && counsellors.workNameOf(counsellorId).then((workName) => ({ counsellorId, workName })),
      ]);
      await withAlarms(table, followUps);
      const since = sinceWhen(request.actor, supportCase, handovers.length > 0);
      const isSeen = ({ at }: Readonly<{ at: Instant }>) => at >= since;
      const screenings = opened.filter(isSeen).slice(0, 10);
      const shown = sessions.filter(seenBy(request.actor, supportCase));
      const questions = questionsOf(soFarOf(opened, request.now));
      return {
        ...entry,
        ...wishes,
        place,
        screenings,
        ...questions,
        followUps: followUps.filter(({ open, dueAt }) => open || dueAt >= since),
        reports: reports.filter(isSeen),
        referrals: referrals.filter(isSeen),
        outreach: outreach.filter(isSeen),
        wasHandedOver: handovers.length > 0,
        sessions: await Promise.all(shown.map((row) => sessionViewOf(sealer, row))),
        crisis,
        ...(counsellor && { counsellor }),
      };
    },

    /**
     * Ends a case, and with it the assignment: the place of the counsellor is free again, and reading ends at the next request.
     *
     * @throws AppError care.closed, care.changedMeanwhile, and for what `decideClosing` finds: care.escalationOpen, care.reportOpen,
     * care.riskOpen; careReferral.open, notConfirmed; careSession.notTold, reachOutMore
     */
    async close(command: Command, caseId: string, closure: z.output<typeof Closure>) {
      const { actor, now } = command;
      const supportCase = await mustHold(table, actor, 'care.close', caseId);
      if (supportCase.state === 'closed') throw new AppError(careErrors.closed);
      const [{ risk }, open] = await Promise.all([
        CaseHead.open(sealer, supportCase.headSealed, caseId),
        whatIsOpen(caseId),
      ]);
      const isEscalated = supportCase.escalationId !== undefined;
      mustAllow(decideClosing({ ...open, risk, isEscalated }, closure, now));
      const answer = { caseId, state: 'closed' as const };
      const writes = await closingWrites({ table, sealer }, supportCase, closure, now);
      const outcome = await commit(command, table, writes, { answer, events: [caseClosed.make(now, { caseId })] });
      mustCommit(outcome, Object.fromEntries(Object.keys(writes).map((name) => [name, changedMeanwhile])));
      return answer;
    },
  };
}

const changedMeanwhile = () => new AppError(careErrors.changedMeanwhile);

/** The refusal that belongs to what stands in the way. */
function mustAllow(decision: ClosingDecision): void {
  if (decision.kind === 'allowed') return;
  if (decision.kind === 'reachOutMore') throw new AppError(sessionErrors.reachOutMore, { left: decision.left });
  throw new AppError(
    {
      escalationOpen: careErrors.escalationOpen,
      reportOpen: careErrors.reportOpen,
      riskOpen: careErrors.riskOpen,
      referralOpen: referralErrors.open,
      notReferred: referralErrors.notConfirmed,
      sessionNotTold: sessionErrors.notTold,
    }[decision.kind],
  );
}
