import { type Instant, minute, shiftBy } from '../../kernel/time.ts';
import { signUpEndsAt } from '../rules.ts';
import { schedulingSettings } from '../settings.ts';

/**
 * Until when a place that became free now is held for the first in line: half an hour, five minutes when the shift begins
 * within three hours, and never beyond the end of sign-up. `undefined` once sign-up has ended: then nobody is asked any more.
 */
export function offerEndsAt(
  shift: Readonly<{ startsAt: Instant; signUpClosesAt?: Instant | undefined }>,
  now: Instant,
): Instant | undefined {
  const ends = signUpEndsAt(shift);
  if (now >= ends) return undefined;
  const { minutes, soonMinutes, soon } = schedulingSettings.offer;
  const isSoon = shiftBy(now, soon * minute) >= shift.startsAt;
  const until = shiftBy(now, (isSoon ? soonMinutes : minutes) * minute);
  return until < ends ? until : ends;
}
