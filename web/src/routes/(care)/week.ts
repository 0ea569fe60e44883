import type { Slot } from '@kaifong/shared/care/slots.ts';

/** Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The parts of a day that people are asked for, in minutes after midnight in Liwan. */
export const partsOfDay = {
  morning: { from: 9 * 60, to: 12 * 60 },
  afternoon: { from: 14 * 60, to: 18 * 60 },
  evening: { from: 18 * 60, to: 22 * 60 },
} as const;
export type PartOfDay = keyof typeof partsOfDay;

export const partNames = Object.keys(partsOfDay) as PartOfDay[];

/** How a form names one box of the week: `2-evening`. */
export const boxOf = (weekday: number, part: PartOfDay) => `${weekday}-${part}`;

/** The free times behind the ticked boxes; what is no box is passed over. */
export function slotsOf(boxes: readonly string[]): Slot[] {
  return weekdays.flatMap((weekday) =>
    partNames.filter((part) => boxes.includes(boxOf(weekday, part))).map((part) => ({ weekday, ...partsOfDay[part] })),
  );
}

/** `周二`, `Tue`. */
export function weekdayName(weekday: number, locale: string, style: 'short' | 'long' = 'short'): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
}

/** `周二 09:00–12:00、19:00–21:00`: each day once, and no time broken over two lines or away from its day. */
export function slotsText(slots: readonly Slot[], locale: string): string {
  const [betweenTimes, betweenDays] = locale === 'en' ? [', ', '; '] : ['、', '；'];
  return weekdays
    .map((weekday) => ({ weekday, times: slots.filter((slot) => slot.weekday === weekday) }))
    .filter(({ times }) => times.length > 0)
    .map(
      ({ weekday, times }) =>
        `${unbroken(weekdayName(weekday, locale))}\u00a0${times.map(timeText).join(betweenTimes)}`,
    )
    .join(betweenDays);
}

function timeText({ from, to }: Slot): string {
  return unbroken(`${clock(from)}–${clock(to)}`);
}

/** With word joiners between all letters, so that no line ends in the middle. */
function unbroken(text: string): string {
  return [...text].join('\u2060');
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
