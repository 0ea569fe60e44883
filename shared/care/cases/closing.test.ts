import { describe, expect, it } from 'vitest';
import { day, shiftBy } from '../../kernel/time.ts';
import { risks } from '../instruments/triage.ts';
import { decideClosing } from './closing.ts';

const now = '2026-11-24T02:00:00.000Z';
const none = { risk: undefined, isEscalated: false, reports: [], referrals: [], sessions: [], outreach: [] };
const outcomes = ['completed', 'withdrawn', 'referred', 'unreachable'] as const;
type Open = Parameters<typeof decideClosing>[0];

const kindOf = (open: Partial<Open>, outcome: (typeof outcomes)[number]) =>
  decideClosing({ ...none, ...open }, { outcome }, now).kind;

const received = {
  open: false,
  answers: [
    {
      at: now,
      answer: {
        outcome: 'received' as const,
        receivedBy: '门诊',
        receivedOn: '2026-11-24',
        knownBy: 'theyTold' as const,
      },
    },
  ],
};
const triedOn = (...daysAgo: number[]) =>
  daysAgo.map((ago) => ({ at: shiftBy(now, -ago * day), outcome: 'noAnswer' as const }));

describe('ending a case', () => {
  it('whose risk stands at high or above: neither done nor let go for want of an answer', () => {
    for (const risk of ['high', 'emergency'] as const) {
      const open = { risk, referrals: [received], outreach: triedOn(1, 2, 3) };
      expect(outcomes.map((outcome) => kindOf(open, outcome))).toEqual(['riskOpen', 'allowed', 'allowed', 'riskOpen']);
    }
  });

  it('as referred takes a referral that is known to have arrived, whatever the risk', () => {
    for (const risk of [undefined, ...risks]) {
      expect(kindOf({ risk }, 'referred')).toBe('notReferred');
      expect(kindOf({ risk, referrals: [{ open: false, answers: [] }] }, 'referred')).toBe('notReferred');
      expect(kindOf({ risk, referrals: [received] }, 'referred')).toBe('allowed');
    }
  });

  it('waits for what is open, whatever the end', () => {
    const open: Record<string, Partial<Open>> = {
      escalationOpen: { isEscalated: true },
      reportOpen: { reports: [{ open: true }] },
      referralOpen: { referrals: [received, { open: true, answers: [] }] },
      sessionNotTold: { sessions: [{ state: 'planned', startsAt: now }] },
    };
    for (const [kind, part] of Object.entries(open)) {
      for (const outcome of outcomes) expect(kindOf(part, outcome)).toBe(kind);
    }
    expect(kindOf({ sessions: [{ state: 'planned', startsAt: shiftBy(now, day) }] }, 'completed')).toBe('allowed');
  });

  it('as out of reach takes tries on three days since she was last heard of', () => {
    expect(decideClosing({ ...none, outreach: triedOn(1, 1, 2) }, { outcome: 'unreachable' }, now)).toEqual({
      kind: 'reachOutMore',
      left: 1,
    });
    expect(kindOf({ outreach: triedOn(1, 2, 3) }, 'unreachable')).toBe('allowed');
    const reached = { at: shiftBy(now, -2.5 * day), outcome: 'reached' as const };
    expect(kindOf({ outreach: [...triedOn(1, 2, 3), reached] }, 'unreachable')).toBe('reachOutMore');
    const came = [{ state: 'held' as const, startsAt: shiftBy(now, -2.5 * day) }];
    expect(kindOf({ outreach: triedOn(1, 2, 3), sessions: came }, 'unreachable')).toBe('reachOutMore');
    expect(kindOf({}, 'completed')).toBe('allowed');
  });
});
