import { describe, expect, it } from 'vitest';
import { givingVerdict } from './giving.ts';

describe('points may be given away', () => {
  const gift = { points: 30, balance: 80, givenToday: 0, receiver: { isGiver: false, balance: 10 } };

  it.each([
    ['to somebody who has room', {}, 'granted'],
    ['all that there are', { points: 80 }, 'granted'],
    ['to a fund, which always has room', { receiver: undefined }, 'granted'],
    ['up to the most of a day', { givenToday: 70 }, 'granted'],
    ['up to the cap of who gets them', { receiver: { isGiver: false, balance: 1470 } }, 'granted'],
    ['but not to oneself', { receiver: { isGiver: true, balance: 80 } }, 'yourself'],
    ['but not more than there are', { points: 81 }, 'tooFewPoints'],
    ['but not more than a day allows', { givenToday: 71 }, 'overDay'],
    ['but not above the cap of who gets them', { receiver: { isGiver: false, balance: 1471 } }, 'receiverFull'],
  ])('%s', (_, facts, verdict) => {
    const { receiver, ...rest } = { ...gift, ...facts };
    expect(givingVerdict({ ...rest, ...(receiver && { receiver }) })).toBe(verdict);
  });
});
