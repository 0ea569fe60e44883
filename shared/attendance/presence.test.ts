import { describe, expect, it } from 'vitest';
import { instantAt } from '../kernel/time.ts';
import { comeIn, goOut, openPair, type Pair } from './presence.ts';

const mark = (clock: string) => ({ at: instantAt('2026-11-24', clock), way: 'rotatingCode' as const, step: 1 });
const stayed: Pair = { in: mark('14:00'), out: mark('15:00') };
const staying: Pair = { in: mark('15:30') };

describe('presence', () => {
  it('is a row of stays', () => {
    expect(comeIn([], mark('14:00'))).toEqual({ kind: 'moved', pairs: [{ in: mark('14:00') }] });
    expect(comeIn([stayed], mark('15:30'))).toEqual({ kind: 'moved', pairs: [stayed, staying] });
    expect(goOut([stayed, staying], mark('16:00'))).toEqual({
      kind: 'moved',
      pairs: [stayed, { in: mark('15:30'), out: mark('16:00') }],
    });
    expect(openPair([stayed, staying])).toBe(staying);
    expect(openPair([stayed])).toBeUndefined();
  });

  it('does not begin twice, nor end before it began', () => {
    expect(comeIn([staying], mark('16:00'))).toEqual({ kind: 'alreadyIn', since: staying.in.at });
    expect(goOut([], mark('16:00'))).toEqual({ kind: 'notIn' });
    expect(goOut([stayed], mark('16:00'))).toEqual({ kind: 'notIn' });
  });

  it('keeps the order of time, also for what a leader enters afterwards', () => {
    expect(comeIn([stayed], mark('14:30'))).toEqual({ kind: 'outOfOrder', after: stayed.out?.at });
    expect(goOut([staying], mark('15:00'))).toEqual({ kind: 'outOfOrder', after: staying.in.at });
  });
});
