import { countService } from '@kaifong/shared/attendance/counting.ts';
import type { Mark } from '@kaifong/shared/attendance/presence.ts';
import type { AttendanceLine, AttendanceStanding, MyAttendance } from '@kaifong/shared/attendance/schema.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { TimeRange } from '@kaifong/shared/scheduling/weeks.ts';
import type { Attendance } from './attendance.table.ts';

/** What a volunteer sees of her own attendance. */
export function myAttendanceOf(shift: TimeRange & { id: string }, attendance: Attendance | undefined): MyAttendance {
  const { checkInOpensMinutesBefore, checkOutClosesMinutesAfter } = attendanceSettings;
  return {
    shiftId: shift.id,
    ...seen(attendance),
    minutes: attendance?.record?.minutes,
    checkInOpensAt: shiftBy(shift.startsAt, -checkInOpensMinutesBefore * minute),
    checkInClosesAt: shift.endsAt,
    checkOutClosesAt: shiftBy(shift.endsAt, checkOutClosesMinutesAfter * minute),
  };
}

/** What a leader sees of a volunteer's attendance. */
export function lineOf(
  shift: TimeRange,
  { volunteerId, name }: { volunteerId: string; name: string },
  attendance: Attendance | undefined,
): AttendanceLine {
  const count = countService({ shift, pairs: attendance?.pairs ?? [], counted: [] });
  return {
    volunteerId,
    name,
    ...seen(attendance),
    minutes: attendance?.record?.minutes ?? (count.kind === 'counted' ? count.minutes : 0),
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
