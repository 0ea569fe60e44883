import { randomUUID } from 'node:crypto';
import { CareReading, type CareReadingsQuery } from '@kaifong/shared/care/audit-schema.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { Day, dayOf } from '@kaifong/shared/kernel/time.ts';
import { isWithin, Scope } from '@kaifong/shared/organisation/scope.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';
import type { Request } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import { transact } from '../platform/transact.ts';

/**
 * A line of the audit: who opened what of a case. It lies there three times, by case, by reader and by day. Only this file knows it, and there is no
 * way here to change one or take it away.
 */
const AuditLine = itemType({
  entity: 'careAuditLine',
  schema: CareReading.extend({ list: z.string(), key: z.string(), day: Day.optional(), place: Scope.optional() }),
  key: ({ list, at, key }: { list: string; at: string; key: string }) => ({ pk: `AUDIT#${list}`, sk: `${at}#${key}` }),
});

type Opening = Readonly<{ id: string; place: string; socialWorker: string; counsellor?: string | undefined }>;

/**
 * Writes down who is about to open what, before anything is opened.
 *
 * @throws whatever keeps the line from being written; then nothing may be read
 */
export async function writeAudit(
  table: Table,
  { actor, now }: Request,
  { id: caseId, place, socialWorker, counsellor }: Opening,
  opened: CareReading['opened'],
): Promise<void> {
  const isSocialWorker = socialWorker === actor.accountId;
  const isCounsellor = counsellor !== undefined && actor.isVolunteer(counsellor);
  const byWhat: Partial<Record<typeof opened, CareReading['as']>> = { contact: 'onCall', emergency: 'careSupervisor' };
  const asHolder = isSocialWorker ? 'socialWorker' : isCounsellor ? 'counsellor' : 'careSupervisor';
  const as = byWhat[opened] ?? asHolder;
  await writeLine(table, { caseId, place, at: now, reader: actor.accountId, as, opened }, caseId);
}

/**
 * The same of what a counsellor brought to supervision, and of how she is herself.
 *
 * @throws whatever keeps the line from being written; then nothing may be read
 */
export async function writeCounsellorAudit(
  table: Table,
  { actor, now }: Request,
  counsellorId: string,
  opened: CareReading['opened'],
  as: 'counsellor' | 'careSupervisor',
): Promise<void> {
  await writeLine(table, { counsellorId, at: now, reader: actor.accountId, as, opened }, counsellorId);
}

async function writeLine(table: Table, opening: CareReading & { place?: string }, about: string): Promise<void> {
  const day = dayOf(opening.at);
  const line = { ...opening, day, key: randomUUID() };
  const put = (list: string) => table.put(AuditLine, { ...line, list }, { absent: true });
  await transact(table.client, {
    byCase: put(about),
    byReader: put(`READER#${line.reader}`),
    byDay: put(`DAY#${day}`),
  });
}

/** Reads the audit, for those who supervise: it tells who opened what and when, and nothing of what it was. */
export function auditReader(table: Table) {
  return {
    /**
     * The lines of a case, a reader or a day (today when nothing is said) at a place and below it, the newest first. A page may hold fewer than
     * asked, or none, where lines of other places lie between.
     *
     * @throws AppError platform.notAllowed, platform.cursorInvalid
     */
    async search(
      { actor, now }: Request,
      { place, caseId, reader, day, limit, cursor }: CareReadingsQuery,
    ): Promise<Page<CareReading>> {
      actor.mustReach('care.readAudit', { scope: place });
      const list = caseId ?? (reader ? `READER#${reader}` : `DAY#${day ?? dayOf(now)}`);
      const page = await table.query(AuditLine, `AUDIT#${list}`, { limit, cursor, newestFirst: true });
      const keep = (line: (typeof page.items)[number]) =>
        isWithin(line.place ?? place, place) && (day === undefined || (line.day ?? dayOf(line.at)) === day);
      return { ...page, items: page.items.filter(keep) };
    },
  };
}
