import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { transact } from '../../platform/transact.ts';
import type { AttendanceDeps } from '../deps.ts';
import { AmendmentItem, filesPartition } from './amendment.table.ts';

/** The most that one tick deletes. */
const mostPerTick = 25;

/** Deletes files that were to prove hours which were not recorded, when their time is over. */
export function evidenceRetentionService({ table, keptFiles }: Pick<AttendanceDeps, 'table' | 'keptFiles'>) {
  return {
    /** Safe to run twice, or twice at once: the file goes first, and one that is gone is gone. */
    async onTick(now: Instant): Promise<void> {
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const { items } = await table.query(AmendmentItem, filesPartition, due);
      for (const amendment of items) {
        await keptFiles.drop(amendment.file);
        const { version } = amendment;
        const after = { ...amendment, fileGone: true as const, version: version + 1 };
        await transact(table.client, { amendment: table.put(AmendmentItem, after, { is: { version } }) });
      }
    },
  };
}
