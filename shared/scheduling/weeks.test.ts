import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day as dayLength, dayOf, instantAt, toInstant } from '../kernel/time.ts';
import { mondayOfWeek, weekOf, weekRanges, weeksTouched } from './weeks.ts';

const instants = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) })
  .map((milliseconds) => toInstant(milliseconds));

describe('the week of a day', () => {
  it.each([
    ['2026-11-24', '2026-W48'],
    ['2026-11-29', '2026-W48'],
    ['2026-11-30', '2026-W49'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-01', '2020-W53'],
    ['2023-01-01', '2022-W52'],
  ])('%s is %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });
});

describe('the Monday of a week', () => {
  it('is the first day of it', () => {
    expect(mondayOfWeek('2026-W48')).toBe('2026-11-23');
    expect(mondayOfWeek('2026-W53')).toBe('2026-12-28');
    expect(mondayOfWeek('2027-W01')).toBe('2027-01-04');
    fc.assert(
      fc.property(instants, (instant) => {
        const monday = mondayOfWeek(weekOf(dayOf(instant)));
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(weekOf(monday)).toBe(weekOf(dayOf(instant)));
      }),
    );
  });

  it('is there only for weeks that their year has', () => {
    expect(() => mondayOfWeek('2025-W53')).toThrow(RangeError);
  });
});

describe('the weeks that a time touches', () => {
  it('are counted in Liwan, where Monday begins at 16:00 UTC of Sunday', () => {
    expect(weeksTouched('2026-11-29T15:00:00.000Z', '2026-11-29T16:00:00.000Z')).toEqual(['2026-W48']);
    expect(weeksTouched('2026-11-29T15:00:00.000Z', '2026-11-29T16:01:00.000Z')).toEqual(['2026-W48', '2026-W49']);
    expect(weeksTouched('2026-11-29T16:00:00.000Z', '2026-11-29T18:00:00.000Z')).toEqual(['2026-W49']);
  });

  it('of a moment is the one week it lies in', () => {
    const monday = instantAt('2026-11-30', '00:00');
    expect(weeksTouched(monday, monday)).toEqual(['2026-W49']);
  });

  it('follow each other without a gap and cover the whole time', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 * dayLength }), (startsAt, length) => {
        const endsAt = toInstant(Date.parse(startsAt) + length);
        const ranges = weekRanges(startsAt, endsAt);
        expect(ranges[0]?.week).toBe(weekOf(dayOf(startsAt)));
        expect((ranges[0]?.startsAt ?? '') <= startsAt).toBe(true);
        expect((ranges.at(-1)?.endsAt ?? '') >= endsAt).toBe(true);
        ranges.slice(1).forEach((range, index) => {
          expect(range.startsAt).toBe(ranges[index]?.endsAt);
        });
      }),
    );
  });
});
