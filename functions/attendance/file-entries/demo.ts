import type { FileEntry } from '@kaifong/shared/attendance/file-entries/schema.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import { FileEntryItem, FileWithdrawal } from './file-entry.table.ts';

type Words = Omit<FileEntry, 'on' | 'entryId' | 'recordedAt' | 'withdrawn'>;

/** Each with how many days ago it was written, and why it was taken back since. */
const written: readonly (readonly [daysAgo: number, entry: Words, takenBack?: string])[] = [
  [60, { kind: 'award', title: '年度优秀志愿者', by: '逢源街道办事处', words: '全年参加巡逻 48 次' }],
  [20, { kind: 'complaint', title: '迟到半小时', by: '社区居民', words: '核实当天公交改道', outcome: 'notUpheld' }],
  [9, { kind: 'evaluation', title: '重阳节探访', by: '服务对象', words: '很耐心，记得带老花镜', rating: 5 }],
  [8, { kind: 'award', title: '季度之星', by: '逢源街道办事处', words: '' }, '登记错了人，应为同队另一位'],
];

/** What stands in the service file of somebody who has served for long; without the events. */
export function* fileEntriesInDemo(
  table: Table,
  person: Readonly<{ volunteerId: string; volunteerNumber: string; community: string }>,
  { recordedBy, now }: Readonly<{ recordedBy: string; now: Instant }>,
) {
  for (const [daysAgo, entry, reason] of written) {
    const recordedAt = shiftBy(now, -daysAgo * day);
    const stored: FileEntryItem = {
      ...entry,
      ...{ on: dayOf(shiftBy(recordedAt, -day)), entryId: newId('fileEntry', Date.parse(recordedAt)) },
      ...{ ...person, recordedAt, recordedBy, version: reason ? 2 : 1 },
    };
    const withdrawn = reason && { at: shiftBy(recordedAt, day), reason };
    yield table.put(FileEntryItem, { ...stored, ...(withdrawn && { withdrawn }) });
    if (withdrawn) yield table.put(FileWithdrawal, { ...stored, withdrawn });
  }
}
