import { describe, expect, it } from 'vitest';
import { holidayFaults, type TypedYear } from './holiday-faults.ts';
import { holidayOn, holidayYears } from './holidays.ts';

it('nothing is wrong with the years in the data file, and none is left out between them', () => {
  const years = Object.keys(holidayYears);
  for (const [year, days] of Object.entries(holidayYears)) expect(holidayFaults(year, days)).toEqual([]);
  expect(years).toEqual(years.map((_, index) => `${Number(years[0]) + index}`));
});

it('a holiday has its name, and no other day has one', () => {
  expect(holidayOn('2026-02-17')?.en).toBe('Spring Festival');
  expect(holidayOn('2026-02-24')).toBeUndefined();
});

describe('a year that somebody types in', () => {
  const sound: TypedYear = {
    notice: '国办发明电〔2026〕1号',
    closed: [
      { from: '2027-01-01', to: '2027-01-03', holiday: 'newYear' },
      { from: '2027-02-05', to: '2027-02-11', holiday: 'springFestival' },
    ],
    open: ['2027-02-13'],
  };

  it('is taken as it was announced', () => {
    expect(holidayFaults('2027', sound)).toEqual([]);
  });

  it.each([
    [{ notice: ' ' }, '2027: notice must say under which number it was announced'],
    [{ open: ['2027-02-30'] }, '2027-02-30: there is no such day; write 2027-01-01'],
    [{ open: ['2028-02-12'] }, '2028-02-12: does not lie in 2027'],
    [{ open: ['2027-02-12'] }, '2027-02-12: is worked on anyway; open has days of a weekend only'],
    [{ open: ['2027-02-06'] }, '2027-02-06: is both closed and open'],
    [
      { closed: [{ from: '2027-05-05', to: '2027-05-01', holiday: 'labour' }] },
      '2027-05-05: ends on 2027-05-01, before it begins',
    ],
    [
      { closed: [...sound.closed, { from: '2027-02-11', to: '2027-02-12', holiday: 'labour' }] },
      '2027-02-11: begins before the holiday above it is over',
    ],
    [
      { closed: [{ from: '2027-05-01', to: '2027-05-05', holiday: 'mayDay' }], open: [] },
      expect.stringContaining('mayDay is none of newYear, springFestival'),
    ],
  ])('is not when it cannot be: %j', (changes, fault) => {
    expect(holidayFaults('2027', { ...sound, ...changes })).toContainEqual(fault);
  });
});
