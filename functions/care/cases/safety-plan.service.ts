import type { ReturnKey } from '@kaifong/shared/care/asking/asking.ts';
import type { SafetyPlanDraft, SafetyPlanView } from '@kaifong/shared/care/cases/safety-plan.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type * as z from 'zod';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { mustHold, mustRead } from '../access.ts';
import type { AskingService } from '../asking/asking.service.ts';
import { writeAudit } from '../audit.ts';
import { CaseItem, SafetyPlanItem } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { SafetyPlanRecord } from '../sealed.ts';

/** The version of a plan that holds. */
export async function latestPlan(
  { table, sealer }: Pick<CareDeps, 'table' | 'sealer'>,
  caseId: string,
): Promise<SafetyPlanView> {
  const range = { beginsWith: 'PLAN#' };
  const { items } = await table.query(SafetyPlanItem, `CASE#${caseId}`, { range, limit: 1, newestFirst: true });
  const [latest] = items;
  if (!latest) return {};
  const { version, at, sealed } = latest;
  return { plan: { version, at, steps: await SafetyPlanRecord.open(sealer, sealed, caseId, String(version)) } };
}

/** The safety plan of a person: written with her in the case, and hers to open and print. */
export function safetyPlanService({ table, sealer }: CareDeps, asking: AskingService) {
  const planOf = (caseId: string) => latestPlan({ table, sealer }, caseId);

  return {
    /** The plan, for the two people of the case, once the audit has been written. */
    async read(request: Request, caseId: string): Promise<SafetyPlanView> {
      const supportCase = await mustRead(table, request, caseId);
      await writeAudit(table, request, supportCase, 'plan');
      return planOf(caseId);
    },

    /** Her own plan, also when the case has ended. @throws AppError care.noSuchReturn, care.tooManyTries */
    async own({ now }: Command, key: ReturnKey, network: string): Promise<SafetyPlanView> {
      return planOf((await asking.returned(key, network, now)).id);
    },

    /**
     * Keeps a new version beside the earlier ones, as long as the case is still in the hands of the one who writes.
     *
     * @throws AppError care.closed, care.changedMeanwhile when another version was kept meanwhile
     */
    async write(command: Command, caseId: string, { version: before, steps }: z.output<typeof SafetyPlanDraft>) {
      const { actor, now } = command;
      const { state, socialWorker, counsellor } = await mustHold(table, actor, 'care.writePlan', caseId);
      if (state === 'closed') throw new AppError(careErrors.closed);
      if (((await planOf(caseId)).plan?.version ?? 0) !== before) throw new AppError(careErrors.changedMeanwhile);
      const version = before + 1;
      const sealed = await SafetyPlanRecord.seal(sealer, steps, caseId, String(version));
      const holder = socialWorker === actor.accountId ? { socialWorker } : { counsellor };
      const answer = { caseId, version };
      const outcome = await commit(
        command,
        table,
        {
          supportCase: table.check(CaseItem, { id: caseId }, { is: holder }),
          plan: table.put(SafetyPlanItem, { caseId, version, at: now, by: actor.accountId, sealed }, { absent: true }),
        },
        { answer },
      );
      const changed = () => new AppError(careErrors.changedMeanwhile);
      mustCommit(outcome, { supportCase: changed, plan: changed });
      return answer;
    },
  };
}
