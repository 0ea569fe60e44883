import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { placeMoved } from '@kaifong/shared/scheduling/series/series-events.ts';
import type { VolunteerFacts } from '../../people/index.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { AgendaWeekItem, SeatItem, type ShiftItem, SignUpItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { enter, entriesOf, type Own, readOwn } from '../sign-up/agenda.ts';
import { seatsOpenTo } from '../sign-up/seat-choice.ts';
import { obstacleFor } from '../staffing/candidates.ts';
import { moveTo } from '../standing.ts';

/** Taking the people of a shift along to the one that takes its place. */
export function peopleMover({ table, people }: Pick<SchedulingDeps, 'table' | 'people'>) {
  const shifts = shiftReader(table);

  /** Why somebody in one shift may not be in the other instead; `undefined` when she may. */
  async function obstacle(volunteer: VolunteerFacts, from: ShiftItem, to: ShiftItem, now: Instant) {
    const { weeks } = await readOwn(table, volunteer.id, to);
    const others = entriesOf(weeks).filter(({ shiftId }) => shiftId !== from.id);
    return obstacleFor(people, volunteer, to, others, now);
  }

  /** Moves one person: her place, her sign-up and her agenda in one transaction. Who does not fit stays where she is. */
  function move(volunteerId: string, seat: number, from: ShiftItem, toId: string, now: Instant): Promise<true> {
    return untilSettled(async () => {
      const { shift: to, seats } = await shifts.withSeats(toId);
      const [volunteer] = await people.findVolunteers([volunteerId]);
      const free = seatsOpenTo(to, seats, volunteer?.skills ?? []).find(({ state }) => state === 'free');
      const [left, entered] = await Promise.all([readOwn(table, volunteerId, from), readOwn(table, volunteerId, to)]);
      const isHers = left.mine?.state === 'signedUp' && left.mine.seat === seat;
      const isIn = entered.mine?.state === 'signedUp';
      if (!volunteer || !free || !isHers || !left.mine || isIn) return true;
      if (await obstacle(volunteer, from, to, now)) return true;
      const event = placeMoved.make(now, { shiftId: to.id, volunteerId, from: from.id });
      const { committed } = await transact(table.client, {
        signUp: moveTo(table, to, volunteerId, entered.mine, { state: 'signedUp', since: now, seat: free.number }),
        earlier: table.remove(SignUpItem, left.mine, { is: { version: left.mine.version } }),
        ...weeksMoved(left, entered, from, to),
        seat: table.put(SeatItem, { ...free, state: 'taken', volunteerId }, { is: { state: 'free' } }),
        earlierSeat: table.remove(
          SeatItem,
          { shiftId: from.id, number: seat },
          { is: { state: 'taken', volunteerId } },
        ),
        event: table.put(EventItem, event, { absent: true }),
      });
      return committed || undefined;
    });
  }

  /** The writes for all weeks that one of the two shifts touches. */
  function weeksMoved(left: Own, entered: Own, from: ShiftItem, to: ShiftItem) {
    const without = (week: Own['weeks'][number]) => ({
      ...week,
      entries: week.entries.filter(({ shiftId }) => shiftId !== from.id),
    });
    const isEntered = new Set(entered.weeks.map(({ week }) => week));
    const onlyLeft = left.weeks.filter(({ week, version }) => !isEntered.has(week) && version > 0);
    return {
      ...enter(table, entered.weeks.map(without), to),
      ...Object.fromEntries(
        onlyLeft.map((week) => [
          `week ${week.week}`,
          table.put(AgendaWeekItem, { ...without(week), version: week.version + 1 }, { is: { version: week.version } }),
        ]),
      ),
    };
  }

  return {
    obstacle,

    /** Moves everybody who fits; a second call finds nobody left who does. */
    async moveAll(fromId: string, toId: string, now: Instant): Promise<void> {
      const { shift: from, seats } = await shifts.withSeats(fromId);
      for (const { number, state, volunteerId } of seats) {
        if (state === 'taken' && volunteerId !== undefined) await move(volunteerId, number, from, toId, now);
      }
    },
  };
}
