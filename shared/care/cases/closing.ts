import type * as z from 'zod';
import type { Instant } from '../../kernel/time.ts';
import type { Risk } from '../instruments/triage.ts';
import type { Closure } from '../schema.ts';
import { type OutreachView, outreachLeft } from './outreach.ts';
import { isConfirmed, type ReferralView } from './referral.ts';
import type { ReportView } from './report.ts';
import type { SessionView } from './session.ts';

export type ClosingDecision =
  | { kind: 'allowed' }
  | { kind: 'escalationOpen' | 'reportOpen' | 'referralOpen' | 'sessionNotTold' | 'riskOpen' | 'notReferred' }
  /** On how many more days she is to be looked for. */
  | { kind: 'reachOutMore'; left: number };

/**
 * Whether a case may end like this (house). What is open stands in the way whatever the end. While the risk stands at high or above nobody is
 * done with it and nobody who does not answer is let go; a person may stop whenever she wishes, and goes over to others once
 * it is known that they have her.
 */
export function decideClosing(
  open: Readonly<{
    risk: Risk | undefined;
    isEscalated: boolean;
    reports: readonly Pick<ReportView, 'open'>[];
    referrals: readonly Pick<ReferralView, 'open' | 'answers'>[];
    sessions: readonly Pick<SessionView, 'state' | 'startsAt'>[];
    outreach: readonly Pick<OutreachView, 'at' | 'outcome'>[];
  }>,
  { outcome }: z.output<typeof Closure>,
  now: Instant,
): ClosingDecision {
  if (open.isEscalated) return { kind: 'escalationOpen' };
  if (open.reports.some((report) => report.open)) return { kind: 'reportOpen' };
  if (open.referrals.some((referral) => referral.open)) return { kind: 'referralOpen' };
  if (open.sessions.some(({ state, startsAt }) => state === 'planned' && startsAt <= now)) {
    return { kind: 'sessionNotTold' };
  }
  const isHigh = open.risk === 'high' || open.risk === 'emergency';
  if (isHigh && (outcome === 'completed' || outcome === 'unreachable')) return { kind: 'riskOpen' };
  if (outcome === 'referred' && !open.referrals.some(isConfirmed)) return { kind: 'notReferred' };
  const left = outcome === 'unreachable' ? outreachLeft(open.outreach, open.sessions) : 0;
  return left > 0 ? { kind: 'reachOutMore', left } : { kind: 'allowed' };
}
