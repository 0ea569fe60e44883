import { describe, expect, it } from 'vitest';
import { day, type Instant, shiftBy } from '../../kernel/time.ts';
import { type InLine, nextInLine, priorityOf } from './line.ts';

const now: Instant = '2026-11-24T06:30:00.000Z';
const one = (id: string, days: number, rest: Partial<InLine> = {}): InLine => ({
  id,
  state: 'intake',
  receivedAt: shiftBy(now, -days * day),
  ...rest,
});
const idsOf = (waiting: InLine[]) => nextInLine(waiting, now).map(({ id }) => id);

describe('the line', () => {
  it('has emergencies first, the earliest of them before the others', () => {
    const late = one('late', 0, { state: 'escalated', risk: 'emergency' });
    const early = one('early', 1, { state: 'escalated', risk: 'emergency' });
    expect(idsOf([one('old', 30), late, early])).toEqual(['early', 'late', 'old']);
  });

  it('lets waiting weigh as much as the risk, so that nobody waits for ever', () => {
    const high = one('high', 1, { risk: 'high' });
    expect(idsOf([one('low', 15, { risk: 'low' }), high])).toEqual(['high', 'low']);
    expect(idsOf([high, one('low', 17, { risk: 'low' })])).toEqual(['low', 'high']);
    expect(idsOf([one('moderate', 3, { risk: 'moderate' }), high])).toEqual(['high', 'moderate']);
  });

  it('weighs a day with 16 for a high risk, 4 for a moderate and 1 for a low one', () => {
    const of = (risk?: 'high' | 'moderate' | 'low') => priorityOf(one('any', 2, risk ? { risk } : {}), now);
    expect([of('high'), of('moderate'), of('low'), of()]).toEqual([32, 8, 2, 32]);
  });

  it('takes one who was not screened for a high risk, and among equals who came first', () => {
    expect(idsOf([one('moderate', 3, { risk: 'moderate' }), one('unknown', 1)])).toEqual(['unknown', 'moderate']);
    expect(idsOf([one('second', 1), one('first', 2)])).toEqual(['first', 'second']);
  });
});
