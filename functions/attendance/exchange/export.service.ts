import { columnsOf, datasetNames } from '@kaifong/shared/attendance/exchange/datasets.ts';
import { exchangeErrors } from '@kaifong/shared/attendance/exchange/errors.ts';
import { decideExchangeSpan, mostDays } from '@kaifong/shared/attendance/exchange/rules.ts';
import type { ExchangeFile, ExchangeQuery } from '@kaifong/shared/attendance/exchange/schema.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import type * as z from 'zod';
import { byteOrderMark, csvLine } from '../../platform/csv-line.ts';
import type { Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import type { AttendanceDeps } from '../deps.ts';
import { exchangeRows } from './rows.ts';

/** Records that are read for a page of the file. */
const perPage = 100;

/** Records of a branch as a file, in the order of fields that systems of volunteering exchange. */
export function exchangeExportService(deps: AttendanceDeps) {
  const rows = exchangeRows(deps);
  return {
    /**
     * A page of the file. That it was made is in the audit; without that line there is no first page.
     *
     * @throws AppError platform.notAllowed, platform.cursorInvalid; of exchange: backwards, tooLong, notOverYet
     */
    async page(
      request: Request,
      { place, dataset, from, until, format, cursor }: ExchangeQuery,
      language: Language,
    ): Promise<z.output<typeof ExchangeFile>> {
      const { actor, now } = request;
      actor.mustReach('exchange.export', { scope: place });
      const decision = decideExchangeSpan({ from, until }, { today: dayOf(now), mustBeOver: false });
      if (decision !== 'allowed') throw new AppError(exchangeErrors[decision], { most: mostDays });
      if (!cursor) {
        const who = { ...request, idempotencyKey: crypto.randomUUID() };
        const line = deps.identity.audit.line(who, 'exchange.export', `${place} ${dataset} ${from} ${until}`);
        await transact(deps.table.client, { audit: line });
      }
      const page = await rows.page(dataset, { place, from, until }, { limit: perPage, cursor });
      const next = page.cursor && { cursor: page.cursor };
      const filename = `${datasetNames[dataset][language]}-${from}-${until}.${format}`;
      if (format === 'json') return { filename, rows: page.items, ...next };
      const columns = columnsOf[dataset];
      const heading = cursor ? '' : byteOrderMark + csvLine(columns.map(([, names]) => names[language]));
      const lines = page.items.map((row) => csvLine(columns.map(([field]) => String(row[field] ?? ''))));
      return { filename, csv: heading + lines.join(''), ...next };
    },
  };
}
