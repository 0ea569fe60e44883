import { chained, emptyChain, type ChainHead as Head, type ServiceRecord } from '@kaifong/shared/attendance/chain.ts';
import { countService } from '@kaifong/shared/attendance/counting.ts';
import type { Mark } from '@kaifong/shared/attendance/presence.ts';
import { stepAt } from '@kaifong/shared/attendance/rotating-code.ts';
import { dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import type { ShiftFacts } from '../scheduling/index.ts';
import { Attendance, ChainHead, RecordItem, VolunteerDay } from './attendance.table.ts';

/** Somebody's stay at a shift, by the code on the leader's screen. One that has ended is confirmed when `confirmedBy` says by whom. */
export type MadeUpStay = Readonly<{
  shift: Pick<ShiftFacts, 'id' | 'title' | 'teamScope' | 'startsAt' | 'endsAt'>;
  volunteerId: string;
  checkedInAt: Instant;
  checkedOutAt?: Instant;
  confirmedBy?: string;
}>;

/** What is stored of made-up stays, and the service records among it. */
export type StoredStays = Readonly<{ writes: Write[]; records: ServiceRecord[] }>;

/**
 * Made-up stays, stored just as checking in, checking out and confirming would have left them, but without the events. The stays of one
 * volunteer must come in order of time, at most one a day, and none may overlap another.
 */
export async function attendanceDemoItems(table: Table, stays: Iterable<MadeUpStay>): Promise<StoredStays> {
  const writes: Write[] = [];
  const records: ServiceRecord[] = [];
  const heads = new Map<string, Head & { minutes: number }>();
  for (const stay of stays) {
    const { shift, volunteerId, checkedOutAt } = stay;
    const day = dayOf(shift.startsAt);
    const pair = { in: markAt(stay.checkedInAt), ...(checkedOutAt && { out: markAt(checkedOutAt) }) };
    const { id: shiftId, title, teamScope, startsAt, endsAt } = shift;
    const attendance = {
      ...{ shiftId, volunteerId, pairs: [pair], version: 1 },
      shift: { title, teamScope, startsAt, endsAt },
    };
    const count = countService({ shift, pairs: [pair], counted: [] });
    if (!stay.confirmedBy || count.kind === 'nothing') {
      writes.push(
        table.put(Attendance, { ...attendance, state: checkedOutAt ? 'left' : 'here' }),
        table.put(VolunteerDay, { volunteerId, day, checkIns: 1, minutes: 0, times: [] }),
      );
      continue;
    }
    const head = heads.get(volunteerId) ?? { ...emptyChain, minutes: 0 };
    const record = await chained(head, {
      volunteerId,
      kind: 'service',
      minutes: count.minutes,
      shiftId: shift.id,
      title: shift.title,
      teamScope: shift.teamScope,
      day,
      startedAt: count.startedAt,
      endedAt: count.endedAt,
      ways: ['rotatingCode'],
      recordedAt: shift.endsAt,
      confirmedBy: stay.confirmedBy,
    });
    const { seq, minutes, hash } = record;
    heads.set(volunteerId, { seq, hash, minutes: head.minutes + minutes });
    records.push(record);
    writes.push(
      table.put(Attendance, { ...attendance, state: 'confirmed', record: { seq, minutes } }),
      table.put(RecordItem, record),
      table.put(VolunteerDay, {
        volunteerId,
        day,
        checkIns: 1,
        minutes,
        times: count.times.map((time) => ({ seq, ...time })),
      }),
    );
  }
  for (const [volunteerId, head] of heads) writes.push(table.put(ChainHead, { volunteerId, ...head }));
  return { writes, records };
}

function markAt(at: Instant): Mark {
  return { at, way: 'rotatingCode', step: stepAt(at) };
}
