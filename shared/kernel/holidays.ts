import announced from './holiday-years.json' with { type: 'json' };
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

/** Days on which offices are closed, and days of a weekend on which they work, as the State Council announces for a year. */
export type HolidayYear = Readonly<{
  /** Under which number it was announced. */
  notice: string;
  closed: readonly Readonly<{ from: Day; to: Day; holiday: Holiday }>[];
  open: readonly Day[];
}>;

/**
 * The announced years, a data file. A year is added to it when it is announced, in November of the year before, and a test holds it
 * against `holidayFaults`; until then only the statutory holidays of the solar calendar are known (全国年节及纪念日放假办法).
 */
export const holidayYears = announced as Readonly<Record<string, HolidayYear>>;

/** Of a year that is not announced yet: New Year, Labour Day and National Day. */
export const solarHolidays: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** The holiday for which offices are closed on a day; `undefined` on other days, and in years that are not announced yet. */
export function holidayOn(day: Day): Text | undefined {
  const found = holidayYears[day.slice(0, 4)]?.closed.find(({ from, to }) => from <= day && day <= to);
  return found && holidayNames[found.holiday];
}
