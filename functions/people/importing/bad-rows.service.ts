import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { importErrors } from '@kaifong/shared/people/importing/import-errors.ts';
import type { BadRowsFile, RejectedRow } from '@kaifong/shared/people/importing/import-schema.ts';
import * as z from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts';
import type { Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { BadRow, badRowLine, badRowsHeading, rejectedRow } from './bad-rows.ts';
import { badRowsKeptFor, badRowsPlace, ImportPart, partsOf, VolunteerImportItem } from './import.table.ts';

const BadRows = z.array(BadRow);

/** Where a page of rejected rows ended. */
const RowPlace = z.object({ part: z.coerce.number().int().min(0), line: z.coerce.number().int().min(0) });
type RowPlace = z.output<typeof RowPlace>;

/** A page of the file ends after so many characters. */
const pageLength = 500_000;

const filenames: Record<Language, string> = {
  'zh-Hans': '志愿者名单-退回',
  'zh-Hant': '志願者名單-退回',
  en: 'volunteers-rejected',
};

/** What of an import did not enter, while it is kept. */
export function badRowsService({ table, sealer, identity }: PeopleDeps) {
  async function mustHaveBadRows({ actor, now }: Request, importId: string): Promise<VolunteerImportItem> {
    const found = await table.get(VolunteerImportItem, { importId });
    if (!found) throw new AppError(platformErrors.notFound);
    actor.mustReach('volunteer.import', { scope: found.place });
    if (now >= shiftBy(found.startedAt, badRowsKeptFor)) throw new AppError(importErrors.badRowsGone);
    return found;
  }

  /** The bad rows from a part on, in the order of the list. */
  async function* rowsFrom(
    { importId, aim }: VolunteerImportItem,
    first: number,
  ): AsyncGenerator<BadRow & { part: number }> {
    const range = { from: ImportPart.key({ importId, aim, part: first }).sk, to: `${partsOf[aim]}~` };
    let cursor: string | undefined;
    do {
      const page = await table.query(ImportPart, `IMPORT#${importId}`, { range, limit: 100, cursor });
      for (const { part, badRowsSealed } of page.items) {
        if (!badRowsSealed) continue;
        const opened = await sealer.open(badRowsSealed, badRowsPlace({ importId, aim, part }));
        yield* BadRows.parse(JSON.parse(opened)).map((row) => ({ ...row, part }));
      }
      cursor = page.cursor;
    } while (cursor);
  }

  /** The bad rows of an import as the text of a CSV file, in pieces. */
  async function* textOf(found: VolunteerImportItem, language: Language): AsyncGenerator<string> {
    const { headings = [] } = found;
    yield badRowsHeading(headings, language);
    for await (const row of rowsFrom(found, 0)) yield badRowLine(headings, row, language);
  }

  return {
    /**
     * What is wrong in each of the rows, in the order of the list. Nothing of what stood in them is shown, so that
     * looking at it is no reading of personal data.
     *
     * @throws AppError platform.notFound, platform.notAllowed, platform.cursorInvalid, import.badRowsGone
     */
    async faults(
      request: Request,
      importId: string,
      { cursor, limit }: PageQuery,
      language: Language,
    ): Promise<Page<RejectedRow>> {
      const found = await mustHaveBadRows(request, importId);
      const after = cursor ? rowPlaceFrom(cursor, importId) : { part: 0, line: 0 };
      const items: RejectedRow[] = [];
      let last = after;
      for await (const row of rowsFrom(found, after.part)) {
        if (row.line <= after.line) continue;
        if (items.length === limit) return { items, cursor: cursorAfter(last, importId) };
        items.push(rejectedRow(row, language));
        last = row;
      }
      return { items };
    },

    /**
     * The bad rows as a file, page by page: the pages one after the other are the file. Reading it is in the audit, since it
     * shows whole numbers; without that line there is no first page.
     *
     * @throws AppError platform.notFound, platform.notAllowed, platform.cursorInvalid, import.badRowsGone
     */
    async file(
      request: Request,
      importId: string,
      { cursor }: Readonly<{ cursor?: string | undefined }>,
      language: Language,
    ): Promise<z.output<typeof BadRowsFile>> {
      const found = await mustHaveBadRows(request, importId);
      const { headings = [], startedAt } = found;
      const after = cursor ? rowPlaceFrom(cursor, importId) : { part: 0, line: 0 };
      if (!cursor) {
        const who = { ...request, idempotencyKey: crypto.randomUUID() };
        await transact(table.client, {
          audit: identity.accounts.audit(who, 'volunteer.readBadRows', `${importId} ${found.place}`),
        });
      }
      const filename = `${filenames[language]}-${dayOf(startedAt)}.csv`;
      let csv = cursor ? '' : badRowsHeading(headings, language);
      let last = after;
      for await (const row of rowsFrom(found, after.part)) {
        if (row.line <= after.line) continue;
        if (csv.length > pageLength) return { filename, csv, cursor: cursorAfter(last, importId) };
        csv += badRowLine(headings, row, language);
        last = row;
      }
      return { filename, csv };
    },

    /** The same for the operator's command line, whose import is in the audit as a whole. */
    textOf: async (found: VolunteerImportItem, language: Language) => textOf(found, language),
  };
}

function cursorAfter({ part, line }: RowPlace, importId: string): string {
  return encodeCursor({ importId, part: String(part), line: String(line) });
}

function rowPlaceFrom(cursor: string, importId: string): RowPlace {
  const place = RowPlace.safeParse(decodeCursor(cursor, { attribute: 'importId', partition: importId }));
  if (!place.success) throw new AppError(platformErrors.cursorInvalid);
  return place.data;
}
