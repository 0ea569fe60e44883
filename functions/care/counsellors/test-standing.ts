import { day, dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { CareDistrict } from '../test-care.ts';

/** What a supervisor writes down of a counsellor who was just enrolled. */
export function aStanding(district: CareDistrict, overrides: object = {}) {
  const { now } = district.clock;
  const inAYear = dayOf(shiftBy(now, 365 * day));
  return {
    version: 0,
    level: 3,
    credential: { number: 'XL-2024-000881', until: inAYear },
    vettedUntil: inAYear,
    caseLimit: 4,
    weeklyCapMinutes: 300,
    ...overrides,
  };
}
