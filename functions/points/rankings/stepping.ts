import { stepOf } from '@kaifong/shared/points/ranking/ranking.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { partFor, StandingItem, StepItem } from './rankings.table.ts';

/** Minutes that are added to somebody's standing as it was read. */
type Added = Readonly<{ volunteerId: string; before: number | undefined; minutes: number }>;

/**
 * The writes that add minutes to standings of one ranking, and move their holders from one step to another where they change it. What two
 * of them do to one step is one write.
 */
export function standingsMoved(
  table: Table,
  { period, scope }: Pick<StandingItem, 'period' | 'scope'>,
  all: readonly Added[],
): Record<string, Write> {
  const writes: Record<string, Write> = {};
  const steps = new Map<string, { part: number; step: number; people: number }>();
  const count = (part: number, step: number | undefined, people: number) => {
    if (step === undefined) return;
    const before = steps.get(`${part} ${step}`)?.people ?? 0;
    steps.set(`${part} ${step}`, { part, step, people: before + people });
  };
  for (const { volunteerId, before, minutes } of all) {
    const after = (before ?? 0) + minutes;
    writes[`standing ${period} ${scope} ${volunteerId}`] = table.put(
      StandingItem,
      { period, scope, volunteerId, minutes: after },
      before === undefined ? { absent: true } : { is: { minutes: before } },
    );
    const part = partFor(scope, volunteerId);
    count(part, stepOf(before ?? 0), -1);
    count(part, stepOf(after), 1);
  }
  for (const { part, step, people } of steps.values()) {
    if (people === 0) continue;
    const key = { period, scope, part, step };
    writes[`step ${period} ${scope} ${part} ${step}`] = table.adjust(StepItem, key, { add: { people }, set: key });
  }
  return writes;
}
