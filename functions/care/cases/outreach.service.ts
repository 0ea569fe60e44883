import { type Outreach, type OutreachView, outreachLeft } from '@kaifong/shared/care/cases/outreach.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { mustHold } from '../access.ts';
import { CaseItem } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { OutreachRecord } from '../sealed.ts';
import { OutreachItem } from './session.table.ts';
import { sessionRowsOf } from './sessions-of-case.ts';

type Storage = Pick<CareDeps, 'table' | 'sealer'>;

/** All tries to find out how the person of a case is, in order of time. */
export async function outreachOfCase({ table, sealer }: Storage, caseId: string): Promise<OutreachView[]> {
  const { rows } = await table.collect(`CASE#${caseId}`, { beginsWith: 'OUTREACH#' }, { rows: OutreachItem });
  const viewOf = async ({ at, sealed }: (typeof rows)[number]) => {
    const { by: _, ...tried } = await OutreachRecord.open(sealer, sealed, caseId, at);
    return { at, ...tried };
  };
  return Promise.all(rows.map(viewOf));
}

/** Looking for somebody who did not come or does not answer. */
export function outreachService({ table, sealer }: CareDeps) {
  return {
    /** Keeps a try. @throws AppError care.closed, care.changedMeanwhile */
    async record(command: Command, caseId: string, tried: Outreach) {
      const { actor, now } = command;
      const { state, version } = await mustHold(table, actor, 'care.reachOut', caseId);
      if (state === 'closed') throw new AppError(careErrors.closed);
      const [before, sessions, sealed] = await Promise.all([
        outreachOfCase({ table, sealer }, caseId),
        sessionRowsOf(table, caseId),
        OutreachRecord.seal(sealer, { ...tried, by: actor.accountId }, caseId, now),
      ]);
      const answer = { left: outreachLeft([...before, { ...tried, at: now }], sessions) };
      const outcome = await commit(
        command,
        table,
        {
          supportCase: table.check(CaseItem, { id: caseId }, { is: { version } }),
          outreach: table.put(OutreachItem, { caseId, at: now, sealed }, { absent: true }),
        },
        { answer },
      );
      mustCommit(outcome, { supportCase: changedMeanwhile, outreach: changedMeanwhile });
      return answer;
    },
  };
}

const changedMeanwhile = () => new AppError(careErrors.changedMeanwhile);
