import type { Language, Text } from '../../kernel/language.ts';
import type { Day } from '../../kernel/time.ts';
import { type PlaceInMonth, type SeriesRule, type Weekday, weekdays } from './series-rule.ts';

export const weekdayNames: Readonly<Record<Weekday, Text>> = {
  MO: { 'zh-Hans': '星期一', 'zh-Hant': '星期一', en: 'Monday' },
  TU: { 'zh-Hans': '星期二', 'zh-Hant': '星期二', en: 'Tuesday' },
  WE: { 'zh-Hans': '星期三', 'zh-Hant': '星期三', en: 'Wednesday' },
  TH: { 'zh-Hans': '星期四', 'zh-Hant': '星期四', en: 'Thursday' },
  FR: { 'zh-Hans': '星期五', 'zh-Hant': '星期五', en: 'Friday' },
  SA: { 'zh-Hans': '星期六', 'zh-Hant': '星期六', en: 'Saturday' },
  SU: { 'zh-Hans': '星期日', 'zh-Hant': '星期日', en: 'Sunday' },
};

const placeNames: Readonly<Record<PlaceInMonth, Text>> = {
  1: { 'zh-Hans': '第一个', 'zh-Hant': '第一個', en: 'first' },
  2: { 'zh-Hans': '第二个', 'zh-Hant': '第二個', en: 'second' },
  3: { 'zh-Hans': '第三个', 'zh-Hant': '第三個', en: 'third' },
  4: { 'zh-Hans': '第四个', 'zh-Hant': '第四個', en: 'fourth' },
  [-1]: { 'zh-Hans': '最后一个', 'zh-Hant': '最後一個', en: 'last' },
};

/** How many weeks, as one counts them; the first is not said. */
const counted = {
  'zh-Hans': ['', '两', '三', '四'],
  'zh-Hant': ['', '兩', '三', '四'],
} as const;

/** A rule as a person says it: `每周二、五 20:00–22:00，到 2026 年 12 月 31 日，节假日停`. */
export function ruleInWords(rule: SeriesRule, language: Language): string {
  return language === 'en' ? inEnglish(rule) : inChinese(rule, language);
}

function inChinese(rule: SeriesRule, language: 'zh-Hans' | 'zh-Hant'): string {
  const isSimplified = language === 'zh-Hans';
  const days = sorted(rule);
  const short = days.map((weekday) => weekdayNames[weekday][language].slice(-1)).join('、');
  const week = isSimplified ? '周' : '週';
  const every = rule.everyWeeks === 1 ? `每${week}` : `每${counted[language][rule.everyWeeks - 1]}${week}的${week}`;
  const when =
    rule.ofMonth !== undefined
      ? `每月${placeNames[rule.ofMonth][language]}${week}${short}`
      : days.length === 7 && rule.everyWeeks === 1
        ? '每天'
        : `${every}${short}`;
  const holidays = {
    held: isSimplified ? '节假日照常' : '節假日照常',
    skipped: isSimplified ? '节假日停' : '節假日停',
    workingDays: isSimplified ? '只在工作日' : '只在工作日',
  }[rule.holidays];
  return [
    `${when} ${rule.startsAt}–${rule.overnight ? '次日 ' : ''}${rule.endsAt}`,
    ...(rule.until ? [`到 ${chineseDay(rule.until)}`] : []),
    holidays,
    ...(rule.onMakeUpDays ? [isSimplified ? '调休上班日也有' : '調休上班日也有'] : []),
  ].join('，');
}

function inEnglish(rule: SeriesRule): string {
  const days = listed(sorted(rule).map((weekday) => weekdayNames[weekday].en));
  const when =
    rule.ofMonth !== undefined
      ? `On the ${placeNames[rule.ofMonth].en} ${days} of each month`
      : rule.everyWeeks === 1
        ? `Every ${days}`
        : `Every ${rule.everyWeeks} weeks on ${days}`;
  return [
    `${when}, ${rule.startsAt}–${rule.endsAt}${rule.overnight ? ' of the day after' : ''}`,
    ...(rule.until ? [`until ${rule.until}`] : []),
    { held: 'also on holidays', skipped: 'not on holidays', workingDays: 'on working days only' }[rule.holidays],
    ...(rule.onMakeUpDays ? ['also on make-up workdays'] : []),
  ].join(', ');
}

function sorted({ weekdays: chosen }: SeriesRule): Weekday[] {
  return weekdays.filter((weekday) => chosen.includes(weekday));
}

function chineseDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
