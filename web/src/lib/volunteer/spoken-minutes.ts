import { inDigits } from '#lib/locale/number.ts';
import { m } from '#paraglide/messages.js';

/** Minutes as people say them: 45 分钟, 2 小时, 2 小时 10 分钟. The sign is left to the sentence around it. */
export function spokenMinutes(minutes: number): string {
  const whole = Math.abs(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return m.volunteer_minutes({ minutes: rest });
  return rest === 0
    ? m.volunteer_hours({ hours: inDigits(hours) })
    : m.volunteer_hoursMinutes({ hours: inDigits(hours), minutes: rest });
}
