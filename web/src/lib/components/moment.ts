export type MomentStyle = 'date' | 'time' | 'dateTime' | 'day' | 'weekday' | 'month';

const styles: Readonly<Record<MomentStyle, Intl.DateTimeFormatOptions>> = {
  date: { month: 'short', day: 'numeric', weekday: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dateTime: { month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  weekday: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  month: { year: 'numeric', month: 'long' },
};

/** English here follows British order, as Guangzhou and Hong Kong write it. */
const tags: Readonly<Record<string, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-HK', en: 'en-GB' };

/** An instant (ISO 8601), a day (`2026-11-24`) or a month (`2026-11`) as a person in Liwan reads it; with its year when that is not the year of `now`. */
export function formatMoment(value: string, style: MomentStyle, locale: string, now = new Date()): string {
  const day = value.length === 7 ? `${value}-01` : value;
  const moment = new Date(day.length === 10 ? `${day}T12:00:00+08:00` : day);
  const isDated = style !== 'time' && yearOf(moment) !== yearOf(now);
  const options = { ...styles[style], ...(isDated && { year: 'numeric' as const }), timeZone: 'Asia/Shanghai' };
  return new Intl.DateTimeFormat(tags[locale] ?? locale, options).format(moment);
}

/** Liwan is eight hours ahead, all the year. */
function yearOf(moment: Date): number {
  return new Date(moment.getTime() + 8 * 3_600_000).getUTCFullYear();
}

/** From one instant to another: the day once, then both times; over several days, each with its own. */
export function formatSpan(from: string, to: string, locale: string, now = new Date()): string {
  return spanParts(from, to, locale, now).join(' ');
}

/** A span in parts that each stay on one line where there is room: one of a day, two over several days. */
export function spanParts(from: string, to: string, locale: string, now = new Date()): string[] {
  const isSameDay = formatMoment(from, 'day', locale) === formatMoment(to, 'day', locale);
  const begin = `${formatMoment(from, 'dateTime', locale, now)}\u00a0–`;
  return isSameDay
    ? [`${begin}\u2060\u00a0${formatMoment(to, 'time', locale, now)}`]
    : [begin, formatMoment(to, 'dateTime', locale, now)];
}

/** The last day, with its weekday, of what ends at this instant: what ends at midnight is over with the day before. */
export function lastDayBefore(end: string, locale: string, now = new Date()): string {
  return formatMoment(new Date(Date.parse(end) - 1).toISOString(), 'date', locale, now);
}
