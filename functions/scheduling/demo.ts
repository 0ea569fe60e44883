import { newId } from '@kaifong/shared/kernel/ids.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { handoverClosesAt } from '@kaifong/shared/scheduling/handover/handover-rules.ts';
import type { Activity, NewShift } from '@kaifong/shared/scheduling/schema.ts';
import { seatNumbers } from '@kaifong/shared/scheduling/shifts/shift-roles.ts';
import { weeksTouched } from '@kaifong/shared/scheduling/weeks.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { HandoverItem, inBrief } from './handover/handover.table.ts';
import { ActivityItem, AgendaWeekItem, emptyLine, LineItem, SeatItem, ShiftItem } from './scheduling.table.ts';
import { moveTo } from './standing.ts';

/** A shift that stands already, with the volunteers who have a place in it, at most as many as it has places. */
export type SettledShift = NewShift &
  Readonly<{
    id: string;
    state: 'open' | 'finished';
    signedUp: readonly string[];
    signedUpAt: Instant;
    /** One of them looks for somebody of the team to take the place. */
    handover?: Readonly<{ giver: string; words: string; at: Instant }> | undefined;
  }>;

/** An activity with all its shifts. */
export type SettledActivity = Readonly<{ activity: Activity; shifts: readonly SettledShift[] }>;

/**
 * Made-up activities, stored just as publishing and signing up would have left them, but without the events: nobody is told of
 * what never happened. The weeks of agendas come last, since they gather what all activities ask of a volunteer.
 */
export function* schedulingDemoItems(table: Table, activities: Iterable<SettledActivity>): Generator<Write> {
  const weeks = new Map<string, AgendaWeekItem>();
  for (const { activity, shifts } of activities) {
    yield table.put(ActivityItem, activity);
    for (const shift of shifts) yield* shiftItems(table, activity, shift, weeks);
  }
  for (const week of weeks.values()) yield table.put(AgendaWeekItem, week);
}

function* shiftItems(
  table: Table,
  { id: activityId, title, kind, teamScope, place }: Activity,
  { signedUp, signedUpAt, handover, ...settled }: SettledShift,
  weeks: Map<string, AgendaWeekItem>,
): Generator<Write> {
  const shift: ShiftItem = { ...settled, activityId, title, kind, teamScope, place, version: 1 };
  const { id: shiftId, startsAt, endsAt } = shift;
  yield table.put(ShiftItem, shift);
  yield table.put(LineItem, emptyLine(shiftId));
  for (const [index, number] of seatNumbers(shift).entries()) {
    const volunteerId = signedUp[index];
    if (volunteerId === undefined) {
      yield table.put(SeatItem, { shiftId, number, state: 'free' });
      continue;
    }
    yield table.put(SeatItem, { shiftId, number, state: 'taken', volunteerId });
    const handoverId = volunteerId === handover?.giver ? newId('handover', Date.parse(handover.at)) : undefined;
    yield moveTo(table, shift, volunteerId, undefined, {
      ...{ state: 'signedUp', since: signedUpAt, seat: number },
      ...(handoverId && { handoverId }),
    });
    if (handover && handoverId) yield table.put(HandoverItem, openHandover(shift, handoverId, handover));
    for (const week of weeksTouched(startsAt, endsAt)) {
      const key = `${volunteerId} ${week}`;
      const { entries, version } = weeks.get(key) ?? { entries: [], version: 0 };
      const entry = { shiftId, title, startsAt, endsAt };
      weeks.set(key, { volunteerId, week, entries: [...entries, entry], version: version + 1 });
    }
  }
}

function openHandover(
  shift: ShiftItem,
  id: string,
  { giver, words, at }: NonNullable<SettledShift['handover']>,
): HandoverItem {
  return {
    ...inBrief(shift),
    ...{ id, teamScope: shift.teamScope, state: 'open', to: 'team', giver, byLeader: false, words, createdAt: at },
    ...{ closesAt: handoverClosesAt(shift), version: 1 },
  };
}
