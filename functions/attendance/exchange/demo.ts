import type { ServiceRecord } from '@kaifong/shared/attendance/chain.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, type Instant, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import { PushItem, RefusedItem } from './exchange.table.ts';
import { serviceRecordRow } from './rows.ts';

/** Last week's records as they were sent this morning, of which the provincial system did not take one. */
export function* pushWithRefusal(
  table: Table,
  {
    records,
    refused,
    askedBy,
  }: Readonly<{
    records: number;
    refused: { record: ServiceRecord; volunteerNumber: string };
    askedBy: string;
  }>,
  now: Instant,
) {
  const startedAt = shiftBy(now, -5 * minute);
  const pushId = newId('provincialPush', Date.parse(startedAt));
  const row = serviceRecordRow(refused.record, refused);
  yield table.put(PushItem, {
    ...{ pushId, dataset: 'serviceRecords', from: dayOf(shiftBy(now, -8 * day)), until: dayOf(shiftBy(now, -day)) },
    ...{ state: 'done', phase: 'rows', round: 1, part: 2, accepted: records - 1, refused: 1, attempts: 0 },
    ...{ startedAt, finishedAt: shiftBy(startedAt, minute), askedBy, version: 2 },
  });
  yield table.put(RefusedItem, {
    ...{ pushId, recordNumber: row.recordNumber, row, at: shiftBy(startedAt, minute) },
    reason: '志愿者编号在省级系统里还没有登记',
  });
}
