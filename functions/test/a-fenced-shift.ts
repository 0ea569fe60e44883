import { hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { aShift } from './a-shift.ts';
import { aVolunteer } from './a-volunteer.ts';
import type { TestDistrict } from './district.ts';

const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205, fenceMetres: 200 };

/** Where a phone is that stands at the place, and how sure it is. */
export const atThePlace = { longitude: 113.2385, latitude: 23.1205, accuracyMetres: 15 };

/** A shift at a place with a fence of 200 m that begins in twenty minutes and lasts two hours, and a volunteer who has a place in it. */
export async function aFencedShift(district: TestDistrict) {
  const startsAt = shiftBy(district.clock.now, 20 * minute);
  const { shiftId, leader } = await aShift(district, { place, startsAt, endsAt: shiftBy(startsAt, 2 * hour) });
  const volunteer = await aVolunteer(district);
  await volunteer.caller.post(`/shifts/${shiftId}/sign-ups`);
  return { ...volunteer, leader, shiftId, startsAt };
}
