import { describe, expect, it } from 'vitest';
import { day, instantAt, shiftBy } from '../../kernel/time.ts';
import { nextTelling, overAt, runsOut } from './counsellor-standing.ts';

const at = (date: string, clock = '09:00') => instantAt(date, clock);

describe('papers that run out', () => {
  it('hold through their last day in Liwan', () => {
    expect(overAt('2026-11-24')).toBe(at('2026-11-25', '00:00'));
  });

  it.each([
    ['2026-09-01', '2026-10-25'],
    ['2026-10-25', '2026-11-17'],
    ['2026-11-17', '2026-11-24'],
    ['2026-11-24', '2026-12-01'],
    ['2026-12-02', '2026-12-08'],
  ])(
    'that end on 24 November are told of 30 and 7 days before, on the day and each week after: on %s it is next %s',
    (today, next) => {
      expect(nextTelling({ credentialUntil: '2026-11-24' }, at(today))).toBe(at(next));
    },
  );

  it('are told of whichever comes first, and nothing is told of nothing', () => {
    const papers = { credentialUntil: '2027-06-01', vettedUntil: '2027-01-01' };
    expect(nextTelling(papers, at('2026-11-24'))).toBe(shiftBy(at('2027-01-01'), -30 * day));
    expect(nextTelling({}, at('2026-11-24'))).toBeUndefined();
  });

  it('run out from 30 days before', () => {
    expect([runsOut('2026-12-24', at('2026-11-24')), runsOut('2026-12-25', at('2026-11-24'))]).toEqual([true, false]);
    expect([runsOut('2020-01-01', at('2026-11-24')), runsOut(undefined, at('2026-11-24'))]).toEqual([true, false]);
  });
});
