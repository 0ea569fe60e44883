import { describe, expect, it } from 'vitest';
import { day, shiftBy } from '../../kernel/time.ts';
import type { OwnCase } from '../schema.ts';
import { daysWithoutTalk, mostInNeedFirst } from './own-cases.ts';

const now = '2026-11-29T10:00:00.000Z';
const ago = (days: number) => shiftBy(now, -days * day);
const aCase = (alias: string, of: Partial<OwnCase> = {}): OwnCase => ({
  ...{ caseId: alias, alias, state: 'assigned', risk: 'low', receivedAt: ago(30), talkedAt: ago(1) },
  ...of,
});
const order = (cases: readonly OwnCase[]) => mostInNeedFirst(cases, now).map(({ alias }) => alias);

describe('the own cases', () => {
  it('begin with danger, then high risk and whoever was not screened, then moderate and low', () => {
    const cases = [
      aCase('low'),
      aCase('moderate', { risk: 'moderate' }),
      aCase('unscreened', { state: 'intake', risk: undefined, talkedAt: undefined, receivedAt: now }),
      aCase('high', { risk: 'high' }),
      aCase('escalated', { state: 'escalated' }),
    ];
    const first = ['escalated', 'high', 'unscreened', 'moderate', 'low'];
    expect(order(cases)).toEqual(first);
    expect(order(cases.reverse())).toEqual(first);
  });

  it('of one risk go by the days without a talk, the most first', () => {
    const cases = [
      aCase('yesterday'),
      aCase('three weeks', { talkedAt: ago(21) }),
      aCase('never, for ten days hers', { talkedAt: undefined, assignedAt: ago(10) }),
    ];
    expect(order(cases)).toEqual(['three weeks', 'never, for ten days hers', 'yesterday']);
  });

  it('of one day go by the next session, those without one last', () => {
    const cases = [
      aCase('none'),
      aCase('friday', { nextAt: ago(-5), talkedAt: ago(1.5) }),
      aCase('tomorrow', { nextAt: ago(-1) }),
    ];
    expect(order(cases)).toEqual(['tomorrow', 'friday', 'none']);
  });

  it('count whole days', () => {
    expect(daysWithoutTalk(aCase('a', { talkedAt: ago(0.9) }), now)).toBe(0);
    expect(daysWithoutTalk(aCase('a', { talkedAt: ago(2.1) }), now)).toBe(2);
    expect(daysWithoutTalk(aCase('a', { talkedAt: undefined }), now)).toBe(30);
  });
});
