import { minute } from '@kaifong/shared/kernel/time.ts';
import { anAttendance, shownCode } from './an-attendance.ts';
import type { TestDistrict } from './district.ts';

/** A volunteer whose phone brought a check-in late and with a clock that is a day slow: it waits for the leader. */
export async function aReview(district: TestDistrict) {
  const attendance = await anAttendance(district, 'expected');
  const { caller, leader, shiftId } = attendance;
  const code = await shownCode(leader, shiftId);
  const tappedAt = new Date(Date.parse(district.clock.now) - 24 * 60 * minute).toISOString();
  district.later(10 * minute);
  const answer = await caller.post(`/shifts/${shiftId}/check-ins`, { code, tappedAt });
  const [entry] = answer.body.reviews ?? [];
  if (!entry) throw new Error(`not in review: ${JSON.stringify(answer.body)}`);
  return { ...attendance, entry };
}
