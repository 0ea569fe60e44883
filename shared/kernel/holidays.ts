import type { Text } from './language.ts';
import type { Day } from './time.ts';

export const holidayNames = {
  newYear: { 'zh-Hans': '元旦', 'zh-Hant': '元旦', en: 'New Year' },
  springFestival: { 'zh-Hans': '春节', 'zh-Hant': '春節', en: 'Spring Festival' },
  tombSweeping: { 'zh-Hans': '清明节', 'zh-Hant': '清明節', en: 'Tomb-Sweeping Day' },
  labour: { 'zh-Hans': '劳动节', 'zh-Hant': '勞動節', en: 'Labour Day' },
  dragonBoat: { 'zh-Hans': '端午节', 'zh-Hant': '端午節', en: 'Dragon Boat Festival' },
  midAutumn: { 'zh-Hans': '中秋节', 'zh-Hant': '中秋節', en: 'Mid-Autumn Festival' },
  national: { 'zh-Hans': '国庆节', 'zh-Hant': '國慶節', en: 'National Day' },
  nationalAndMidAutumn: {
    'zh-Hans': '国庆节、中秋节',
    'zh-Hant': '國慶節、中秋節',
    en: 'National Day and Mid-Autumn Festival',
  },
} as const satisfies Record<string, Text>;

type Holiday = keyof typeof holidayNames;

/** Weekdays on which offices are closed, and days of a weekend on which they work, as the State Council announces for a year. */
export type HolidayYear = Readonly<{
  closed: readonly (readonly [from: Day, to: Day, holiday: Holiday])[];
  open: readonly Day[];
}>;

/**
 * The announced years (国办发明电〔2024〕12号, 〔2025〕7号). A year is added when it is announced, in November of the year before; until
 * then only the statutory holidays of the solar calendar are known (全国年节及纪念日放假办法).
 */
export const holidayYears: Readonly<Record<string, HolidayYear>> = {
  2025: {
    closed: [
      ['2025-01-01', '2025-01-01', 'newYear'],
      ['2025-01-28', '2025-02-04', 'springFestival'],
      ['2025-04-04', '2025-04-06', 'tombSweeping'],
      ['2025-05-01', '2025-05-05', 'labour'],
      ['2025-05-31', '2025-06-02', 'dragonBoat'],
      ['2025-10-01', '2025-10-08', 'nationalAndMidAutumn'],
    ],
    open: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    closed: [
      ['2026-01-01', '2026-01-03', 'newYear'],
      ['2026-02-15', '2026-02-23', 'springFestival'],
      ['2026-04-04', '2026-04-06', 'tombSweeping'],
      ['2026-05-01', '2026-05-05', 'labour'],
      ['2026-06-19', '2026-06-21', 'dragonBoat'],
      ['2026-09-25', '2026-09-27', 'midAutumn'],
      ['2026-10-01', '2026-10-07', 'national'],
    ],
    open: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
};

/** Of a year that is not announced yet: New Year, Labour Day and National Day. */
export const solarHolidays: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** The holiday for which offices are closed on a day; `undefined` on other days, and in years that are not announced yet. */
export function holidayOn(day: Day): Text | undefined {
  const found = holidayYears[day.slice(0, 4)]?.closed.find(([from, to]) => from <= day && day <= to);
  return found && holidayNames[found[2]];
}
