import type { ServiceRecord } from '@kaifong/shared/attendance/chain.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { putDoubt } from './doubts.table.ts';

/** A made-up doubt for a coordinator to look into: so many people came by one phone. None when nobody served. */
export function doubtOfOneDevice(table: Table, records: readonly ServiceRecord[]): Write | undefined {
  const [last] = records.toReversed();
  const volunteerIds = [...new Set(records.map(({ volunteerId }) => volunteerId))].slice(0, 6);
  if (!last) return undefined;
  const { teamScope, day, recordedAt, confirmedBy } = last;
  return putDoubt(table, undefined, {
    id: newId('doubt', Date.parse(recordedAt)),
    facts: { kind: 'oneDevice', people: volunteerIds.length },
    state: 'open',
    ...{ teamScope, day, volunteerIds, accountIds: [confirmedBy], raisedAt: recordedAt },
  });
}
