import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capAward, pointsFor } from './rules.ts';

describe('points', () => {
  it.each([
    [59, 0, 0, 59],
    [60, 0, 1, 0],
    [180, 0, 3, 0],
    [20, 40, 1, 0],
    [125, 59, 3, 4],
    [0, 59, 0, 59],
  ])(
    'for %i minutes with %i carried are %i, and %i minutes are carried on',
    (minutes, carriedMinutes, points, left) => {
      expect(pointsFor({ minutes, carriedMinutes })).toEqual({ points, carriedMinutes: left });
    },
  );

  it('come to the same however the minutes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(600), { maxLength: 20 }), (services) => {
        const stepwise = services.reduce(
          (sum, minutes) => {
            const award = pointsFor({ minutes, carriedMinutes: sum.carriedMinutes });
            return { points: sum.points + award.points, carriedMinutes: award.carriedMinutes };
          },
          { points: 0, carriedMinutes: 0 },
        );
        const minutes = services.reduce((sum, service) => sum + service, 0);
        expect(stepwise).toEqual(pointsFor({ minutes, carriedMinutes: 0 }));
      }),
    );
  });

  it('are taken back by a correction to the minute', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(59), (minutes, carriedMinutes) => {
        const given = pointsFor({ minutes, carriedMinutes });
        const back = pointsFor({ minutes: -minutes, carriedMinutes: given.carriedMinutes });
        expect(given.points + back.points).toBe(0);
        expect(back.carriedMinutes).toBe(carriedMinutes);
      }),
    );
  });
});

describe('the cap', () => {
  it.each([
    [0, 3, 3, 0],
    [1499, 3, 1, 2],
    [1500, 3, 0, 3],
    [1600, 3, 0, 3],
    [1500, -3, -3, 0],
  ])('at a balance of %i lets of %i points %i in and leaves %i', (balance, points, credited, overflow) => {
    expect(capAward({ balance, points })).toEqual({ credited, overflow });
  });

  it('is never passed and loses no point unsaid', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(100), fc.nat(2000), (balance, points, cap) => {
        const { credited, overflow } = capAward({ balance, points, cap });
        expect(credited + overflow).toBe(points);
        expect(credited).toBeGreaterThanOrEqual(0);
        expect(balance + credited).toBeLessThanOrEqual(Math.max(balance, cap));
      }),
    );
  });
});
