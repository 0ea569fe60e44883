import { mostInNeedFirst } from '@kaifong/shared/care/cases/own-cases.ts';
import type { CaseEntry, MyCasesQuery, OwnCase } from '@kaifong/shared/care/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type * as z from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import type { Request } from '../../platform/request.ts';
import { CaseItem, type SupportCase } from '../care.table.ts';
import type { CareDeps } from '../deps.ts';
import { filteredPage } from '../filtered-page.ts';
import { caseEntryOf } from './case.service.ts';
import { openCasesOf } from './open-cases.ts';
import { sessionRowsOf } from './sessions-of-case.ts';

type Hands = z.output<typeof MyCasesQuery>['as'];

/** The cases that somebody has, or had, in hand. */
export function ownCasesService({ table, sealer }: Pick<CareDeps, 'table' | 'sealer'>) {
  /** A counsellor is told of her own sessions only; those of before are in the summary. */
  async function ownCaseOf(supportCase: SupportCase, as: Hands, now: Instant): Promise<OwnCase> {
    const [entry, rows] = await Promise.all([caseEntryOf(sealer, supportCase), sessionRowsOf(table, supportCase.id)]);
    const sessions = as === 'counsellor' ? rows.filter((row) => row.counsellor === supportCase.counsellor) : rows;
    const talkedAt = sessions.find(({ state }) => state === 'held')?.startsAt;
    const nextAt = sessions.findLast(({ state, startsAt }) => state === 'planned' && startsAt >= now)?.startsAt;
    return { ...entry, ...(talkedAt && { talkedAt }), ...(nextAt && { nextAt }) };
  }

  /** The order is that of the moment of the first page. */
  async function openPage({ actor, now }: Request, as: Hands, { limit, cursor }: PageQuery): Promise<Page<OwnCase>> {
    const list = `OWN#${as}`;
    const after = cursor ? decodeCursor(cursor, { attribute: 'list', partition: list }) : undefined;
    const asOf = after?.asOf ?? now;
    const cases =
      as === 'counsellor'
        ? await openCasesOf(table, 'byCounsellor', actor.volunteerId)
        : await openCasesOf(table, 'openBySocialWorker', actor.accountId);
    const own = await Promise.all(cases.map((supportCase) => ownCaseOf(supportCase, as, now)));
    const sorted = mostInNeedFirst(own, asOf);
    const from = after ? sorted.findIndex(({ caseId }) => caseId === after.id) + 1 : 0;
    const items = sorted.slice(from, from + limit);
    const last = items.at(-1);
    const hasMore = last !== undefined && sorted.length > from + limit;
    return { items, ...(hasMore && { cursor: encodeCursor({ list, asOf, id: last.caseId }) }) };
  }

  /** A counsellor has none: with the end of a case it is hers no more. */
  async function endedPage({ actor }: Request, paging: PageQuery): Promise<Page<CaseEntry>> {
    const where = {
      ...{ index: 'bySocialWorker', partition: actor.accountId, newestFirst: true },
      keep: ({ state }: SupportCase) => state === 'closed',
    };
    const { items, ...rest } = await filteredPage(table, CaseItem, where, paging);
    return { ...rest, items: await Promise.all(items.map((each) => caseEntryOf(sealer, each))) };
  }

  return {
    /** The open ones, what needs something first, or those that ended, the latest first. @throws AppError platform.notAllowed without the role */
    async list(request: Request, { as, which, ...paging }: z.output<typeof MyCasesQuery>): Promise<Page<OwnCase>> {
      if (request.actor.scopesAs(as).length === 0) throw new AppError(platformErrors.notAllowed);
      if (which === 'open') return openPage(request, as, paging);
      return as === 'socialWorker' ? endedPage(request, paging) : { items: [] };
    },
  };
}
