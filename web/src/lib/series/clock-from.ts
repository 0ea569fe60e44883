import { hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';

/** The wall clock in Liwan at an instant: `19:30`. */
export function clockFrom(instant: Instant): string {
  return shiftBy(instant, 8 * hour).slice(11, 16);
}
