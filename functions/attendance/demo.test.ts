import { minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../platform/transact.ts';
import { pointsDemoItems } from '../points/demo.ts';
import { aShift } from '../test/a-shift.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { anAttendance } from '../test/an-attendance.ts';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';
import { attendanceDemoItems } from './demo.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

it('made-up stays count, and the real ones that follow go on from them', async () => {
  const volunteer = await aVolunteer(district);
  const { volunteerId, caller } = volunteer;
  const { shiftId: id } = await aShift(district);
  const times = { startsAt: '2026-11-20T02:00:00.000Z', endsAt: '2026-11-20T04:00:00.000Z' };
  const shift = { id, title: '荔枝湾平安巡逻', teamScope: home.team, ...times };
  const { account } = (await caller.get('/session')).body;
  const stay = { shift, volunteerId, checkedInAt: shiftBy(times.startsAt, 5 * minute), checkedOutAt: times.endsAt };
  const attendance = district.table('attendance');
  const { writes, records } = await attendanceDemoItems(attendance, [{ ...stay, confirmedBy: account.id }]);
  const told = records.map((record) => ({ ...record, community: home.community, at: record.recordedAt }));
  const all = [...writes, ...pointsDemoItems(district.table('points'), told)];
  await transact(attendance.client, Object.fromEntries(all.entries()));
  expect((await caller.get('/service-records/total')).body.minutes).toBe(115);
  expect((await caller.get('/points')).body).toMatchObject({ balance: 1, carriedMinutes: 55 });

  await anAttendance(district, 'confirmed', { minutes: 65, volunteer });
  await district.settle();
  expect((await caller.get('/service-records/total')).body.minutes).toBe(180);
  expect((await caller.get('/points')).body).toMatchObject({ balance: 3, carriedMinutes: 0 });
});
