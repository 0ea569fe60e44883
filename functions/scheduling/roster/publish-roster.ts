import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Proposal } from '@kaifong/shared/scheduling/roster/roster.ts';
import { signUpEndsAt } from '@kaifong/shared/scheduling/rules.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import type { SchedulingDeps } from '../deps.ts';
import { SignUpItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { seatsOpenTo } from '../sign-up/seat-choice.ts';
import { hasStanding, holdFor } from '../staffing/asking.ts';
import { RosterItem, RosterShiftItem, rosterPartition } from './roster.table.ts';

/** Shifts whose people are asked side by side; those of one shift one after the other, since they take its seats. */
const shiftsAtOnce = 8;

/** Asks those whom a roster proposes. Nobody is assigned: a place is held for each, which she takes or lets go. */
export function rosterPublishing({ table, people, now }: SchedulingDeps) {
  const shifts = shiftReader(table);

  /** Holds a free place for one person and tells her; whoever was asked already, or has answered, is left in peace. */
  async function ask(shiftId: string, { volunteerId, role }: Proposal, askedAt: Instant): Promise<void> {
    for (let attempt = 0; attempt < 4; attempt++) {
      const { shift, seats } = await shifts.withSeats(shiftId);
      const mine = await table.get(SignUpItem, { volunteerId, shiftId, startsAt: shift.startsAt });
      const isAnswered = mine !== undefined && mine.since >= askedAt;
      const facts = shift.roles && (await people.findVolunteer(volunteerId));
      const seat = seatsOpenTo(shift, seats, facts?.skills ?? [], role).find(({ state }) => state === 'free');
      if (isAnswered || hasStanding(mine) || !seat || shift.state !== 'open' || now() >= signUpEndsAt(shift)) return;
      const { writes, event } = holdFor(table, shift, { volunteerId, mine, seat: seat.number }, now());
      const outcome = await transact(table.client, {
        ...writes,
        offer: table.put(EventItem, event, { absent: true }),
      });
      if (outcome.committed) return;
    }
    throw new Error(`no place of ${shiftId} could be held`);
  }

  return {
    /** A call that comes twice asks nobody twice. */
    async work(run: Readonly<{ place: string; week: string; run: number }>, askedAt: Instant): Promise<void> {
      const roster = await table.get(RosterItem, run);
      if (roster?.state !== 'sent' || roster.run !== run.run) return;
      const partition = rosterPartition(run);
      const { items } = await table.collect(partition, { beginsWith: 'SHIFT#' }, { items: RosterShiftItem });
      for (let from = 0; from < items.length; from += shiftsAtOnce)
        await Promise.all(
          items.slice(from, from + shiftsAtOnce).map(async ({ shiftId, proposals }) => {
            for (const proposal of proposals) await ask(shiftId, proposal, askedAt);
          }),
        );
    },
  };
}
