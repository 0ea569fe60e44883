import { onCallPaged } from '@kaifong/shared/care/events.ts';
import { highestLevel } from '@kaifong/shared/care/on-call/escalation.ts';
import { ableOf, gapsIn, horizonOf, mustWarn, nextLook } from '@kaifong/shared/care/on-call/rota.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import type { CareDeps } from '../deps.ts';
import { eachDue } from '../each-due.ts';
import { RotaHead, rotasToLookAt } from './rota.table.ts';
import { ableAt, dutiesIn } from './rota-reader.ts';

/** Tells the supervisors in the morning when a rota that they plan has a gap in the days to come. */
export function rotaWatchService(deps: CareDeps) {
  const { table, pageOnCall } = deps;

  /** Calling comes first: twice is better than never. */
  async function look(found: RotaHead, now: Instant): Promise<void> {
    const head = await table.get(RotaHead, found);
    if (!head || head.lookAt > now) return;
    const { place, version } = head;
    const [all, able] = await Promise.all([dutiesIn(deps, place, horizonOf(now)), ableAt(deps, place, now)]);
    const duties = all.filter((duty) => duty.place === place && ableOf(duty, able).length > 0);
    const event = onCallPaged.make(now, { place, level: highestLevel, reason: 'rotaGap', called: 'everyone' });
    const isWarned = mustWarn(gapsIn(duties, horizonOf(now)), now);
    if (isWarned) await pageOnCall(onCallPaged.read(event), []);
    const looked = { ...head, lookAt: nextLook(now), version: version + 1 };
    await transact(table.client, {
      head: table.put(RotaHead, looked, { is: { version } }),
      ...(isWarned && { event: table.put(EventItem, event, { absent: true }) }),
    });
  }

  return {
    /**
     * Looks at every rota that is due. It may run twice, or twice at once.
     *
     * @throws AggregateError when any failed, after all were tried
     */
    onTick: (now: Instant): Promise<void> => eachDue(table, [RotaHead, rotasToLookAt], now, (item) => look(item, now)),
  };
}
