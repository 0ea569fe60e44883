import { verifyChain } from '@kaifong/shared/attendance/chain.ts';
import { day, hour, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anActivity } from './a-shift.ts';
import { aRegistration } from './a-volunteer.ts';
import { home, startDistrict, type TestDistrict } from './district.ts';
import type { Answer } from './test-client.ts';
import { TestClient } from './test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

/** The body of an answer that must be of this status. */
async function done(status: number, answer: Promise<Answer>) {
  const { status: got, body } = await answer;
  expect([got, body.code && body.detail]).toEqual([status, undefined]);
  return body;
}

it('a volunteer registers, is let in, signs up, comes, goes, and finds her minutes and points', async () => {
  const coordinator = await district.person({ role: 'coordinator', scope: home.community });
  const leader = await district.person({ role: 'teamLeader', scope: home.team });
  const volunteer = new TestClient(district.api, { address: 'her phone' });
  await volunteer.signIn(district.nextMobile(), district.sent);

  const { id: volunteerId } = await done(201, volunteer.post('/volunteers', aRegistration()));
  await done(200, coordinator.post(`/volunteers/${volunteerId}/approval`, { decision: 'approve' }));
  district.later(hour);

  const startsAt = shiftBy(district.clock.now, day);
  const activity = await done(201, leader.post('/activities', anActivity()));
  const times = { startsAt, endsAt: shiftBy(startsAt, 3 * hour) };
  const shift = await done(201, leader.post(`/activities/${activity.id}/shifts`, { ...times, places: 2 }));
  const path = `/shifts/${shift.id}`;
  expect((await volunteer.get(`/shifts/open?street=${home.street}`)).body.items).toEqual([]);
  await done(200, leader.post(`${path}/publication`));

  const { items: open } = await done(200, volunteer.get(`/shifts/open?street=${home.street}`));
  expect(open.map(({ id }: { id: string }) => id)).toContain(shift.id);
  await done(201, volunteer.post(`${path}/sign-ups`));
  expect((await done(200, leader.get(`${path}/attendance`))).items).toMatchObject([{ volunteerId, state: 'expected' }]);

  district.clock.now = shiftBy(startsAt, -5 * minute);
  const shown = async () => (await done(200, leader.get(`${path}/check-in-code`))).path;
  await done(201, volunteer.post(`${path}/check-ins`, { code: await shown() }));
  district.clock.now = shiftBy(startsAt, 130 * minute);
  await done(201, volunteer.post(`${path}/check-outs`, { code: await shown() }));
  const confirmed = await done(201, leader.post(`${path}/attendance/${volunteerId}/confirmation`));
  expect(confirmed.record).toEqual({ seq: 1, minutes: 130 });

  const whatSheSees = async () => ({
    total: await done(200, volunteer.get('/service-records/total')),
    records: (await done(200, volunteer.get('/service-records'))).items,
    points: await done(200, volunteer.get('/points')),
    entries: (await done(200, volunteer.get('/points/entries'))).items,
    told: (await done(200, volunteer.get('/notifications'))).items.map(({ kind }: { kind: string }) => kind),
  });
  expect((await whatSheSees()).points.balance).toBe(0);
  expect(await district.settle()).toBeGreaterThan(0);

  const seen = await whatSheSees();
  expect(seen).toMatchObject({
    total: { minutes: 130, stars: 0, minutesToNextStar: 5870 },
    records: [{ seq: 1, kind: 'service', minutes: 130, title: '荔枝湾平安巡逻' }],
    points: { balance: 2, carriedMinutes: 10, minutesToNextPoint: 50, star: { minutes: 130 } },
    entries: [{ seq: 1, points: 2, balance: 2, because: { minutes: 130, carriedBefore: 0, carriedAfter: 10 } }],
    told: ['serviceConfirmed', 'milestoneFirst', 'signedUp', 'volunteerApproved'],
  });
  expect(await verifyChain(seen.records)).toMatchObject({ sound: true });

  expect(await district.settle()).toBe(0);
  await district.redeliver();
  expect(await whatSheSees()).toEqual(seen);
});
