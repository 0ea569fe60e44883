export type MomentStyle = 'date' | 'time' | 'dateTime' | 'day' | 'weekday';

const styles: Readonly<Record<MomentStyle, Intl.DateTimeFormatOptions>> = {
  date: { month: 'long', day: 'numeric', weekday: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dateTime: { month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  weekday: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
};

/** English here follows British order, as Guangzhou and Hong Kong write it. */
const tags: Readonly<Record<string, string>> = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-HK', en: 'en-GB' };

/** An instant (ISO 8601) or a day (`2026-11-24`) as a person in Liwan reads it. */
export function formatMoment(value: string, style: MomentStyle, locale: string): string {
  const instant = value.length === 10 ? `${value}T12:00:00+08:00` : value;
  const format = new Intl.DateTimeFormat(tags[locale] ?? locale, { ...styles[style], timeZone: 'Asia/Shanghai' });
  return format.format(new Date(instant));
}

/** From one instant to another: the day once, then both times. */
export function formatSpan(from: string, to: string, locale: string): string {
  const isSameDay = formatMoment(from, 'day', locale) === formatMoment(to, 'day', locale);
  return `${formatMoment(from, 'dateTime', locale)} – ${formatMoment(to, isSameDay ? 'time' : 'dateTime', locale)}`;
}
