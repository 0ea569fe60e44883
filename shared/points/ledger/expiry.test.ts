import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expiryDayOf, leftOf, monthOf, monthsOfUndated, nextStep, oldestOf, stepDueAt } from './expiry.ts';

describe('when points expire', () => {
  it.each([
    ['2026-11', '2028-12-01'],
    ['2026-12', '2029-01-01'],
    ['2027-01', '2029-02-01'],
  ])('those of %s are gone on %s, none of them younger than 24 months', (month, day) => {
    expect(expiryDayOf(month)).toBe(day);
  });

  it('goes by the month in Liwan', () => {
    expect(monthOf('2026-11-30T15:59:59.999Z')).toBe('2026-11');
    expect(monthOf('2026-11-30T16:00:00.000Z')).toBe('2026-12');
    expect(stepDueAt('2026-11', 'expiry')).toBe('2028-11-30T16:00:00.000Z');
    expect(stepDueAt('2026-11', 'days7')).toBe('2028-11-23T16:00:00.000Z');
  });

  it('is told 60, 30 and 7 days before, each once', () => {
    expect(nextStep('2026-11', '2026-11-24T02:00:00.000Z')).toBe('days60');
    expect(nextStep('2026-11', stepDueAt('2026-11', 'days60'))).toBe('days30');
    expect(nextStep('2026-11', stepDueAt('2026-11', 'days30'))).toBe('days7');
    expect(nextStep('2026-11', stepDueAt('2026-11', 'days7'))).toBe('expiry');
    expect(nextStep('2026-11', '2030-01-01T00:00:00.000Z')).toBe('expiry');
  });
});

describe('what is left', () => {
  const months = [
    { month: '2026-01', points: 10 },
    { month: '2026-02', points: 5 },
  ];

  it.each([
    [0, [10, 5]],
    [4, [6, 5]],
    [12, [0, 3]],
    [99, [0, 0]],
  ])('after %i are used, the oldest first, is %j', (used, left) => {
    expect(leftOf(months, used).map(({ points }) => points)).toEqual(left);
  });

  it.each([
    [
      'all of it',
      9,
      [
        ['2026-10', 4],
        ['2026-08', 5],
      ],
    ],
    [
      'the last that came, since the oldest is used first',
      6,
      [
        ['2026-10', 4],
        ['2026-08', 2],
      ],
    ],
    [
      'this month, where nobody knows',
      12,
      [
        ['2026-10', 4],
        ['2026-08', 5],
        ['2026-12', 3],
      ],
    ],
    ['nothing', 0, []],
  ])(
    'of points that were booked before months were kept is of the months of their bookings: %s',
    (_, undated, found) => {
      const came = [
        { month: '2026-11', points: 7 },
        { month: '2026-10', points: 3 },
        { month: '2026-10', points: 3 },
        { month: '2026-08', points: 5 },
      ];
      const kept = [
        { month: '2026-10', points: 2 },
        { month: '2026-11', points: 7 },
      ];
      const months = monthsOfUndated(came, kept, undated, '2026-12');
      expect(months.map(({ month, points }) => [month, points])).toEqual(found);
    },
  );

  it('passes on with its age, oldest first, and nothing is lost or made', () => {
    expect(oldestOf(months, 12, '2026-11')).toEqual([
      { month: '2026-01', points: 10 },
      { month: '2026-02', points: 2 },
    ]);
    expect(oldestOf(months, 20, '2026-02').at(-1)).toEqual({ month: '2026-02', points: 10 });
    const some = fc.array(fc.nat(50), { maxLength: 6 });
    fc.assert(
      fc.property(some, fc.nat(300), fc.nat(300), (points, used, amount) => {
        const left = leftOf(
          points.map((each, index) => ({ month: `2026-0${index + 1}`, points: each })),
          used,
        );
        const taken = oldestOf(left, amount, '2026-05').reduce((sum, each) => sum + each.points, 0);
        expect(taken).toBe(amount);
      }),
    );
  });
});
