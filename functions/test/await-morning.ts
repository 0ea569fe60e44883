import { hour } from '@kaifong/shared/kernel/time.ts';
import type { TestDistrict } from './district.ts';

/** Moves the clock to seven in the morning of Liwan, unless it is day: nobody may have a second shift so soon after one at night. */
export function awaitMorning(district: TestDistrict): void {
  const there = new Date(Date.parse(district.clock.now) + 8 * hour).getUTCHours();
  if (there >= 19) district.later((31 - there) * hour);
  else if (there < 7) district.later((7 - there) * hour);
}
