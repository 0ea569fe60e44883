import type { Handover, HandoverView } from '@kaifong/shared/care/cases/handover.ts';
import { sessionErrors } from '@kaifong/shared/care/cases/session-errors.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { namesAnIllness } from '@kaifong/shared/care/words.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { mustHold, mustRead } from '../access.ts';
import { writeAudit } from '../audit.ts';
import { HandoverItem, type HandoverRow } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { HandoverRecord } from '../sealed.ts';
import { leavingWrites, leftOpen } from './leaving.ts';

/** A case that goes from one counsellor to the next: what the first leaves is a summary, and all that the next one sees of before. */
export function handoverService({ table, sealer }: CareDeps) {
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
      const { state, counsellor, counsellorId, escalationId } = supportCase;
      if (state === 'closed') throw new AppError(careErrors.closed);
      if (escalationId) throw new AppError(careErrors.escalationOpen);
      if (!counsellor || !counsellorId) throw new AppError(sessionErrors.noCounsellor);
      if (!asMeant && namesAnIllness(`${words.text}\n${words.nextStep}`)) throw new AppError(careErrors.namesAnIllness);
      const { open, isUntold } = await leftOpen({ table, sealer }, supportCase, now);
      if (isUntold) throw new AppError(sessionErrors.notTold);
      const summary = { words, open, by: actor.accountId };
      const { after, writes } = await leavingWrites({ table, sealer }, { ...supportCase, counsellorId }, summary, now);
      const answer = { caseId, state: after.state };
      const outcome = await commit(command, table, writes, { answer });
      mustCommit(outcome, Object.fromEntries(Object.keys(writes).map((name) => [name, changedMeanwhile])));
      return answer;
    },

    /** The summaries of a case, the latest first, once the audit has been written. */
    async list(request: Request, caseId: string): Promise<{ items: HandoverView[] }> {
      const supportCase = await mustRead(table, request, caseId);
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
