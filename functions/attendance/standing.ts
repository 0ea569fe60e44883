import { countService } from '@kaifong/shared/attendance/counting.ts';
import type { Mark } from '@kaifong/shared/attendance/presence.ts';
import { selfServiceTimes } from '@kaifong/shared/attendance/rules.ts';
import type { AttendanceLine, AttendanceStanding, MyAttendance } from '@kaifong/shared/attendance/schema.ts';
import type { TimeRange } from '@kaifong/shared/scheduling/weeks.ts';
import type { Attendance, Reviews } from './attendance.table.ts';

/** What a volunteer sees of her own attendance. */
export function myAttendanceOf(
  shift: TimeRange & { id: string },
  attendance: Attendance | undefined,
  reviews: Reviews | undefined,
): MyAttendance {
  const times = selfServiceTimes(shift);
  return {
    shiftId: shift.id,
    ...seen(attendance),
    minutes: attendance?.record?.minutes,
    checkInOpensAt: times.in.startsAt,
    checkInClosesAt: times.in.endsAt,
    checkOutClosesAt: times.out.endsAt,
    ...(reviews && { reviews: reviews.entries }),
  };
}

/** What a leader sees of a volunteer's attendance. */
export function lineOf(
  shift: TimeRange,
  { volunteerId, name }: { volunteerId: string; name: string },
  attendance: Attendance | undefined,
  reviews?: Reviews,
): AttendanceLine {
  const count = countService({ shift, pairs: attendance?.pairs ?? [], counted: [] });
  const open = reviews?.entries.filter(({ state }) => state === 'open') ?? [];
  return {
    volunteerId,
    name,
    ...seen(attendance),
    minutes: attendance?.record?.minutes ?? (count.kind === 'counted' ? count.minutes : 0),
    ...(open.length > 0 && { reviews: open }),
  };
}

/** Where a volunteer stands after a command of a leader. */
export function standingOf(attendance: Attendance, record = attendance.record): AttendanceStanding {
  return { volunteerId: attendance.volunteerId, ...seen(attendance), record };
}

function seen(attendance: Attendance | undefined): Pick<AttendanceLine, 'state' | 'stays'> {
  const shown = ({ at, way }: Mark) => ({ at, way });
  return {
    state: attendance?.state ?? 'expected',
    stays: (attendance?.pairs ?? []).map((pair) => ({
      in: shown(pair.in),
      ...(pair.out && { out: shown(pair.out) }),
    })),
  };
}
