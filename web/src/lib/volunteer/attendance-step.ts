import type { MyAttendance } from '@kaifong/shared/attendance/schema.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';

/**
 * What somebody with a place in a shift can do now: nothing yet, check in, check out, or nothing any more. `left`: she was here
 * and may come back while check-in is open (`mayReturn` says whether it is).
 */
export type AttendanceStep =
  | 'tooEarly'
  | 'checkIn'
  | 'checkInClosed'
  | 'checkOut'
  | 'checkOutClosed'
  | 'left'
  | 'confirmed';

export function stepAt(attendance: MyAttendance, now: Instant): AttendanceStep {
  switch (attendance.state) {
    case 'confirmed':
    case 'left':
      return attendance.state;
    case 'here':
      return now <= attendance.checkOutClosesAt ? 'checkOut' : 'checkOutClosed';
    case 'expected':
      if (now < attendance.checkInOpensAt) return 'tooEarly';
      return now < attendance.checkInClosesAt ? 'checkIn' : 'checkInClosed';
  }
}

/** Whether one who has left may check in once more. */
export function mayReturn(attendance: MyAttendance, now: Instant): boolean {
  return attendance.state === 'left' && now < attendance.checkInClosesAt;
}
