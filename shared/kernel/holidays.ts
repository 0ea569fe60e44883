import type { Day } from './time.ts';

/** Weekdays on which offices are closed, and days of a weekend on which they work, as the State Council announces for a year. */
export type HolidayYear = Readonly<{ closed: readonly (readonly [from: Day, to: Day])[]; open: readonly Day[] }>;

/**
 * The announced years (国办发明电〔2024〕12号, 〔2025〕7号). A year is added when it is announced, in November of the year before; until
 * then only the statutory holidays of the solar calendar are known (全国年节及纪念日放假办法).
 */
export const holidayYears: Readonly<Record<string, HolidayYear>> = {
  2025: {
    closed: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    open: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    closed: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    open: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
};

/** Of a year that is not announced yet: New Year, Labour Day and National Day. */
export const solarHolidays: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
