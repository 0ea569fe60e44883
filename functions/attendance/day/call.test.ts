import { day, hour } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { anAttendance } from '../../test/an-attendance.ts';
import { auditOf } from '../../test/audit-of.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

it('shows a leader the number of who has a place, and the audit keeps it', async () => {
  const { leader, shiftId, volunteerId } = await anAttendance(district, 'expected');
  const { status, body } = await leader.post(`/attendance-calls/${shiftId}/${volunteerId}`);
  expect([status, body.mobile]).toEqual([200, expect.stringMatching(/^\+861\d{10}$/)]);
  const lines = await auditOf(district, volunteerId);
  expect(lines.filter(({ action }) => action === 'attendance.call')).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain(body.mobile);
});

it('shows no number of who has no place, and none of another day', async () => {
  const { leader, shiftId, volunteerId } = await anAttendance(district, 'expected');
  const stranger = await aVolunteer(district);
  const refused = await leader.post(`/attendance-calls/${shiftId}/${stranger.volunteerId}`);
  expect([refused.status, refused.body.code]).toEqual([409, 'calls.noPlace']);
  district.later(day + 3 * hour);
  const later = await leader.post(`/attendance-calls/${shiftId}/${volunteerId}`);
  expect([later.status, later.body.code]).toEqual([409, 'calls.notTheDay']);
});
