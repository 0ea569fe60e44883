import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookMinutes } from './booking.ts';

describe('booking minutes', () => {
  it.each([
    ['a service', { minutes: 130, balance: 0, carriedMinutes: 0 }, [2, 0, 10]],
    ['a short one after another', { minutes: 20, balance: 5, carriedMinutes: 40 }, [1, 0, 0]],
    ['a service at the cap', { minutes: 180, balance: 1499, carriedMinutes: 0 }, [1, 2, 0]],
    ['a correction', { minutes: -130, balance: 2, carriedMinutes: 10 }, [-2, 0, 0]],
    [
      'a correction of what went to the fund',
      { minutes: -180, balance: 1500, carriedMinutes: 0, reclaimable: 2 },
      [-1, -2, 0],
    ],
    ['a correction of points already spent', { minutes: -180, balance: 1, carriedMinutes: 0 }, [-1, 0, -120]],
    ['a service that makes up for them', { minutes: 150, balance: 0, carriedMinutes: -120 }, [0, 0, 30]],
    ['a service that makes up for a part', { minutes: 60, balance: 0, carriedMinutes: -120 }, [0, 0, -60]],
  ])('%s', (_name, service, [change, toFund, carriedMinutes]) => {
    expect(bookMinutes(service)).toEqual({ change, toFund, carriedMinutes });
  });

  it('loses no minute, never goes below zero and never above the cap', () => {
    const steps = fc.array(
      fc.record({ minutes: fc.integer({ min: -900, max: 900 }), spent: fc.nat(5), reclaimable: fc.nat(3) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let [balance, carriedMinutes, served, left] = [0, 0, 0, 0];
        for (const { minutes, spent, reclaimable } of all) {
          const booking = bookMinutes({ minutes, balance, carriedMinutes, reclaimable });
          served += minutes;
          left += booking.toFund;
          balance += booking.change;
          carriedMinutes = booking.carriedMinutes;
          expect((balance + left) * 60 + carriedMinutes).toBe(served);
          expect(balance).toBeGreaterThanOrEqual(0);
          expect(balance).toBeLessThanOrEqual(1500);
          expect(carriedMinutes).toBeLessThan(60);
          const out = Math.min(spent, balance);
          balance -= out;
          left += out;
        }
      }),
    );
  });

  it('comes to the same when a correction overtakes its service', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.nat(900), (minutes, before) => {
        const start = bookMinutes({ minutes: before, balance: 0, carriedMinutes: 0 });
        const back = bookMinutes({ minutes: -minutes, balance: start.change, carriedMinutes: start.carriedMinutes });
        const balance = start.change + back.change;
        const again = bookMinutes({ minutes, balance, carriedMinutes: back.carriedMinutes });
        expect([balance + again.change, again.carriedMinutes]).toEqual([start.change, start.carriedMinutes]);
      }),
    );
  });
});
