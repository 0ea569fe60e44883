import { hour, minute } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { anAttendance } from '../../test/an-attendance.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const passOf = async (caller: TestClient) => (await caller.get('/attendance-passes/mine')).body;

it('a leader scans who comes and goes, which stays marked so, and may confirm it', async () => {
  const { caller, leader, shiftId, volunteerId } = await anAttendance(district, 'expected');
  const see = (code: string, what: string) => leader.post(`/attendance-passes/seen/${shiftId}`, { code, what });
  const { code, path } = await passOf(caller);
  expect(path).toBe(`/leader/scan?code=${code.replace('-', '')}`);
  const came = await see(`https://kaifong.example${path}`, 'in');
  expect([came.status, came.body]).toMatchObject([201, { volunteerId, name: '陈小明', state: 'here' }]);
  expect((await see(code, 'in')).body.code).toBe('attendance.alreadyCheckedIn');
  district.later(hour);
  expect((await see((await passOf(caller)).code.toLowerCase(), 'out')).body.state).toBe('left');
  expect((await leader.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`)).status).toBe(201);
  expect((await caller.get('/service-records')).body.items[0].ways).toEqual(['volunteerCode']);
});

it('takes no code that is older than a minute, of somebody without a place, or made up', async () => {
  const { caller, leader, shiftId } = await anAttendance(district, 'expected');
  const stranger = (await aVolunteer(district)).caller;
  const see = async (code: string, what = 'in') =>
    (await leader.post(`/attendance-passes/seen/${shiftId}`, { code, what })).body.code;
  const old = (await passOf(caller)).code;
  district.later(minute);
  for (const code of [old, (await passOf(stranger)).code, 'K7QM-2XPD', '二维码']) {
    expect(await see(code)).toBe('pass.unknown');
  }
  expect(await see((await passOf(caller)).code, 'out')).toBe('attendance.notCheckedIn');
  district.later(5 * hour);
  expect(await see((await passOf(caller)).code)).toBe('attendance.tooLate');
});
