import type { AttendanceState } from '@kaifong/shared/attendance/schema.ts';
import { hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { aShift } from './a-shift.ts';
import { aVolunteer } from './a-volunteer.ts';
import { home, type TestDistrict } from './district.ts';
import type { Answer, TestClient } from './test-client.ts';

/** The code that the leader's screen shows now. */
export async function shownCode(leader: TestClient, shiftId: string): Promise<string> {
  const answer = await leader.get(`/shifts/${shiftId}/check-in-code`);
  if (answer.status !== 200) throw new Error(`no code: ${JSON.stringify(answer.body)}`);
  return answer.body.code;
}

/**
 * A volunteer at a shift that begins in 20 minutes and lasts two hours, brought to `state` through the API. For `left` and
 * `confirmed` the clock moves on, so that she has been there for `minutes` of it.
 */
export async function anAttendance(
  district: TestDistrict,
  state: AttendanceState,
  options: { minutes?: number; leader?: TestClient; volunteer?: Awaited<ReturnType<typeof aVolunteer>> } = {},
) {
  const startsAt = shiftBy(district.clock.now, 20 * minute);
  const endsAt = shiftBy(startsAt, 2 * hour);
  const { shiftId, leader } = await aShift(district, {
    startsAt,
    endsAt,
    ...(options.leader && { leader: options.leader }),
  });
  const volunteer = options.volunteer ?? (await aVolunteer(district));
  const { caller, volunteerId } = volunteer;
  await must(caller.post(`/shifts/${shiftId}/sign-ups`));
  if (state !== 'expected') {
    await must(caller.post(`/shifts/${shiftId}/check-ins`, { code: await shownCode(leader, shiftId) }));
  }
  if (state === 'left' || state === 'confirmed') {
    district.later((20 + (options.minutes ?? 90)) * minute);
    await must(caller.post(`/shifts/${shiftId}/check-outs`, { code: await shownCode(leader, shiftId) }));
  }
  if (state === 'confirmed') await must(leader.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`));
  return { ...volunteer, shiftId, leader, startsAt, endsAt };
}

/** A coordinator of the home street. */
export const aCoordinator = (district: TestDistrict) => district.person({ role: 'coordinator', scope: home.street });

async function must(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 201) throw new Error(`refused: ${JSON.stringify(body)}`);
}
