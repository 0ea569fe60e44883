import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import { hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { waitlistErrors } from '@kaifong/shared/scheduling/errors.ts';
import { seatOffered } from '@kaifong/shared/scheduling/events.ts';
import { signUpEndsAt } from '@kaifong/shared/scheduling/rules.ts';
import { schedulingSettings } from '@kaifong/shared/scheduling/settings.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { SeatItem, type ShiftItem, type SignUpItem } from '../scheduling.table.ts';
import { moveTo } from '../standing.ts';

/** Until when somebody whom a leader asks can answer; never beyond the end of sign-up. */
export function answerBy(shift: ShiftItem, now: Instant): Instant {
  const latest = shiftBy(now, schedulingSettings.rosterAnswerHours * hour);
  const ends = signUpEndsAt(shift);
  return latest < ends ? latest : ends;
}

/**
 * What must be written and told to hold a free seat for somebody, which she takes or lets go; refused when the seat is not free any
 * more, or she has moved. With `movesFrom` she gives a place in that shift back by taking this one.
 */
export function holdFor(
  table: Table,
  shift: ShiftItem,
  who: Readonly<{ volunteerId: string; mine: SignUpItem | undefined; seat: number; movesFrom?: string }>,
  now: Instant,
): { writes: Record<'seat' | 'signUp', Write>; event: DomainEvent } {
  const { volunteerId, mine, seat: number, movesFrom } = who;
  const { id: shiftId } = shift;
  const until = answerBy(shift, now);
  return {
    writes: {
      seat: table.put(SeatItem, { shiftId, number, state: 'held', volunteerId, until }, { is: { state: 'free' } }),
      signUp: moveTo(table, shift, volunteerId, mine, {
        state: 'offered',
        since: now,
        seat: number,
        offeredUntil: until,
        isAsked: true,
        ...(movesFrom !== undefined && { movesFrom }),
      }),
    },
    event: seatOffered.make(now, { shiftId, volunteerId, until }),
  };
}

/** Whether somebody has a place, an offer or a wait in a shift. */
export function hasStanding(signUp: SignUpItem | undefined): boolean {
  return signUp?.state === 'signedUp' || signUp?.state === 'offered' || signUp?.state === 'waiting';
}

/** The seat that is held for someone at this moment. @throws AppError waitlist.offerGone */
export function heldFor(mine: SignUpItem | undefined, now: string): number {
  const { state, seat, offeredUntil } = mine ?? {};
  if (state !== 'offered' || seat === undefined || offeredUntil === undefined || offeredUntil <= now) {
    throw new AppError(waitlistErrors.offerGone);
  }
  return seat;
}
