import { formatSpan } from '#lib/components/moment.ts';
import { getLocale } from '#paraglide/runtime.js';

/** A shift in a line, which its forms carry so that what waits to be sent can be listed in words. */
export function aboutShift(shift: Readonly<{ title: string; startsAt: string; endsAt: string }>): string {
  return `${shift.title} · ${formatSpan(shift.startsAt, shift.endsAt, getLocale())}`;
}
