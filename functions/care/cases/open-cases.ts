import type { Table } from '../../platform/table.ts';
import { CaseItem, type SupportCase } from '../care.table.ts';

/** All open cases in somebody's hands. Nobody has so many at a time that they could not be read together. */
export async function openCasesOf(
  table: Table,
  index: 'byCounsellor' | 'openBySocialWorker',
  pseudonym: string,
): Promise<SupportCase[]> {
  const found: SupportCase[] = [];
  let cursor: string | undefined;
  do {
    const page = await table.query(CaseItem, pseudonym, { index, limit: 100, cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}
