import { overlap, signUpEndsAt } from '@kaifong/shared/scheduling/rules.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import { weekRanges, weeksTouched } from '@kaifong/shared/scheduling/weeks.ts';
import type { Table } from '../platform/table.ts';
import { HandoverItem } from '../scheduling/handover/handover.table.ts';
import { AgendaWeekItem, LineItem, SeatItem, ShiftItem, SignUpItem, WaitItem } from '../scheduling/scheduling.table.ts';

/** Everything that the table holds of these shifts and volunteers. */
export async function booksOf(table: Table, shiftIds: readonly string[], volunteerIds: readonly string[]) {
  const shifts = await Promise.all(
    shiftIds.map(async (shiftId) => {
      const kinds = { shift: ShiftItem, seats: SeatItem, line: LineItem, waits: WaitItem, handovers: HandoverItem };
      const { shift, line, ...rest } = await table.collect(`SHIFT#${shiftId}`, {}, kinds);
      if (!shift[0] || !line[0]) throw new Error(`${shiftId} is not there`);
      return { shift: shift[0], line: line[0], ...rest };
    }),
  );
  const volunteers = await Promise.all(
    volunteerIds.map(async (volunteerId) => ({
      volunteerId,
      ...(await table.collect(`VOLUNTEER#${volunteerId}`, {}, { signUps: SignUpItem, weeks: AgendaWeekItem })),
    })),
  );
  return { shifts, volunteers };
}

export type Books = Awaited<ReturnType<typeof booksOf>>;

/** What is wrong in the books, in words; nothing when seats, line, sign-ups and agendas agree and no promise is broken. */
export function faultsIn({ shifts, volunteers }: Books): string[] {
  const faults: string[] = [];
  const signUps = volunteers.flatMap((volunteer) => volunteer.signUps);
  const of = (shiftId: string, state: SignUpItem['state']) =>
    signUps
      .filter((signUp) => signUp.shiftId === shiftId && signUp.state === state)
      .map(({ volunteerId, seat, since, offeredUntil }) => ({ volunteerId, seat, since, offeredUntil }));
  const expectSame = (what: string, one: readonly string[], other: readonly string[]) => {
    if ([...one].sort().join() !== [...other].sort().join()) faults.push(`${what}: ${one} but ${other}`);
  };

  for (const { shift, seats, line, waits, handovers } of shifts) {
    const { id } = shift;
    if (seats.length !== shift.places) faults.push(`${id} has ${shift.places} places but ${seats.length} seats`);
    expectSame(
      `${id}, taken seats and sign-ups`,
      seats.filter(({ state }) => state === 'taken').map(({ number, volunteerId }) => `${volunteerId} on ${number}`),
      of(id, 'signedUp').map(({ volunteerId, seat }) => `${volunteerId} on ${seat}`),
    );
    expectSame(
      `${id}, held seats and offers`,
      seats
        .filter(({ state }) => state === 'held')
        .map(({ number, volunteerId, until }) => `${volunteerId} on ${number} until ${until}`),
      of(id, 'offered').map(({ volunteerId, seat, offeredUntil }) => `${volunteerId} on ${seat} until ${offeredUntil}`),
    );
    expectSame(
      `${id}, the line and who waits`,
      waits.map(({ volunteerId, since }) => `${volunteerId} since ${since}`),
      of(id, 'waiting').map(({ volunteerId, since }) => `${volunteerId} since ${since}`),
    );
    expectSame(
      `${id}, open handovers and who looks for somebody`,
      signUps.flatMap(({ shiftId, state, handoverId, volunteerId }) =>
        shiftId === id && state === 'signedUp' && handoverId ? [`${handoverId} of ${volunteerId}`] : [],
      ),
      handovers
        .filter(({ state }) => state === 'open')
        .flatMap(({ id: handoverId, giver }) =>
          // One whose giver has moved on is void, and is closed by the event of her move.
          signUps.some((signUp) => signUp.volunteerId === giver && signUp.handoverId === handoverId)
            ? [`${handoverId} of ${giver}`]
            : [],
        ),
    );
    if (line.waiting !== waits.length) faults.push(`${id} counts ${line.waiting} in line of ${waits.length}`);
    const free = seats.filter(({ state }) => state === 'free').length;
    if (free > 0 && waits.length > 0 && waits.every(({ endsAt }) => endsAt === signUpEndsAt(shift))) {
      faults.push(`${id} has ${free} free seats while ${waits.length} wait`);
    }
  }

  for (const { volunteerId, signUps: own, weeks } of volunteers) {
    const taken = own.filter(({ state }) => state === 'signedUp');
    expectSame(
      `${volunteerId}, sign-ups and agenda`,
      taken.flatMap(({ shiftId, startsAt, endsAt }) =>
        weeksTouched(startsAt, endsAt).map((week) => `${shiftId} ${week}`),
      ),
      weeks.flatMap(({ week, entries }) => entries.map(({ shiftId }) => `${shiftId} ${week}`)),
    );
    for (const [index, one] of taken.entries()) {
      for (const other of taken.slice(index + 1)) {
        if (overlap(one, other)) faults.push(`${volunteerId} is in two places: ${one.shiftId} and ${other.shiftId}`);
      }
    }
    for (const week of new Map(
      taken.flatMap((one) => weekRanges(one.startsAt, one.endsAt)).map((w) => [w.week, w]),
    ).values()) {
      const minutes = taken.reduce((sum, one) => sum + minutesIn(one, week), 0);
      if (minutes > schedulingSettings.weeklyCapMinutes)
        faults.push(`${volunteerId} serves ${minutes} min in ${week.week}`);
    }
  }
  return faults;
}

type Span = { startsAt: string; endsAt: string };

function minutesIn(time: Span, bounds: Span): number {
  const start = Math.max(Date.parse(time.startsAt), Date.parse(bounds.startsAt));
  const end = Math.min(Date.parse(time.endsAt), Date.parse(bounds.endsAt));
  return Math.max(0, (end - start) / 60_000);
}
