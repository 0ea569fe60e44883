import type { OwnProgress, ReturnKey } from '@kaifong/shared/care/asking/asking.ts';
import { measuresOf, outcomeOf, type Progress } from '@kaifong/shared/care/cases/outcome.ts';
import type { Command, Request } from '../../platform/request.ts';
import { mustRead, sinceWhen } from '../access.ts';
import type { AskingService } from '../asking/asking.service.ts';
import { writeAudit } from '../audit.ts';
import { ScreeningItem, type ScreeningRow, type SupportCase } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { CaseContent, ScreeningRecord } from '../sealed.ts';
import { handoversOfCase } from './handover.service.ts';
import { sessionRowsOf } from './sessions-of-case.ts';

/** How somebody has been over the sessions: the sums of PHQ-9 and GAD-7, day by day. */
export function progressService({ table, sealer }: CareDeps, asking: AskingService) {
  async function screeningsSince(caseId: string, since: string) {
    const { rows } = await table.collect(`CASE#${caseId}`, { beginsWith: 'SCREENING#' }, { rows: ScreeningItem });
    const open = ({ key, sealed }: ScreeningRow) => ScreeningRecord.open(sealer, sealed, caseId, key);
    return Promise.all(rows.filter(({ at }) => at >= since).map(open));
  }

  return {
    /**
     * What the sessions led to by the NHS rule, once the audit has been written. A counsellor who had the case from another sees what came since,
     * and not what was before.
     *
     * @throws AppError platform.notAllowed
     */
    async read(request: Request, caseId: string): Promise<Progress> {
      const supportCase = await mustRead(table, request, caseId);
      await writeAudit(table, request, supportCase, 'progress');
      const handovers = await handoversOfCase({ table }, caseId);
      const since = sinceWhen(request.actor, supportCase, handovers.length > 0);
      const [screenings, sessions] = await Promise.all([screeningsSince(caseId, since), sessionRowsOf(table, caseId)]);
      const measures = measuresOf(screenings);
      const sessionsHeld = sessions.filter(({ state, startsAt }) => state === 'held' && startsAt >= since).length;
      return { measures, sessionsHeld, outcome: outcomeOf(measures, sessionsHeld) };
    },

    /** Her own sums, for whoever has the return code and word; of somebody who asked for another person nothing. */
    async own({ now }: Command, key: ReturnKey, network: string): Promise<OwnProgress> {
      const supportCase: SupportCase = await asking.returned(key, network, now);
      const { id, contentSealed } = supportCase;
      const [standing, { forWhom }] = await Promise.all([
        asking.standingOf(supportCase, now),
        CaseContent.open(sealer, contentSealed, id),
      ]);
      const isForSelf = forWhom === 'self';
      return { standing, isForSelf, measures: isForSelf ? measuresOf(await screeningsSince(id, '')) : [] };
    },
  };
}
