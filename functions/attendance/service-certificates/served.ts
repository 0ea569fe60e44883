import { type ChainRecord, emptyChain } from '@kaifong/shared/attendance/chain.ts';
import type { Table } from '../../platform/table.ts';
import { ChainHead, RecordItem } from '../attendance.table.ts';
import { kinOf } from '../kin.ts';

/** All records of one person, of every record that a merge made hers, and where her own chain ends. */
export async function recordsOfPerson(table: Table, volunteerId: string) {
  const head = await table.get(ChainHead, { volunteerId });
  const { volunteerIds } = await kinOf(table, volunteerId, head);
  const chains = await Promise.all(volunteerIds.map((each) => chainOf(table, each)));
  return { records: chains.flat(), head: { seq: head?.seq ?? emptyChain.seq, hash: head?.hash ?? emptyChain.hash } };
}

async function chainOf(table: Table, volunteerId: string): Promise<ChainRecord[]> {
  const records: ChainRecord[] = [];
  let cursor: string | undefined;
  do {
    const range = { beginsWith: 'RECORD#' };
    const page = await table.query(RecordItem, `VOLUNTEER#${volunteerId}`, { range, limit: 200, cursor });
    records.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return records;
}
