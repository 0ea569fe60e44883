import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import type { RejectedRow } from '@kaifong/shared/people/import-schema.ts';
import * as z from 'zod';
import { decodeCursor, encodeCursor } from '../platform/cursor.ts';
import type { Request } from '../platform/request.ts';
import { transact } from '../platform/transact.ts';
import { BadRow, badRowsCsv, rejectedRow } from './bad-rows.ts';
import type { PeopleDeps } from './deps.ts';
import { badRowsKeptFor, badRowsPlace, ImportPart, VolunteerImportItem } from './import.table.ts';

const BadRows = z.array(BadRow);

/** Where a page of rejected rows ended. */
const RowPlace = z.object({ part: z.coerce.number().int().min(0), line: z.coerce.number().int().min(0) });
type RowPlace = z.output<typeof RowPlace>;

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
    if (now >= shiftBy(found.startedAt, badRowsKeptFor)) throw new AppError(peopleErrors.badRowsGone);
    return found;
  }

  /** The bad rows from a part on, in the order of the list. */
  async function* rowsFrom(importId: string, first: number): AsyncGenerator<BadRow & { part: number }> {
    const range = { from: ImportPart.key({ importId, part: first }).sk };
    let cursor: string | undefined;
    do {
      const page = await table.query(ImportPart, `IMPORT#${importId}`, { range, limit: 100, cursor });
      for (const { part, badRowsSealed } of page.items) {
        if (!badRowsSealed) continue;
        const opened = await sealer.open(badRowsSealed, badRowsPlace(importId, part));
        yield* BadRows.parse(JSON.parse(opened)).map((row) => ({ ...row, part }));
      }
      cursor = page.cursor;
    } while (cursor);
  }

  async function fileOf({ importId, headings, startedAt }: VolunteerImportItem, language: Language) {
    const rows: BadRow[] = [];
    for await (const row of rowsFrom(importId, 0)) rows.push(row);
    return { filename: `${filenames[language]}-${dayOf(startedAt)}.csv`, csv: badRowsCsv(headings, rows, language) };
  }

  return {
    /**
     * What is wrong in each of the rows, in the order of the list. Nothing of what stood in them is shown, so that
     * looking at it is no reading of personal data.
     *
     * @throws AppError platform.notFound, platform.notAllowed, platform.cursorInvalid, people.badRowsGone
     */
    async faults(
      request: Request,
      importId: string,
      { cursor, limit }: PageQuery,
      language: Language,
    ): Promise<Page<RejectedRow>> {
      await mustHaveBadRows(request, importId);
      const after = cursor ? rowPlaceFrom(cursor, importId) : { part: 0, line: 0 };
      const items: RejectedRow[] = [];
      let last = after;
      for await (const row of rowsFrom(importId, after.part)) {
        if (row.line <= after.line) continue;
        if (items.length === limit) return { items, cursor: cursorAfter(last, importId) };
        items.push(rejectedRow(row, language));
        last = row;
      }
      return { items };
    },

    /**
     * The bad rows as a file. Reading it is in the audit, since it shows whole numbers; without that line there is no
     * file.
     *
     * @throws AppError platform.notFound, platform.notAllowed, people.badRowsGone
     */
    async file(request: Request, importId: string, language: Language) {
      const found = await mustHaveBadRows(request, importId);
      const who = { ...request, idempotencyKey: crypto.randomUUID() };
      await transact(table.client, { audit: identity.accounts.audit(who, 'volunteer.readBadRows', importId) });
      return fileOf(found, language);
    },

    /** The same for the operator's command line, whose import is in the audit as a whole. */
    fileOf,
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
