import { describe, expect, it } from 'vitest';
import { minutesByMonth, monthsUpTo } from './months.ts';

describe('the months up to a day', () => {
  it('end with its own, whatever its length', () => {
    expect(monthsUpTo('2026-03-31', 3)).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  it('go back over the turn of the year', () => {
    expect(monthsUpTo('2026-02-01', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  });
});

describe('the minutes of each month', () => {
  const months = ['2026-10', '2026-11'];

  it('are added up, and a month without any is there', () => {
    const records = [
      { day: '2026-11-03', minutes: 120 },
      { day: '2026-11-20', minutes: 45 },
      { day: '2026-09-30', minutes: 600 },
    ];
    expect(minutesByMonth(months, records)).toEqual([
      { month: '2026-10', minutes: 0 },
      { month: '2026-11', minutes: 165 },
    ]);
  });

  it('lose what a reversal takes back', () => {
    const records = [
      { day: '2026-10-03', minutes: -120 },
      { day: '2026-10-03', minutes: 120 },
    ];
    expect(minutesByMonth(months, records)[0]).toEqual({ month: '2026-10', minutes: 0 });
  });
});
