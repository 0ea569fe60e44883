import { day as dayLength, dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { TimeRange } from '@kaifong/shared/scheduling/weeks.ts';
import type { Table } from '../platform/table.ts';
import { VolunteerDay } from './attendance.table.ts';
import type { Kin } from './kin.ts';

/** The minutes of one person that count already around a shift, over all teams and all records that are hers. */
export async function countedSoFar(
  table: Table,
  { shift, volunteerId, kin }: Readonly<{ shift: TimeRange; volunteerId: string; kin: Kin }>,
  /** A record of this volunteer that is about to be taken back, and so counts no more. */
  without?: Readonly<{ seq: number; minutes: number }>,
) {
  const day = dayOf(shift.startsAt);
  const around = [-dayLength, 0, dayLength].map((distance) => dayOf(shiftBy(shift.startsAt, distance)));
  const days = await table.getAll(
    VolunteerDay,
    kin.volunteerIds.flatMap((each) => around.map((date) => ({ volunteerId: each, day: date }))),
  );
  const ofDay = days.filter((each) => each?.day === day);
  const stored = ofDay.find((each) => each?.volunteerId === volunteerId) ?? {
    ...{ volunteerId, day, checkIns: 0, minutes: 0, times: [] },
  };
  const isTakenBack = (owner: string, seq: number) => owner === volunteerId && seq === without?.seq;
  const taken = without?.minutes ?? 0;
  return {
    day,
    /** Her day without what is taken back, for what comes on top. */
    today: {
      ...stored,
      minutes: stored.minutes - taken,
      times: stored.times.filter(({ seq }) => !isTakenBack(volunteerId, seq)),
    },
    /** When other services were. */
    counted: days.flatMap((each) => each?.times.filter(({ seq }) => !isTakenBack(each.volunteerId, seq)) ?? []),
    minutesOfDay: ofDay.reduce((total, each) => total + (each?.minutes ?? 0), 0) - taken,
  };
}
