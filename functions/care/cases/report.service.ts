import type { Report, ReportEntry, ReportReceipt, ReportView } from '@kaifong/shared/care/cases/report.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { mustHold } from '../access.ts';
import { aliasesOf } from '../aliases.ts';
import { CaseItem, ReportItem, type ReportRow, reportsBy } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { ReportRecord } from '../sealed.ts';

type Storage = Pick<CareDeps, 'table' | 'sealer'>;

/** All reports of a case, in order of time. */
export async function reportsOfCase({ table, sealer }: Storage, caseId: string): Promise<ReportView[]> {
  const { rows } = await table.collect(`CASE#${caseId}`, { beginsWith: 'REPORT#' }, { rows: ReportItem });
  const viewOf = async ({ at, open, sealed }: ReportRow) => {
    const { by: _, ...report } = await ReportRecord.open(sealer, sealed, caseId, at);
    return { at, open, ...report };
  };
  return Promise.all(rows.map(viewOf));
}

/** Reports of harm to a minor: opened by a sign, ended by a receipt, and by nothing else. */
export function reportService({ table, sealer }: CareDeps) {
  async function open(command: Command, caseId: string, report: Report, attempt = 0) {
    const { actor, now } = command;
    const supportCase = await mustHold(table, actor, 'care.report', caseId);
    const { version, socialWorker } = supportCase;
    const sealed = await ReportRecord.seal(sealer, { ...report, by: actor.accountId }, caseId, now);
    const answer = { caseId, open: true };
    const outcome = await commit(
      command,
      table,
      {
        // A closing that has looked for reports before this one finds the case changed.
        supportCase: table.put(CaseItem, { ...supportCase, version: version + 1 }, { is: { version } }),
        report: table.put(ReportItem, { caseId, at: now, socialWorker, open: true, sealed }, { absent: true }),
      },
      { answer },
    );
    if (!outcome.committed && attempt < 5) return open(command, caseId, report, attempt + 1);
    mustCommit(outcome, { supportCase: changedMeanwhile, report: changedMeanwhile });
    return answer;
  }

  return {
    /**
     * Opens a report. It changes nothing that the one who asked for support can see, and goes on when the case has ended.
     *
     * @throws AppError care.changedMeanwhile
     */
    open: (command: Command, caseId: string, report: Report) => open(command, caseId, report),

    /** The report was taken by those whom the law names. @throws AppError care.reportEnded */
    async receive(command: Command, caseId: string, { at, ...receipt }: ReportReceipt) {
      const { actor, now } = command;
      await mustHold(table, actor, 'care.report', caseId);
      const found = await table.get(ReportItem, { caseId, at });
      if (!found?.open) throw new AppError(careErrors.reportEnded);
      const report = await ReportRecord.open(sealer, found.sealed, caseId, at);
      const sealed = await ReportRecord.seal(sealer, { ...report, receipt: { ...receipt, at: now } }, caseId, at);
      const answer = { caseId, open: false };
      const ended = table.put(ReportItem, { ...found, open: false, sealed }, { is: { open: true } });
      const outcome = await commit(command, table, { report: ended }, { answer });
      mustCommit(outcome, { report: () => new AppError(careErrors.reportEnded) });
      return answer;
    },

    /** The reports of one's own cases that still need a receipt, the longest open first. */
    async mine({ actor }: Request, paging: PageQuery): Promise<Page<ReportEntry>> {
      if (actor.scopesAs('socialWorker').length === 0) throw new AppError(platformErrors.notAllowed);
      const page = await table.query(ReportItem, reportsBy(actor.accountId), { index: 'byDue', ...paging });
      const aliasOf = await aliasesOf({ table, sealer }, page.items);
      return { ...page, items: page.items.map(({ caseId, at }) => ({ caseId, alias: aliasOf(caseId), at })) };
    },
  };
}

const changedMeanwhile = () => new AppError(careErrors.changedMeanwhile);
