import type { Instant } from '../kernel/time.ts';
import type { Shift } from '../scheduling/schema.ts';
import type { Notice, NoticeKind } from './notice.ts';

/** What must still be so for a notice about a shift to go out: `hers` that she has a place, `held` that one is kept for her, `on` that the shift takes place. */
const needs: Readonly<Partial<Record<NoticeKind, 'hers' | 'held' | 'on'>>> = {
  signedUp: 'hers',
  placeMoved: 'hers',
  shiftReminder: 'hers',
  shiftRelocated: 'hers',
  shiftMessage: 'hers',
  seatOffered: 'held',
  shiftUnderstaffed: 'on',
  cancelledLate: 'on',
  memberReleased: 'on',
  memberHandsOver: 'on',
  memberHandedOver: 'on',
  regularMissing: 'on',
  standingRefused: 'on',
  handoverOffered: 'on',
  swapOffered: 'on',
  handoverByLeader: 'on',
  handoverDeclined: 'on',
  handoverLapsed: 'on',
  offerLapsed: 'on',
  waitlistClosed: 'on',
};

/** How a shift stands, and how the person who is told stands with it. */
export type Standing = Readonly<{ shift: Pick<Shift, 'state' | 'startsAt'>; state?: string | undefined }>;

/** Whether what a notice tells of a shift is still so, by what is known of the shift: nobody is told of what was cancelled meanwhile. */
export function stillHolds(notice: Notice & { startsAt: Instant }, { shift, state }: Standing): boolean {
  const need = needs[notice.kind];
  if (need === undefined) return true;
  const isOn = shift.state === 'open' && shift.startsAt === notice.startsAt;
  if (need === 'on') return isOn;
  return isOn && state === (need === 'hers' ? 'signedUp' : 'offered');
}
