import { afterAll, beforeAll, expect, it } from 'vitest';
import { aMerge } from './a-merge.ts';
import { anActivity, aShift } from './a-shift.ts';
import { aVolunteer } from './a-volunteer.ts';
import { auditOf } from './audit-of.ts';
import { home, startDistrict, type TestDistrict } from './district.ts';
import type { TestClient } from './test-client.ts';

let district: TestDistrict;
let coordinator: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  coordinator = await district.person({ role: 'coordinator', scope: home.street });
});
afterAll(() => district.stop());

const settled = async (pending: ReturnType<TestClient['post']>) => {
  const { status, body } = await pending;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
};

const suspended = async () => {
  const { volunteerId } = await aVolunteer(district);
  await settled(coordinator.post(`/volunteers/${volunteerId}/suspension`, { move: 'suspend', reason: '多次缺席' }));
  return volunteerId;
};

/** Every kind of deed that the audit must hold, done by its own route, and whom or what its line names. */
const deeds: readonly [action: string, deed: () => Promise<string>][] = [
  [
    'volunteer.unmaskMobile',
    async () => {
      const { volunteerId } = await aVolunteer(district);
      await settled(coordinator.post(`/volunteers/${volunteerId}/unmasked-mobile`, { reason: '活动改期，打电话通知' }));
      return volunteerId;
    },
  ],
  [
    'role.given',
    async () => {
      const mobile = district.nextMobile();
      const body = { mobile, name: '测试', role: 'coordinator', scope: home.community };
      return (await settled(coordinator.post('/grants', body))).accountId;
    },
  ],
  ['merge.begun', async () => (await aMerge(district)).goes.volunteerId],
  ['volunteer.approve', async () => (await aVolunteer(district)).volunteerId],
  ['volunteer.suspend', suspended],
  [
    'volunteer.withdraw',
    async () => {
      const { caller, volunteerId } = await aVolunteer(district);
      await settled(caller.post('/volunteers/me/moves', { move: 'withdraw' }));
      return volunteerId;
    },
  ],
  ['shift.publish', async () => (await aShift(district)).shiftId],
  [
    'shift.relocate',
    async () => {
      const { shiftId, leader } = await aShift(district);
      const { place: seen } = anActivity();
      await settled(leader.put(`/team-shifts/${shiftId}/place`, { seen, place: { ...seen, name: '荔湾湖公园北门' } }));
      return shiftId;
    },
  ],
  [
    'shift.callOff',
    async () => {
      const { shiftId, leader } = await aShift(district);
      await settled(leader.post(`/shifts/${shiftId}/cancellation`, { reason: '台风预警' }));
      return shiftId;
    },
  ],
];

it.each(deeds)('%s stands in the audit once it is done', async (action, deed) => {
  const lines = await auditOf(district, await deed());
  expect(lines.map((line) => line.action)).toContain(action);
});
