import type { FreeTime, PartOfDay, Weekday } from '@kaifong/shared/people/free-times.ts';
import { m } from '#paraglide/messages.js';

export const weekdayNames: Readonly<Record<Weekday, () => string>> = {
  mon: m.register_mon,
  tue: m.register_tue,
  wed: m.register_wed,
  thu: m.register_thu,
  fri: m.register_fri,
  sat: m.register_sat,
  sun: m.register_sun,
};

export const partNames: Readonly<Record<PartOfDay, () => string>> = {
  morning: m.register_morning,
  afternoon: m.register_afternoon,
  evening: m.register_evening,
};

/** A part of the week in words. */
export function timeInWords(time: FreeTime): string {
  const [day, part] = time.split('-') as [Weekday, PartOfDay];
  return m.register_timeOf({ day: weekdayNames[day](), part: partNames[part]() });
}
