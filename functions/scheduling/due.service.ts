import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { offerLapsed, waitlistClosed } from '@kaifong/shared/scheduling/events.ts';
import { EventItem } from '../platform/outbox.ts';
import { transact } from '../platform/transact.ts';
import type { SchedulingDeps } from './deps.ts';
import { LineItem, SeatItem, WaitItem } from './scheduling.table.ts';
import { shiftReader } from './shifts/shift-reader.ts';
import { passOn } from './sign-up/vacated-seat.ts';
import { moveFrom } from './standing.ts';

/** The most that one tick takes on; what is left is due at the next. */
const mostPerTick = 100;

/** People told at once that no place became free: each takes three items of a transaction. */
const closedTogether = 30;

/** What time makes due: offers that nobody answered, and lines of shifts whose sign-up has ended. */
export function dueService({ table }: SchedulingDeps) {
  const shifts = shiftReader(table);

  /** The seat passes on. An offer that was answered meanwhile is no longer what the index said, and nothing happens. */
  async function lapse({ shiftId, number, volunteerId, until }: SeatItem, now: Instant): Promise<void> {
    if (volunteerId === undefined) return;
    const { shift, line } = await shifts.withLine(shiftId);
    const was = { is: { state: 'held', volunteerId, until } } as const;
    const passing = await passOn(table, { shift, line }, { number, was }, now);
    if (!passing) return;
    const key = { volunteerId, startsAt: shift.startsAt, shiftId };
    const events = [offerLapsed.make(now, { shiftId, volunteerId }), ...passing.events];
    await transact(table.client, {
      signUp: moveFrom(table, key, 'offered', { state: 'lapsed', since: now }),
      ...passing.writes,
      ...Object.fromEntries(events.map((event) => [event.id, table.put(EventItem, event, { absent: true })])),
    });
  }

  async function closeLine(shiftId: string, waiting: readonly WaitItem[], now: Instant): Promise<void> {
    const change = { add: { waiting: -waiting.length } };
    await transact(table.client, {
      ...Object.assign(
        {},
        ...waiting.map((wait) => {
          const { volunteerId } = wait;
          const event = waitlistClosed.make(now, { shiftId, volunteerId });
          return {
            [`signUp ${volunteerId}`]: moveFrom(table, wait, 'waiting', { state: 'notPlaced', since: now }),
            [`wait ${volunteerId}`]: table.remove(WaitItem, wait, { present: true }),
            [event.id]: table.put(EventItem, event, { absent: true }),
          };
        }),
      ),
      line: table.adjust(LineItem, { shiftId }, change, { atLeast: { waiting: waiting.length } }),
    });
  }

  return {
    /**
     * Carries out what is due at `now`. Every write is on condition that things are still as the index said, so that it may run
     * twice, or twice at once; what is refused is looked at again by the next tick.
     *
     * @throws AggregateError when some failed, after all were tried
     */
    async onTick(now: Instant): Promise<void> {
      const failures: unknown[] = [];
      const settle = (work: Promise<void>) => work.catch((error) => void failures.push(error));
      const due = { index: 'byDue', range: { to: `${now}~` }, limit: mostPerTick };
      const offers = await table.query(SeatItem, 'OFFERS', due);
      for (const seat of offers.items) await settle(lapse(seat, now));

      const lines = await table.query(WaitItem, 'LINES', due);
      for (const [shiftId, waiting] of Map.groupBy(lines.items, (wait) => wait.shiftId)) {
        for (let from = 0; from < waiting.length; from += closedTogether) {
          await settle(closeLine(shiftId, waiting.slice(from, from + closedTogether), now));
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'some offers or lines did not move on');
    },
  };
}
