import { hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { aShift } from './a-shift.ts';
import { aVolunteer } from './a-volunteer.ts';
import { shownCode } from './an-attendance.ts';
import type { TestDistrict } from './district.ts';
import type { TestClient } from './test-client.ts';

/** A shift of two hours that began five minutes ago, with so many people who are there. */
export async function aCrewOnDuty(district: TestDistrict, people = 3) {
  const startsAt = shiftBy(district.clock.now, 20 * minute);
  const endsAt = shiftBy(startsAt, 2 * hour);
  const { shiftId, leader } = await aShift(district, { startsAt, endsAt, places: people });
  const code = await shownCode(leader, shiftId);
  const crew: string[] = [];
  const callers: TestClient[] = [];
  for (let each = 0; each < people; each += 1) {
    const { caller, volunteerId } = await aVolunteer(district);
    await caller.post(`/shifts/${shiftId}/sign-ups`);
    const { status } = await caller.post(`/shifts/${shiftId}/check-ins`, { code });
    if (status !== 201) throw new Error(`nobody let in: ${status}`);
    crew.push(volunteerId);
    callers.push(caller);
  }
  district.later(25 * minute);
  return { shiftId, leader, crew, callers, endsAt };
}

/** A patrol of such a crew that has just begun. */
export async function aPatrol(district: TestDistrict) {
  const made = await aCrewOnDuty(district);
  const { status, body } = await made.leader.post(`/patrols/${made.shiftId}`, { people: made.crew });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { ...made, patrolId: body.patrolId as string, path: `/patrols/${made.shiftId}/${body.patrolId}` };
}

/** A fix so many metres north of where patrols begin. */
export const northBy = (metres: number, accuracyMetres = 10) => ({
  longitude: 113.2385,
  latitude: 23.1205 + metres / 111_195,
  accuracyMetres,
});
