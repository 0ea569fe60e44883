import { randomUUID } from 'node:crypto';
import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Instant } from '@kaifong/shared/kernel/time.ts';
import * as z from 'zod';
import { itemType } from '../platform/item-type.ts';
import type { Request } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import { transact } from '../platform/transact.ts';

/** What was opened: the case, its notes, how it matches, or the way to reach the person in an emergency. */
type Opened = 'case' | 'notes' | 'candidates' | 'contact';

/** A line of the audit: who opened what of a case. Only this file knows it, and there is no way here to change one or take it away. */
const AuditLine = itemType({
  entity: 'careAuditLine',
  schema: z.object({
    caseId: Id('supportCase'),
    at: Instant,
    key: z.string(),
    reader: z.string(),
    opened: z.enum(['case', 'notes', 'candidates', 'contact']),
  }),
  key: ({ caseId, at, key }: { caseId: string; at: string; key: string }) => ({
    pk: `AUDIT#${caseId}`,
    sk: `${at}#${key}`,
  }),
});

/**
 * Writes down who is about to open what, before anything is opened.
 *
 * @throws whatever keeps the line from being written; then nothing may be read
 */
export async function writeAudit(table: Table, { actor, now }: Request, caseId: string, opened: Opened): Promise<void> {
  const line = { caseId, at: now, key: randomUUID(), reader: actor.accountId, opened };
  await transact(table.client, { line: table.put(AuditLine, line, { absent: true }) });
}
