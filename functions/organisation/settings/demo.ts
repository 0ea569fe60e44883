import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { ChangeItem } from './settings.table.ts';

/** A change of the demo that was declined a month ago: figures are as usual, and the history shows how they are decided on. */
export function settingsDemoItem(
  table: Table,
  now: Instant,
  people: Readonly<Record<'proposedBy' | 'decidedBy', string>>,
): Write {
  const proposedAt = shiftBy(now, -32 * day);
  return table.put(ChangeItem, {
    id: newId('settingsChange', Date.parse(proposedAt)),
    group: 'attendance',
    from: dayOf(shiftBy(now, -20 * day)),
    changed: { confirmWithinDays: 7 },
    before: { confirmWithinDays: 3 },
    why: '周末班次多，队长一时确认不完，想多给几天。',
    state: 'declined',
    proposedAt,
    decidedAt: shiftBy(now, -30 * day),
    ...people,
  });
}
