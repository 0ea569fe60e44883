import { decideCheckIn } from '@kaifong/shared/attendance/rules.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { signUpEndsAt } from '@kaifong/shared/scheduling/rules.ts';
import type { Shift } from '@kaifong/shared/scheduling/schema.ts';

/**
 * Where a shift is for its leader: `draft` can be published and `lapsed` can no more; `coming` takes sign-ups; `on` from when
 * check-in opens until the end; `over` has attendance to be confirmed, or has had it.
 */
export type ShiftPhase = 'draft' | 'lapsed' | 'coming' | 'on' | 'over' | 'cancelled';

export function phaseOf(
  shift: Pick<Shift, 'state' | 'startsAt' | 'endsAt' | 'signUpClosesAt'>,
  now: Instant,
): ShiftPhase {
  if (shift.state === 'cancelled') return 'cancelled';
  if (shift.state === 'draft') return now < signUpEndsAt(shift) ? 'draft' : 'lapsed';
  switch (decideCheckIn({ shift, now }).kind) {
    case 'tooEarly':
      return 'coming';
    case 'allowed':
      return 'on';
    case 'tooLate':
      return 'over';
  }
}
