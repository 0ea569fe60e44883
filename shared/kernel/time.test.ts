import { describe, expect, it } from 'vitest';
import { Day, dayOf, Instant, shiftBy } from './time.ts';

describe('instants and days that are taken', () => {
  it.each(['1800-01-01T00:00:00.000Z', '2026-11-24T06:30:00.000Z', '2999-12-31T23:59:59.999Z'])('%s', (text) => {
    expect([Instant.safeParse(text).success, Day.safeParse(text.slice(0, 10)).success]).toEqual([true, true]);
  });

  it.each([
    '0000-01-01T00:00:00.000Z',
    '1799-12-31T00:00:00.000Z',
    '3000-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
  ])('are not in other ages: %s', (text) => {
    expect(Instant.safeParse(text).error?.issues[0]?.message).toBe('field.instant');
    expect(Day.safeParse(text.slice(0, 10)).error?.issues[0]?.message).toBe('field.day');
  });

  it('are whole', () => {
    for (const text of ['2026-11-24T06:30:00Z', '2026-11-24T24:00:00.000Z', '+275760-09-13T00:00:00.000Z']) {
      expect(Instant.safeParse(text).success).toBe(false);
    }
    expect(Day.safeParse('2027-02-29').success).toBe(false);
  });
});

it('a day in Liwan begins at four in the afternoon of the day before, by universal time', () => {
  expect(dayOf('2026-12-31T15:59:59.999Z')).toBe('2026-12-31');
  expect(dayOf('2026-12-31T16:00:00.000Z')).toBe('2027-01-01');
  expect(dayOf(shiftBy('2028-02-28T16:00:00.000Z', 0))).toBe('2028-02-29');
});
