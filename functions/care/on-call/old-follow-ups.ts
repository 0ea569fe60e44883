import type { Table } from '../../platform/table.ts';
import { transact } from '../../platform/transact.ts';
import { type FollowUp, FollowUpItem } from './crisis.table.ts';

/**
 * Gives an alarm to open follow-ups of before there were alarms, which `byDue` does not list: they have no count of alarms. Written once more as it is, each
 * stands there too. Somebody else may have been first.
 */
export async function withAlarms(table: Table, followUps: readonly FollowUp[]): Promise<void> {
  for (const followUp of followUps) {
    if (!followUp.open || followUp.alarms !== undefined) continue;
    const { version } = followUp;
    const listed = { ...followUp, alarms: 0, version: version + 1 };
    await transact(table.client, { followUp: table.put(FollowUpItem, listed, { is: { version } }) });
  }
}
