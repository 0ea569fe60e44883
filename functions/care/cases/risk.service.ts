import { careErrors } from '@kaifong/shared/care/errors.ts';
import { risks } from '@kaifong/shared/care/instruments/triage.ts';
import type { LowerRisk } from '@kaifong/shared/care/on-call/follow-up.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { mustHold } from '../access.ts';
import { orderOf } from '../asking/request.service.ts';
import { CaseItem, RiskItem, type SupportCase } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { CaseHead, RiskRecord } from '../sealed.ts';

/** Lowering a risk, which no screening and no clock ever does. */
export function riskService({ table, sealer }: Pick<CareDeps, 'table' | 'sealer'>) {
  return {
    /**
     * Lowers the risk of a case for a reason that is kept under seal. A case whose emergency is over goes back to its counsellor, or
     * into the queue.
     *
     * @throws AppError care.closed, care.escalationOpen, care.riskNotLower, care.changedMeanwhile
     */
    async lower(command: Command, caseId: string, { risk, reason }: z.output<typeof LowerRisk>) {
      const { actor, now } = command;
      const supportCase = await mustHold(table, actor, 'care.lowerRisk', caseId);
      if (supportCase.state === 'closed') throw new AppError(careErrors.closed);
      if (supportCase.escalationId) throw new AppError(careErrors.escalationOpen);
      const head = await CaseHead.open(sealer, supportCase.headSealed, caseId);
      if (!head.risk || risks.indexOf(risk) >= risks.indexOf(head.risk)) throw new AppError(careErrors.riskNotLower);
      const { version } = supportCase;
      const [headSealed, sealed] = await Promise.all([
        CaseHead.seal(sealer, { ...head, risk }, caseId),
        RiskRecord.seal(sealer, { from: head.risk, risk, reason }, caseId, now),
      ]);
      const after: SupportCase = { ...supportCase, ...standing(supportCase, risk), headSealed, version: version + 1 };
      const answer = { caseId, state: after.state };
      const outcome = await commit(
        command,
        table,
        {
          supportCase: table.put(CaseItem, after, { is: { version } }),
          record: table.put(RiskItem, { caseId, at: now, by: actor.accountId, sealed }, { absent: true }),
        },
        { answer },
      );
      const changedMeanwhile = () => new AppError(careErrors.changedMeanwhile);
      mustCommit(outcome, { supportCase: changedMeanwhile, record: changedMeanwhile });
      return answer;
    },
  };
}

function standing({ state, counsellor, order }: SupportCase, risk: z.output<typeof LowerRisk>['risk']) {
  if (state === 'escalated' && counsellor !== undefined) return { state: 'assigned', order: undefined } as const;
  if (state === 'escalated' || state === 'waiting') return { state: 'waiting', order: orderOf(risk) } as const;
  return { state, order } as const;
}
