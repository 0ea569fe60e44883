import { describe, expect, it } from 'vitest';
import { isClosedOn, isThereOn } from './validity.ts';

describe('a place with effective days', () => {
  const place = { validFrom: '2026-03-01', validTo: '2026-11-24' };

  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-11-23', true],
    ['2026-11-24', false],
  ])('on %s is there: %s', (day, isThere) => {
    expect(isThereOn(place, day)).toBe(isThere);
  });

  it('is there without end when nobody said one, and not closed before it opens', () => {
    expect(isThereOn({}, '2026-11-24')).toBe(true);
    expect(isClosedOn({ validTo: undefined }, '2026-11-24')).toBe(false);
  });
});
