import type { Actor } from '../platform/actor.ts';
import type { Table } from '../platform/table.ts';
import { ChainHead } from './attendance.table.ts';
import { kinOf } from './kin.ts';

/** All records that are the actor's own: hers, and those that merges made hers. None for somebody who does not volunteer. */
export async function ownRecordsOf(table: Table, { ownVolunteerId: volunteerId }: Actor): Promise<readonly string[]> {
  if (volunteerId === undefined) return [];
  return (await kinOf(table, volunteerId, await table.get(ChainHead, { volunteerId }))).volunteerIds;
}
