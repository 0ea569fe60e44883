import type { Instant } from '../../kernel/time.ts';
import { signUpEndsAt } from '../rules.ts';
import type { Audience, HandoverState } from './handover.ts';

type Terms = Readonly<{
  state: HandoverState;
  to: Audience;
  giver: string;
  asked?: string | undefined;
  closesAt: Instant;
}>;

export type TakeDecision =
  | { kind: 'allowed' }
  | { kind: 'own' }
  | { kind: 'notForYou' }
  | { kind: 'over'; state: Exclude<HandoverState, 'open'> };

/**
 * Whether somebody is asked by a handover that stands. Whether she may serve in the shift is decided apart, by the rules of signing up.
 * One whose time is over has lapsed, whether or not the clock has said so yet.
 */
export function decideTake(handover: Terms, taker: { id: string; isOfTeam: boolean }, now: Instant): TakeDecision {
  const { state, to, giver, asked, closesAt } = handover;
  if (taker.id === giver) return { kind: 'own' };
  const isAsked = to === 'everybody' || (to === 'team' ? taker.isOfTeam : taker.id === asked);
  if (!isAsked) return { kind: 'notForYou' };
  if (state !== 'open') return { kind: 'over', state };
  if (now >= closesAt) return { kind: 'over', state: 'lapsed' };
  return { kind: 'allowed' };
}

/** When a handover lapses: with the end of sign-up of the shift, or of the one that is given in return. */
export function handoverClosesAt(
  ...shifts: readonly Readonly<{ startsAt: Instant; signUpClosesAt?: Instant | undefined }>[]
): Instant {
  return shifts.map(signUpEndsAt).reduce((earliest, each) => (each < earliest ? each : earliest));
}
